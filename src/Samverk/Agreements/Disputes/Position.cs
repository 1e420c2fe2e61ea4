using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>A position as it is written.</summary>
/// <param name="CaseNumber">The party's own.</param>
public sealed record WrittenPosition(string? Words, string? CaseNumber)
{
    public const int LongestWords = 20_000, LongestNumber = 100;
}

/// <summary>
/// A version of what a party thinks at one step (ståndpunkt): a draft that only the party reads, and sent. What is sent
/// never changes; what is added is another version, while the dispute is at that step.
/// </summary>
internal sealed class Position : IOwned
{
    Position() { }

    public Position(Dispute dispute, Guid organisation, int number, DateTimeOffset at, Guid by) =>
        (Area, Owner, Dispute, Step, Organisation, Number, WrittenAt, WrittenBy) = (dispute.Area, organisation, dispute.Id, dispute.Step, organisation, number, at, by);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Dispute { get; private set; }
    /// <summary>From 0.</summary>
    public int Step { get; private set; }
    public Guid Organisation { get; private set; }
    /// <summary>1 for the party's first at the step.</summary>
    public int Number { get; private set; }
    public string? Words { get; private set; }
    public string? CaseNumber { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public Guid? SentBy { get; private set; }
    public string? SentByName { get; private set; }
    /// <summary>Who saves says which edition they wrote on.</summary>
    public int Edition { get; private set; }

    /// <param name="edition">What the writer had before them: 0 when nothing was written, null from a program.</param>
    public void Write(WrittenPosition written, int? edition, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(SentAt is not null ? new("position-sent", "Ståndpunkten är skickad och ändras inte. Komplettera med en ny.")
            : edition is not null && edition != Edition ? new("stale", "Någon annan hos er har skrivit i samma ståndpunkt. Läs om sidan och gör om din ändring.")
            : written.Words?.Length > WrittenPosition.LongestWords ? new("position-long", $"Texten är längre än {SwedishText.Figure(WrittenPosition.LongestWords)} tecken. Korta den.")
            : written.CaseNumber?.Length > WrittenPosition.LongestNumber ? new("case-number-long", $"Diarienumret är längre än {WrittenPosition.LongestNumber} tecken. Korta det.")
            : TextRules.OneLine(written.CaseNumber, "Diarienumret"));
        (Words, CaseNumber, WrittenAt, WrittenBy) = (TextRules.Trimmed(written.Words?.ReplaceLineEndings("\n")), TextRules.Trimmed(written.CaseNumber), at, by);
        Edition++;
    }

    public void Send(DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(SentAt is not null ? new("position-sent", "Ståndpunkten är redan skickad.")
            : Words is null ? new("position-missing", "Skriv hur ni ser på saken.") : null);
        (SentAt, SentBy, SentByName) = (at, by, byName);
        Edition++;
    }
}
