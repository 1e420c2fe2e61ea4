namespace Samverk.Agreements.Disputes;

/// <summary>The Swedish words of disputes.</summary>
public static class DisputeWords
{
    public static string Words(this DisputeState state) => state switch
    {
        DisputeState.Running => "Pågår",
        DisputeState.Settled => "Löst",
        DisputeState.Decided => "Avgjord",
        DisputeState.Withdrawn => "Återtagen",
        DisputeState.Closed => "Avslutad utan lösning",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>'Tvisten löstes', of one that has ended.</summary>
    public static string Is(this DisputeState state) => state switch
    {
        DisputeState.Running => "pågår",
        DisputeState.Settled => "löstes",
        DisputeState.Decided => "avgjordes",
        DisputeState.Withdrawn => "togs tillbaka",
        DisputeState.Closed => "avslutades utan lösning",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What was done, in the account.</summary>
    public static string Words(this DisputeActKind kind) => kind switch
    {
        DisputeActKind.Raised => "Anmäld",
        DisputeActKind.SentUp => "Skickad vidare",
        DisputeActKind.Recommended => "Organet rekommenderade",
        DisputeActKind.Decided => "Organet beslutade",
        DisputeActKind.Settled => "Parterna kom överens",
        DisputeActKind.Withdrawn => "Återtagen",
        DisputeActKind.Closed => "Avslutad utan lösning",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
