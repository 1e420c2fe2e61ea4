using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>Where a dispute stands.</summary>
public enum DisputeState
{
    Running,
    /// <summary>The parties have agreed.</summary>
    Settled,
    /// <summary>The body at its step has decided.</summary>
    Decided,
    /// <summary>Whoever raised it took it back.</summary>
    Withdrawn,
    /// <summary>It came to the top, and the parties did not agree there either.</summary>
    Closed,
}

/// <summary>What is done with a dispute: each is a row, and never changed.</summary>
public enum DisputeActKind
{
    Raised,
    SentUp,
    /// <summary>The body at its step says what it thinks that the parties should do: it goes on, for them to settle or to send up.</summary>
    Recommended,
    Decided,
    Settled,
    Withdrawn,
    Closed,
}

/// <summary>Where a dispute is.</summary>
/// <param name="Step">From 0; of one that has ended, the step that it ended at.</param>
/// <param name="StartedOn">The day that it came to the step.</param>
public readonly record struct DisputePlace(DisputeState State, int Step, DateOnly StartedOn, DateOnly LastDay, DateOnly? EndedOn)
{
    public bool IsRunning => State == DisputeState.Running;

    /// <summary>It lies there still, and its time is out.</summary>
    public bool IsLate(DateOnly today) => IsRunning && LastDay < today;
}

/// <summary>What an act says.</summary>
/// <param name="On">The day of a decision, a recommendation or a settlement; of the others it is the day that they are done.</param>
/// <param name="Words">The outcome, or the reason.</param>
/// <param name="Meeting">Where the body dealt with it, if that meeting is here.</param>
/// <param name="Paragraph">Of that meeting's minutes, or of minutes that are not here.</param>
public sealed record SaidAct(DisputeActKind Kind, DateOnly? On, string? Words, Guid? Meeting = null, string? Paragraph = null)
{
    public const int LongestWords = 4000;
}

/// <summary>Where a dispute is follows from its ladder and its acts, and which act may follow from where it is: the one place that says so.</summary>
static class DisputeLife
{
    public static DateOnly LastDay(DateOnly startedOn, int days) => startedOn.AddDays(days);

    /// <param name="ladder">As it was when the dispute was raised.</param>
    /// <param name="acts">In their order; the first is that it was raised.</param>
    public static DisputePlace Of(IReadOnlyList<LadderStep> ladder, IEnumerable<(DisputeActKind Kind, DateOnly On)> acts)
    {
        DisputePlace At(int step, DateOnly on) => new(DisputeState.Running, step, on, LastDay(on, ladder[step].Days), null);
        return acts.Aggregate(default(DisputePlace), (here, act) => act.Kind switch
        {
            DisputeActKind.Raised => At(0, act.On),
            DisputeActKind.SentUp => At(here.Step + 1, act.On),
            DisputeActKind.Recommended => here,
            DisputeActKind.Decided => here with { State = DisputeState.Decided, EndedOn = act.On },
            DisputeActKind.Settled => here with { State = DisputeState.Settled, EndedOn = act.On },
            DisputeActKind.Withdrawn => here with { State = DisputeState.Withdrawn, EndedOn = act.On },
            DisputeActKind.Closed => here with { State = DisputeState.Closed, EndedOn = act.On },
            _ => throw new ArgumentOutOfRangeException(nameof(acts)),
        });
    }

    /// <summary>Why this can't be done where it is; null when it can.</summary>
    public static Refusal? May(DisputeActKind kind, IReadOnlyList<LadderStep> ladder, DisputePlace here) => (kind, here.Step == ladder.Count - 1) switch
    {
        _ when !here.IsRunning => new("dispute-ended", $"Tvisten {here.State.Is()}. Inget mer kan skrivas i den."),
        (DisputeActKind.Raised, _) => new("already-raised", "Tvisten är redan anmäld."),
        (DisputeActKind.SentUp, true) => new("at-the-top", "Tvisten ligger på det översta steget. Den kan inte skickas vidare, men avslutas."),
        (DisputeActKind.Closed, false) => new("not-at-the-top", "Tvisten har inte nått det översta steget. Skicka den vidare, eller skriv hur den löstes."),
        (DisputeActKind.Decided or DisputeActKind.Recommended, _) when ladder[here.Step].Body is null => new("no-body-here", "Tvisten ligger hos parternas egna enheter. Där finns inget organ som beslutar."),
        _ => null,
    };

    /// <summary>Whether it must say why: always, but for what is sent up when the time at its step is out.</summary>
    public static bool NeedsWords(DisputeActKind kind, DisputePlace here, DateOnly today) => kind != DisputeActKind.SentUp || !here.IsLate(today);

    /// <summary>The day of what somebody else did and this tells of; for the others it is the day that they are done.</summary>
    public static bool HasOwnDay(DisputeActKind kind) => kind is DisputeActKind.Decided or DisputeActKind.Recommended or DisputeActKind.Settled;

    /// <summary>What is wrong with what it says; null when nothing is.</summary>
    public static Refusal? Fault(SaidAct said, DisputePlace here, DateOnly today) =>
        HasOwnDay(said.Kind) && said.On is null ? new("day-missing", "Skriv dagen som 2026-11-24.")
        : HasOwnDay(said.Kind) && said.On > today ? new("day-ahead", "Dagen är efter i dag. Skriv en dag som har varit.")
        : HasOwnDay(said.Kind) && said.On < here.StartedOn ? new("day-before-step", $"Tvisten kom till det här steget {here.StartedOn.InWords()}. Skriv den dagen eller en senare.")
        : NeedsWords(said.Kind, here, today) && TextRules.Trimmed(said.Words) is null ? new("words-missing", said.Kind switch
        {
            DisputeActKind.SentUp => $"Tiden på det här steget går till och med {here.LastDay.InWords()}. Skriv varför tvisten skickas vidare innan dess.",
            DisputeActKind.Decided or DisputeActKind.Recommended => "Skriv vad organet kom fram till.",
            DisputeActKind.Settled => "Skriv vad parterna har kommit överens om.",
            _ => "Skriv varför.",
        })
        : said.Words?.Length > SaidAct.LongestWords ? new("words-long", $"Texten är längre än {SwedishText.Figure(SaidAct.LongestWords)} tecken. Korta den.")
        : TextRules.OneLine(said.Paragraph, "Paragrafen");
}
