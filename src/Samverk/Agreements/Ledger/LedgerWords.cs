namespace Samverk.Agreements.Ledger;

/// <summary>The Swedish words of the adoption ledger.</summary>
public static class LedgerWords
{
    /// <summary>The party has yet to decide: it has not, or its committee sent the matter back.</summary>
    public static bool IsUndecided(this AdoptionState state) => state is AdoptionState.Waiting or AdoptionState.ReferredBack;

    public static string Words(this AdoptionState state) => state switch
    {
        AdoptionState.Waiting => "Väntar",
        AdoptionState.Adopted => "Antagen",
        AdoptionState.AdoptedWithCondition => "Antagen med förbehåll",
        AdoptionState.Declined => "Avböjd",
        AdoptionState.ReferredBack => "Återremitterad",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As what a party did: 'Antog'.</summary>
    public static string Did(this AdoptionState state) => state switch
    {
        AdoptionState.Waiting => "Har inte beslutat",
        AdoptionState.Adopted => "Antog hela texten",
        AdoptionState.AdoptedWithCondition => "Antog med förbehåll",
        AdoptionState.Declined => "Antog inte",
        AdoptionState.ReferredBack => "Återremitterade",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this EffectKind kind) => kind switch
    {
        EffectKind.All => "När alla parter har antagit",
        EffectKind.Number => "När ett visst antal parter har antagit",
        EffectKind.Each => "För varje part från dess eget beslut",
        EffectKind.Chosen => "När regionen och vissa kommuner har antagit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this IfDeclined what) => what switch
    {
        IfDeclined.Halts => "Texten måste arbetas om, eller så faller överenskommelsen",
        IfDeclined.WithoutThem => "Överenskommelsen gäller mellan de andra",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    public static string Words(this AdoptionActKind kind) => kind switch
    {
        AdoptionActKind.Opened => "Begärd",
        AdoptionActKind.Sent => "Brev skickat",
        AdoptionActKind.Planned => "Beslut planerat",
        AdoptionActKind.Reminded => "Påmind",
        AdoptionActKind.Decided => "Beslut registrerat",
        AdoptionActKind.Corrected => "Uppgifter rättade",
        AdoptionActKind.Undone => "Registrering ångrad",
        AdoptionActKind.Carried => "Tidigare beslut gäller även denna text",
        AdoptionActKind.Closed => "Avslutad, en ny text rekommenderas",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
