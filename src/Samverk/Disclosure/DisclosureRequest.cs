using Samverk.Shared;

namespace Samverk.Disclosure;

public enum RequestState { Open, Answered }

/// <summary>What can be asked for and found.</summary>
public enum RecordKind { Meeting, Decision, Assignment, Original }

/// <summary>What became of one record that was asked for.</summary>
public enum DisclosureOutcome { Given, GivenMasked, Refused }

/// <summary>What was asked for, as somebody typed it. Who asked is not: nobody needs to say who they are.</summary>
sealed record RequestFacts(Guid? Owner, string What, DateOnly? ReceivedOn, string? CaseNumber, DateOnly? From, DateOnly? To, IReadOnlyList<Guid> Bodies, IReadOnlyList<Guid> People, string? Words);

/// <summary>What is decided about one record.</summary>
/// <param name="Law">Law and section; for what is not given out in full.</param>
/// <param name="Hidden">Words to mask, a line each.</param>
sealed record ItemDecision(Guid Item, DisclosureOutcome? Outcome, string? Law, string? Reason, string? Hidden, bool IsRemoved);

/// <summary>Somebody's request for an organisation's public records (TF 2 ch.), and what was decided about each record that answers it.</summary>
internal sealed class DisclosureRequest : Remembering, IOwned
{
    public const int LongestText = 4000;

    readonly List<DisclosureItem> items = [];

    DisclosureRequest() { }

    public DisclosureRequest(Guid area, RequestFacts facts, DateTimeOffset at, Guid by)
    {
        (Area, Owner, What, ReceivedOn, CaseNumber) = (area, facts.Owner!.Value, facts.What, facts.ReceivedOn!.Value, facts.CaseNumber);
        (From, To, Bodies, People, Words) = (facts.From, facts.To, [.. facts.Bodies], [.. facts.People], facts.Words);
        (CreatedAt, CreatedBy) = (at, by);
        Remember(new RequestReceived(Id, Owner, ReceivedOn, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public string What { get; private set; } = "";
    public DateOnly ReceivedOn { get; private set; }
    public string? CaseNumber { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public List<Guid> Bodies { get; private set; } = [];
    public List<Guid> People { get; private set; } = [];
    public string? Words { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public Guid CreatedBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    /// <summary>Name and title as they were: the decision that was sent stays true.</summary>
    public string? DecidedBy { get; private set; }
    /// <summary>Raised by every change: two who work at once don't write over each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<DisclosureItem> Items => items;

    public RequestState State => AnsweredAt is null ? RequestState.Open : RequestState.Answered;

    /// <summary>Why it can't be changed; null when it can.</summary>
    public Refusal? MayChange() => State == RequestState.Open ? null : new("request-answered", "Begäran är besvarad och kan inte ändras. Kommer det en ny begäran, lägg in den som en ny.");

    public void Take(Match match)
    {
        Refusal.Heed(MayChange());
        if (items.Exists(i => i.Kind == match.Kind && i.Thing == match.Thing))
            return;
        items.Add(new(this, items.Count == 0 ? 1 : items.Max(i => i.Position) + 1, match));
        Version++;
    }

    public void Decide(IReadOnlyList<ItemDecision> decisions)
    {
        Refusal.Heed(MayChange());
        foreach (var decision in decisions)
            if (items.Find(i => i.Id == decision.Item) is { } item)
                Decide(item, decision);
        Version++;
    }

    /// <summary>Why it can't be answered yet; null when it can.</summary>
    public Refusal? MayAnswer() => MayChange()
        ?? (items.Find(i => i.Outcome is null) is { } undecided ? new Refusal("undecided", $"{undecided.Title} är inte prövad än. Välj vad som gäller för den, eller ta bort den ur begäran.") : null)
        ?? (items.Find(i => i.Lacks) is { } bare ? new Refusal("ground-missing", $"{bare.Title} lämnas inte ut i sin helhet. Skriv lag och paragraf, och skälet.") : null);

    public void Answer(string decidedBy, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayAnswer());
        (AnsweredAt, AnsweredBy, DecidedBy) = (at, by, decidedBy);
        Version++;
        int Count(DisclosureOutcome outcome) => items.Count(i => i.Outcome == outcome);
        Remember(new RequestAnswered(Id, Owner, Count(DisclosureOutcome.Given), Count(DisclosureOutcome.GivenMasked), Count(DisclosureOutcome.Refused), at, by));
    }

    /// <summary>Whole days from the day that it came in, to the answer or today.</summary>
    public int Waited(DateOnly today) => Math.Max(0, (AnsweredAt is { } at ? DateOnly.FromDateTime(at.Local()) : today).DayNumber - ReceivedOn.DayNumber);

    void Decide(DisclosureItem item, ItemDecision decision)
    {
        if (decision.IsRemoved)
            items.Remove(item);
        else
            item.Decide(decision);
    }
}

/// <summary>A record that answers a request, and what was decided about it.</summary>
internal sealed class DisclosureItem : IInArea
{
    DisclosureItem() { }

    internal DisclosureItem(DisclosureRequest request, int position, Match match) =>
        (Area, Request, Position, Kind, Thing, Title, About, On) = (request.Area, request.Id, position, match.Kind, match.Thing, match.Title, match.About, match.On);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Request { get; private set; }
    public int Position { get; private set; }
    public RecordKind Kind { get; private set; }
    /// <summary>The meeting, decision, assignment or document.</summary>
    public Guid Thing { get; private set; }
    /// <summary>What it is called in the decision: tells which it is, nothing of what it says.</summary>
    public string Title { get; private set; } = "";
    /// <summary>The beginning of what it says, for the one who decides alone.</summary>
    public string? About { get; private set; }
    public DateOnly On { get; private set; }
    public DisclosureOutcome? Outcome { get; private set; }
    public string? Law { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>Words to mask, a line each.</summary>
    public string? Hidden { get; private set; }

    /// <summary>It is withheld, whole or in part, and nobody has said by which law and why.</summary>
    public bool Lacks => Outcome is DisclosureOutcome.GivenMasked or DisclosureOutcome.Refused && (Law is null || Reason is null);

    internal void Decide(ItemDecision decision)
    {
        (Outcome, Law, Reason, Hidden) = (decision.Outcome, Text(decision.Law), Text(decision.Reason), Text(decision.Hidden));
    }

    static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ReplaceLineEndings("\n");
}

static class DisclosureWords
{
    public static string Words(this RequestState state) => state == RequestState.Open ? "Öppen" : "Besvarad";

    public static string Words(this RecordKind kind) => kind switch
    {
        RecordKind.Meeting => "Möte",
        RecordKind.Decision => "Beslut",
        RecordKind.Assignment => "Uppdrag",
        RecordKind.Original => "Original",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this DisclosureOutcome outcome) => outcome switch
    {
        DisclosureOutcome.Given => "Lämnas ut",
        DisclosureOutcome.GivenMasked => "Lämnas ut med maskering",
        DisclosureOutcome.Refused => "Lämnas inte ut",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
