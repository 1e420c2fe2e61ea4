using Samverk.Shared;

namespace Samverk.Agreements.Ledger;

/// <summary>What was done with an adoption.</summary>
public enum AdoptionActKind { Opened, Sent, Planned, Reminded, Decided, Corrected, Undone, Carried, Closed }

/// <summary>What a party's registrar writes of its decision.</summary>
/// <param name="Committee">Who decided: 'Socialnämnden'.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Condition">What it attached, or why it was referred back or declined; seen by all.</param>
public sealed record PartyDecision(AdoptionState Outcome, string? Committee, DateOnly? On, string? Paragraph, string? CaseNumber, string? Condition)
{
    public const int LongestWord = 100, LongestCondition = 1000;
}

/// <summary>
/// One party's own decision about one text. Everybody sees what it decided and when; what it keeps to itself is
/// <see cref="AdoptionPaper"/>.
/// </summary>
internal sealed class Adoption : Remembering, IOwned
{
    readonly List<AdoptionAct> acts = [];

    Adoption() { }

    public Adoption(AdoptionRound round, Guid organisation, string name, Adoption? before, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Round, Agreement, Version, OpenedOn, AnswerBy) = (round.Area, round.Owner, round.Id, round.Agreement, round.Version, DateOnly.FromDateTime(at.Local()), round.AnswerBy);
        (Organisation, OrganisationName, OrganisationSort) = (organisation, name, Swedish.SortKey(name));
        // An adoption of another text is offered to the party to stand by, never taken for granted.
        Before = before is { State: AdoptionState.Adopted or AdoptionState.AdoptedWithCondition } ? before.Id : null;
        Note(AdoptionActKind.Opened, at, by, null, $"Version {Version}");
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Round { get; private set; }
    public Guid Agreement { get; private set; }
    public int Version { get; private set; }
    public Guid Organisation { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public byte[] OrganisationSort { get; private set; } = [];
    public DateOnly OpenedOn { get; private set; }
    public DateOnly AnswerBy { get; private set; }
    public AdoptionState State { get; private set; }
    public string? Committee { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    /// <summary>The day from which it counts: the decision's, or when the party said that an earlier one holds for this text.</summary>
    public DateOnly? CountsFrom { get; private set; }
    public string? Paragraph { get; private set; }
    public string? CaseNumber { get; private set; }
    public string? Condition { get; private set; }
    /// <summary>When it expects to decide.</summary>
    public DateOnly? PlannedOn { get; private set; }
    public string? PlannedCommittee { get; private set; }
    public DateTimeOffset? RegisteredAt { get; private set; }
    /// <summary>When the letter that asks for it was sent.</summary>
    public DateTimeOffset? SentAt { get; private set; }
    public DateOnly? RemindedOn { get; private set; }
    public int Reminders { get; private set; }
    /// <summary>The party's adoption of the text before, that it can say holds for this one too.</summary>
    public Guid? Before { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>Who writes a decision says which edition they had before them.</summary>
    public int Edition { get; private set; }
    public IReadOnlyList<AdoptionAct> Acts => acts;

    public PartyAnswer Answer => new(Organisation, State, CountsFrom);

    /// <summary>The day that it is reminded next, by rule; null when it isn't: it has answered, or was never sent the letter.</summary>
    public DateOnly? RemindNext => IsWaiting && SentAt is { } sent ? ReminderRule.Next(DateOnly.FromDateTime(sent.Local()), AnswerBy, PlannedOn, RemindedOn, Reminders) : null;

    /// <summary>Somebody at the party is to do something.</summary>
    public bool IsWaiting => ClosedAt is null && State.IsUndecided();

    /// <summary>Why nothing can be written of it now; null when something can.</summary>
    public Refusal? MayDecide() => ClosedAt is null ? null : new("adoption-closed", "En ny text har rekommenderats. Beslut om den här texten tas inte längre emot.");

    /// <summary>Writes the party's decision. Written the same once more it is no news.</summary>
    /// <param name="binds">The agreement is in force by this very adoption: its outcome and day stand.</param>
    /// <returns>Whether something changed.</returns>
    public bool Decide(PartyDecision decision, bool binds, DateOnly today, DateTimeOffset at, Guid by, string byName)
    {
        var d = decision with { Committee = TextRules.Trimmed(decision.Committee), Paragraph = WithoutSign(decision.Paragraph), CaseNumber = TextRules.Trimmed(decision.CaseNumber), Condition = TextRules.Trimmed(decision.Condition) };
        Refusal.Heed(MayDecide() ?? Fault(d, today));
        if (d == new PartyDecision(State, Committee, DecidedOn, Paragraph, CaseNumber, Condition))
            return false;
        var isCorrection = State == d.Outcome && DecidedOn == d.On;
        Refusal.Heed(binds && !isCorrection ? new("in-force", "Överenskommelsen gäller genom det här beslutet. Nämnd, paragraf och diarienummer kan rättas, men inte utfall och dag.") : null);
        var before = (State, CaseNumber);
        (State, Committee, DecidedOn, CountsFrom, Paragraph, CaseNumber, Condition) = (d.Outcome, d.Committee, d.On, isCorrection ? CountsFrom : d.On, d.Paragraph, d.CaseNumber, d.Condition);
        (RegisteredAt, PlannedOn, PlannedCommittee) = (at, null, null);
        Note(isCorrection ? AdoptionActKind.Corrected : AdoptionActKind.Decided, at, by, byName, Told());
        Remember(isCorrection ? new AdoptionCorrected(Agreement, Id, OrganisationName, before.CaseNumber, CaseNumber, at, by) { Party = Organisation }
            : new AdoptionDecided(Agreement, Id, Organisation, OrganisationName, Version, State, Committee, DecidedOn!.Value, Paragraph, at, by));
        return true;
    }

    /// <summary>Says when the party expects to decide.</summary>
    public void Plan(DateOnly? on, string? committee, DateOnly today, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(MayDecide()
            ?? (IsWaiting ? null : new Refusal("already-decided", "Beslutet är redan registrerat."))
            ?? (on is null ? new Refusal("day-missing", "Skriv dagen som ärendet ska tas upp, som 2026-12-09.") : on < today ? new Refusal("planned-past", "Dagen har varit. Skriv en dag som kommer.") : null)
            ?? OneWord(committee, "Nämnden"));
        if (PlannedOn == on && PlannedCommittee == TextRules.Trimmed(committee))
            return;
        (PlannedOn, PlannedCommittee) = (on, TextRules.Trimmed(committee));
        Note(AdoptionActKind.Planned, at, by, byName, $"{on!.Value.InWords()}{(PlannedCommittee is { } name ? $", {name}" : "")}");
        Remember(new AdoptionPlanned(Agreement, Id, OrganisationName, on.Value, at, by) { Party = Organisation });
    }

    /// <summary>Takes back what was registered: the party has not decided.</summary>
    public void Undo(bool binds, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(MayDecide() ?? (binds ? new Refusal("in-force", "Överenskommelsen gäller genom det här beslutet. Det kan inte ångras här.") : RegisteredAt is null ? new Refusal("not-decided", "Inget beslut är registrerat.") : null));
        (State, Committee, DecidedOn, CountsFrom, Paragraph, CaseNumber, Condition, RegisteredAt) = (AdoptionState.Waiting, null, null, null, null, null, null, null);
        Note(AdoptionActKind.Undone, at, by, byName, null);
        Remember(new AdoptionUndone(Agreement, Id, OrganisationName, at, by) { Party = Organisation });
    }

    /// <summary>The party says that its decision about the text before holds for this one too.</summary>
    public void Carry(Adoption before, DateOnly today, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(MayDecide() ?? (before.Id == Before && IsWaiting ? null : new Refusal("nothing-to-carry", "Det finns inget tidigare beslut att låta gälla.")));
        (State, Committee, DecidedOn, CountsFrom, Paragraph, CaseNumber, Condition) = (before.State, before.Committee, before.DecidedOn, today, before.Paragraph, before.CaseNumber, before.Condition);
        (RegisteredAt, PlannedOn, PlannedCommittee) = (at, null, null);
        Note(AdoptionActKind.Carried, at, by, byName, $"Beslutet om version {before.Version}: {Told()}");
        Remember(new AdoptionCarried(Agreement, Id, Organisation, OrganisationName, before.Version, Version, at, by));
    }

    public void Sent(DateTimeOffset at, Guid by, string byName, string address)
    {
        SentAt ??= at;
        Note(AdoptionActKind.Sent, at, by, byName, address);
    }

    /// <param name="by">Null when it is by rule.</param>
    public void Remind(DateOnly on, DateTimeOffset at, Guid? by, string? byName, string address)
    {
        RemindedOn = on;
        Reminders++;
        Note(AdoptionActKind.Reminded, at, by, byName, address);
        Remember(new AdoptionReminded(Agreement, Id, OrganisationName, at, by));
    }

    public void Close(DateTimeOffset at)
    {
        if (ClosedAt is not null)
            return;
        ClosedAt = at;
        Note(AdoptionActKind.Closed, at, null, null, null);
    }

    static Refusal? Fault(PartyDecision d, DateOnly today) =>
        d.Outcome == AdoptionState.Waiting ? new("outcome-missing", "Välj vad som beslutades.")
        : d.Committee is null ? new("committee-missing", "Skriv vem som beslutade, till exempel Socialnämnden.")
        : d.On is null ? new("day-missing", "Beslutsdatum saknas. Skriv det som 2026-11-24.")
        : d.On > today ? new("decided-ahead", $"Beslutsdatumet är efter i dag. Skriv en dag som har varit, till exempel {today.Iso()}.")
        : d.On < new DateOnly(2000, 1, 1) ? new("decided-odd", "Beslutsdatumet är för långt tillbaka. Skriv det som 2026-11-24.")
        : d.Paragraph is null ? new("paragraph-missing", "Paragraf saknas. Skriv numret i protokollet.")
        : d.CaseNumber is null ? new("case-number-missing", "Diarienummer saknas. Skriv numret som det står i ert diarium.")
        : d is { Outcome: AdoptionState.AdoptedWithCondition, Condition: null } ? new("condition-missing", "Skriv vilket förbehållet är.")
        : d.Condition?.Length > PartyDecision.LongestCondition ? new("text-long", $"Texten är längre än {SwedishText.Figure(PartyDecision.LongestCondition)} tecken. Korta den.")
        : OneWord(d.Committee, "Nämnden") ?? OneWord(d.Paragraph, "Paragrafen") ?? OneWord(d.CaseNumber, "Diarienumret");

    static Refusal? OneWord(string? text, string what) => text?.Length > PartyDecision.LongestWord ? new("name-long", $"{what} är längre än {PartyDecision.LongestWord} tecken. Korta det.") : TextRules.OneLine(text, what);

    static string? WithoutSign(string? paragraph) => TextRules.Trimmed(TextRules.Trimmed(paragraph)?.TrimStart('§'));

    string Told() => $"{State.Did()}, {Committee} {DecidedOn?.Iso()} § {Paragraph}";

    void Note(AdoptionActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words)
    {
        acts.Add(new(this, acts.Count, kind, at, by, byName, words));
        Edition++;
    }
}

/// <summary>One act of the account: what, who, when. Never changed.</summary>
internal sealed class AdoptionAct : IInArea
{
    AdoptionAct() { }

    public AdoptionAct(Adoption adoption, int position, AdoptionActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words) =>
        (Area, Adoption, Position, Kind, At, By, ByName, Words) = (adoption.Area, adoption.Id, position, kind, at, by, byName, words);

    public Guid Area { get; private set; }
    public Guid Adoption { get; private set; }
    public int Position { get; private set; }
    public AdoptionActKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Null for what Samverk itself did.</summary>
    public Guid? By { get; private set; }
    public string? ByName { get; private set; }
    /// <summary>The address, the day or the decision.</summary>
    public string? Words { get; private set; }
}

/// <summary>What a party keeps to itself of its adoption: its extract, or a note. Its own public record, that no other principal sees.</summary>
internal sealed class AdoptionPaper : IOwned
{
    public const int LongestNote = 2000;

    AdoptionPaper() { }

    public AdoptionPaper(Adoption adoption, string? note, string? fileName, string? fileType, byte[]? bytes, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(note is null && bytes is null ? new("paper-empty", "Välj en fil eller skriv en anteckning.")
            : note?.Length > LongestNote ? new("text-long", $"Anteckningen är längre än {SwedishText.Figure(LongestNote)} tecken. Korta den.")
            : bytes is null ? null : SentFile.Fault(bytes.Length));
        (Area, Owner, Adoption, Note, FileName, FileType, Bytes, At, By, ByName) = (adoption.Area, adoption.Organisation, adoption.Id, note, fileName, fileType, bytes, at, by, byName);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    /// <summary>The party.</summary>
    public Guid Owner { get; private set; }
    public Guid Adoption { get; private set; }
    public string? Note { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }
    public byte[]? Bytes { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public string ByName { get; private set; } = "";
}
