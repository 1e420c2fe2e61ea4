namespace Samverk.Agreements.Consulting;

/// <summary>The Swedish words of consultations.</summary>
public static class ConsultingWords
{
    public static string Words(this ConsultationState state) => state switch
    {
        ConsultationState.Draft => "Utkast",
        ConsultationState.Open => "Öppen",
        ConsultationState.Closed => "Stängd",
        ConsultationState.Compiled => "Sammanställd",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this Stance stance) => stance switch
    {
        Stance.Supports => "Tillstyrker",
        Stance.SupportsWithChanges => "Tillstyrker med ändringar",
        Stance.Rejects => "Avstyrker",
        Stance.NoRemarks => "Har inga synpunkter",
        Stance.Abstains => "Avstår från att svara",
        _ => throw new ArgumentOutOfRangeException(nameof(stance)),
    };

    public static string Words(this ResponseState state) => state switch
    {
        ResponseState.None => "Har inte svarat",
        ResponseState.Draft => "Utkast",
        ResponseState.Approval => "Väntar på godkännande",
        ResponseState.Sent => "Har svarat",
        ResponseState.Abstained => "Avstår",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As others than the consultee see it: silence is called silence when the day has passed.</summary>
    public static string Shown(this ResponseState state, bool isPast) =>
        state is ResponseState.Sent or ResponseState.Abstained ? state.Words() : isPast ? "Inget svar" : ResponseState.None.Words();

    public static string Words(this ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.Noted => "Noterat",
        ReplyOutcome.Changed => "Texten ändras",
        ReplyOutcome.PartlyChanged => "Texten ändras delvis",
        ReplyOutcome.NotChanged => "Texten ändras inte",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Words(this ConsulteeActKind kind) => kind switch
    {
        ConsulteeActKind.Asked => "Brev skickat",
        ConsulteeActKind.Reminded => "Påmind",
        ConsulteeActKind.Extended => "Längre tid",
        ConsulteeActKind.Submitted => "Lämnat för godkännande",
        ConsulteeActKind.Returned => "Tillbaka för ändring",
        ConsulteeActKind.Sent => "Svaret skickat",
        ConsulteeActKind.Recorded => "Svaret registrerat",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
