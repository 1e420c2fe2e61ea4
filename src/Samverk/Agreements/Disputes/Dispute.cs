using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>What somebody says when they raise a dispute.</summary>
/// <param name="For">The party that raises it; null when the keeper of the agreement does.</param>
/// <param name="Subject">In a line.</param>
/// <param name="About">What the parties see differently.</param>
/// <param name="Tried">What they have tried where it arose.</param>
/// <param name="Parties">Those that it is between.</param>
public sealed record RaisedDispute(Guid? For, string Subject, string About, string Tried, IReadOnlyCollection<Guid> Parties)
{
    public const int LongestText = 8000;

    /// <summary>Why it can't be raised so; null when it can.</summary>
    /// <param name="bound">The parties of the agreement.</param>
    public Refusal? Fault(IReadOnlyCollection<Guid> bound) =>
        string.IsNullOrWhiteSpace(Subject) ? new("subject-missing", "Skriv vad tvisten gäller, i en rad.")
        : TextRules.OneLine(Subject, "Rubriken") is { } odd ? odd with { Code = "subject-odd" }
        : TextRules.Trimmed(About) is null ? new("about-missing", "Skriv vad parterna ser olika på.")
        : About.Length > LongestText ? new("about-long", $"Texten är längre än {SwedishText.Figure(LongestText)} tecken. Korta den.")
        : TextRules.Trimmed(Tried) is null ? new("tried-missing", "Skriv vad ni har prövat där frågan uppstod.")
        : Tried.Length > LongestText ? new("tried-long", $"Texten är längre än {SwedishText.Figure(LongestText)} tecken. Korta den.")
        : Parties.Distinct().Count() < 2 ? new("parties-few", "En tvist är mellan minst två parter. Välj dem.")
        : Parties.Any(p => !bound.Contains(p)) ? new("not-a-party", "En av organisationerna är inte part i överenskommelsen. Läs om sidan.")
        : For is { } one && !Parties.Contains(one) ? new("raiser-outside", "Den som anmäler tvisten är själv en av parterna. Välj den också.") : null;
}

/// <summary>
/// A matter that the parties of an agreement see differently (tvist). It begins at the lowest step of the agreement's ladder
/// as that was then, and goes up by acts until it ends.
/// </summary>
internal sealed class Dispute : Remembering, IOwned
{
    readonly List<DisputeStep> steps = [];
    readonly List<DisputeParty> parties = [];
    readonly List<DisputeAct> acts = [];

    Dispute() { }

    /// <param name="ladder">The agreement's, as it is now.</param>
    /// <param name="between">The parties, in the order of their names.</param>
    /// <param name="site">Where Samverk is reached: links in the letters begin so.</param>
    public Dispute(Agreement agreement, RaisedDispute raised, IReadOnlyList<LadderStep> ladder, IReadOnlyList<OrganisationInfo> between, string site, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed((agreement.State == AgreementState.InForce ? null : new Refusal("not-in-force", $"Överenskommelsen {agreement.State!.Value.Is()}. En tvist anmäls om en som gäller."))
            ?? (ladder.Count > 0 ? null : new Refusal("no-ladder", "Överenskommelsen har ingen tvistetrappa. Den som sköter överenskommelsen bestämmer den först."))
            ?? raised.Fault([.. agreement.Bound().Select(p => p.Organisation)]));
        (Area, Owner, Agreement, Body, Version) = (agreement.Area, agreement.Owner, agreement.Id, agreement.Body!.Value, agreement.VersionInForce!.Value);
        (Subject, SubjectFolded, About, Tried) = (raised.Subject.Trim(), Swedish.Fold(raised.Subject), Plain(raised.About), Plain(raised.Tried));
        (RaisedFor, RaisedOn, RaisedBy, RaisedByName, Site) = (raised.For, DateOnly.FromDateTime(at.Local()), by, byName, site);
        steps.AddRange(ladder.Select((s, i) => new DisputeStep(this, i, s)));
        parties.AddRange(between.Select(o => new DisputeParty(this, o)));
        Add(new(DisputeActKind.Raised, null, null), at, by, byName, raised.For);
        Remember(new DisputeRaised(Id, Agreement, Subject, SwedishText.Enumerate([.. between.Select(o => o.Name)]), steps[0].Name, LastDay, at, by) { For = raised.For });
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Agreement { get; private set; }
    /// <summary>The body that was responsible for the agreement then.</summary>
    public Guid Body { get; private set; }
    /// <summary>The text that was in force then.</summary>
    public int Version { get; private set; }
    public string Subject { get; private set; } = "";
    public string SubjectFolded { get; private set; } = "";
    public string About { get; private set; } = "";
    public string Tried { get; private set; } = "";
    /// <summary>The party that raised it; null where the keeper of the agreement did.</summary>
    public Guid? RaisedFor { get; private set; }
    public DateOnly RaisedOn { get; private set; }
    public Guid RaisedBy { get; private set; }
    public string RaisedByName { get; private set; } = "";
    /// <summary>Derived from the acts, in <see cref="Add"/> alone; so are the five below.</summary>
    public DisputeState State { get; private set; }
    /// <summary>From 0.</summary>
    public int Step { get; private set; }
    /// <summary>The body at its step; null where that is the parties' own units.</summary>
    public Guid? StepBody { get; private set; }
    public DateOnly StartedOn { get; private set; }
    public DateOnly LastDay { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    /// <summary>When it was noted, and its keeper told, that the time at the step is out.</summary>
    public DateTimeOffset? NotedAt { get; private set; }
    /// <summary>How many of its acts the letters have told of.</summary>
    public int Told { get; private set; }
    /// <summary>Where Samverk is reached, for the letters.</summary>
    public string Site { get; private set; } = "";

    public IReadOnlyList<DisputeStep> Steps => steps;
    public IReadOnlyList<DisputeParty> Parties => parties;
    public IReadOnlyList<DisputeAct> Acts => acts;

    public DisputePlace Here => new(State, Step, StartedOn, LastDay, EndedOn);

    /// <summary>As it was when this was raised, the lowest step first.</summary>
    public IReadOnlyList<LadderStep> Ladder() => [.. steps.OrderBy(s => s.Position).Select(s => new LadderStep(s.Body, s.Name, s.Days))];

    /// <summary>Does what may be done where it is. Who may is asked before.</summary>
    /// <param name="seen">How many acts the doer had before them; null from a program.</param>
    /// <param name="actsFor">The party that it is done for; null for the keeper, and the body at the step.</param>
    public void Do(SaidAct said, int? seen, DateTimeOffset at, Guid by, string byName, Guid? actsFor)
    {
        Refusal.Heed((seen is null || seen == acts.Count ? null : new Refusal("stale", "Det har hänt något i tvisten sedan du läste den. Läs om sidan."))
            ?? DisputeLife.May(said.Kind, Ladder(), Here) ?? DisputeLife.Fault(said, Here, DateOnly.FromDateTime(at.Local())));
        var from = Ladder()[Step].Name;
        Add(said, at, by, byName, actsFor);
        var (words, to) = (acts[^1].Words, Ladder()[Step].Name);
        Remember(said.Kind switch
        {
            DisputeActKind.SentUp => new DisputeSentUp(Id, Subject, from, to, LastDay, words, at, by) { For = actsFor },
            DisputeActKind.Recommended => new DisputeRecommended(Id, Subject, from, acts[^1].On, words!, at, by),
            _ => new DisputeEnded(Id, Agreement, Subject, State, from, EndedOn!.Value, words, at, by) { For = actsFor },
        });
    }

    void Add(SaidAct said, DateTimeOffset at, Guid by, string byName, Guid? actsFor)
    {
        var on = DisputeLife.HasOwnDay(said.Kind) ? said.On!.Value : DateOnly.FromDateTime(at.Local());
        acts.Add(new(this, acts.Count, said, on, at, by, byName, actsFor));
        (State, Step, StartedOn, LastDay, EndedOn) = DisputeLife.Of(Ladder(), acts.OrderBy(a => a.Position).Select(a => (a.Kind, a.On)));
        var here = steps.Single(s => s.Position == Step);
        here.Begin(StartedOn, LastDay);
        StepBody = here.Body;
        if (said.Kind is not DisputeActKind.SentUp)
            return;
        NotedAt = null;
        parties.ForEach(p => p.Begin());
    }

    /// <summary>A party has sent its position at the step.</summary>
    public void Stated(Position position, DateTimeOffset at, Guid by) =>
        Remember(new PositionSent(Id, position.Id, parties.Single(p => p.Organisation == position.Organisation).Name, Ladder()[Step].Name, position.Number, at, by) { Party = position.Organisation });

    /// <summary>Notes, once for each step, that its time is out.</summary>
    /// <returns>Whether it was noted now.</returns>
    public bool NoteLate(DateTimeOffset at)
    {
        if (NotedAt is not null || !Here.IsLate(DateOnly.FromDateTime(at.Local())))
            return false;
        NotedAt = at;
        Remember(new DisputeTimeOut(Id, Ladder()[Step].Name, LastDay, at, null));
        return true;
    }

    public void Reminded(DisputeParty party, DateOnly on, DateTimeOffset at)
    {
        party.Remind(on);
        Remember(new PositionReminded(Id, party.Name, Ladder()[Step].Name, at, null));
    }

    /// <summary>The letters have told of everything that was done.</summary>
    public void Tell() => Told = acts.Count;

    static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}

/// <summary>A step of the ladder as it was when the dispute was raised.</summary>
internal sealed class DisputeStep : IInArea
{
    DisputeStep() { }

    public DisputeStep(Dispute dispute, int position, LadderStep step) => (Area, Dispute, Position, Body, Name, Days) = (dispute.Area, dispute.Id, position, step.Body, step.Name, step.Days);

    public Guid Area { get; private set; }
    public Guid Dispute { get; private set; }
    /// <summary>From 0, the lowest first.</summary>
    public int Position { get; private set; }
    public Guid? Body { get; private set; }
    public string Name { get; private set; } = "";
    public int Days { get; private set; }
    /// <summary>The day that the dispute came to it; null until it does.</summary>
    public DateOnly? StartedOn { get; private set; }
    public DateOnly? LastDay { get; private set; }

    public void Begin(DateOnly on, DateOnly lastDay) => (StartedOn, LastDay) = (on, lastDay);
}

/// <summary>One of those that a dispute is between.</summary>
internal sealed class DisputeParty : IInArea
{
    DisputeParty() { }

    public DisputeParty(Dispute dispute, OrganisationInfo organisation) =>
        (Area, Dispute, Organisation, Name, NameSort) = (dispute.Area, dispute.Id, organisation.Id, organisation.Name, Swedish.SortKey(organisation.Name));

    public Guid Area { get; private set; }
    public Guid Dispute { get; private set; }
    public Guid Organisation { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>Of its position at the step where the dispute is.</summary>
    public DateOnly? RemindedOn { get; private set; }
    public int Reminders { get; private set; }

    public void Remind(DateOnly on) => (RemindedOn, Reminders) = (on, Reminders + 1);

    /// <summary>The dispute has come to another step.</summary>
    public void Begin() => RemindedOn = null;
}

/// <summary>One act of a dispute: what, at which step, who. Never changed.</summary>
internal sealed class DisputeAct : IInArea
{
    DisputeAct() { }

    public DisputeAct(Dispute dispute, int position, SaidAct said, DateOnly on, DateTimeOffset at, Guid by, string byName, Guid? actsFor)
    {
        (Area, Dispute, Position, Kind, Step, On) = (dispute.Area, dispute.Id, position, said.Kind, dispute.Step, on);
        (Words, Meeting, Paragraph) = (TextRules.Trimmed(said.Words?.ReplaceLineEndings("\n")), said.Meeting, TextRules.Trimmed(said.Paragraph));
        (At, By, ByName, For) = (at, by, byName, actsFor);
    }

    public Guid Area { get; private set; }
    public Guid Dispute { get; private set; }
    public int Position { get; private set; }
    public DisputeActKind Kind { get; private set; }
    /// <summary>Where the dispute was when it was done.</summary>
    public int Step { get; private set; }
    /// <summary>The day that it counts from.</summary>
    public DateOnly On { get; private set; }
    /// <summary>The outcome, or the reason.</summary>
    public string? Words { get; private set; }
    public Guid? Meeting { get; private set; }
    public string? Paragraph { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public string ByName { get; private set; } = "";
    /// <summary>The party that it was done for; null for the keeper, and the body at the step.</summary>
    public Guid? For { get; private set; }
}
