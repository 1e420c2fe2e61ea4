using Samverk.Meetings.Desk;
using Samverk.Shared;

namespace Samverk.Meetings.Groups;

/// <summary>What somebody says of a group discussion.</summary>
/// <param name="Question">What the groups are to answer; null when it says itself.</param>
/// <param name="Until">When they are to be done, that day; null when nobody has said.</param>
public sealed record GroupFacts(string? Question, TimeOnly? Until, IReadOnlyList<GroupFact> Groups);

/// <param name="Id">Null for a new group.</param>
/// <param name="Members">Of the list of those who are at the meeting.</param>
public sealed record GroupFact(Guid? Id, string Name, IReadOnlyList<Guid> Members);

/// <summary>
/// Group work under one item: open while the groups write, until their notes are collected into the item, once. After that
/// it is only read.
/// </summary>
internal sealed class GroupDiscussion : Remembering, IOwned
{
    public const int MostGroups = 40, LongestQuestion = 1000;

    readonly List<DiscussionGroup> groups = [];

    GroupDiscussion() { }

    public GroupDiscussion(DraftItem item, GroupFacts facts, DateTimeOffset at, Guid by)
    {
        // Everybody at the meeting sees who has written, and what when it is collected.
        Refusal.Heed(item.Restriction is null ? null : new("item-restricted", "Punkten är sekretessbelagd. Vad grupperna skriver läses av alla som följer mötet."));
        (Area, Owner, Meeting, Item, OpenedAt, OpenedBy) = (item.Area, item.Owner, item.Meeting, item.Id, at, by);
        Set(facts);
        Remember(new GroupsOpened(Meeting, Id, item.Number, groups.Count, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Item { get; private set; }
    public string? Question { get; private set; }
    public TimeOnly? Until { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid OpenedBy { get; private set; }
    /// <summary>When the groups' notes were taken into the item.</summary>
    public DateTimeOffset? CollectedAt { get; private set; }
    public Guid? CollectedBy { get; private set; }
    /// <summary>When it was called off, before anybody had written.</summary>
    public DateTimeOffset? CalledOffAt { get; private set; }
    /// <summary>Raised by every change of groups, question or time: who changes says which one they read.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<DiscussionGroup> Groups => groups;

    public bool IsOpen => CollectedAt is null && CalledOffAt is null;

    /// <summary>Why the groups can't be written to, changed or collected; null when they can.</summary>
    public Refusal? MayGoOn() =>
        CollectedAt is not null ? GroupWork.Collected
        : CalledOffAt is not null ? new("groups-called-off", "Gruppdiskussionen är avbruten.")
        : null;

    /// <param name="readVersion">The version that the writer had before them.</param>
    /// <param name="written">The groups that have notes: they stay.</param>
    public void Change(GroupFacts facts, int readVersion, IReadOnlySet<Guid> written)
    {
        Refusal.Heed(MayGoOn() ?? (readVersion == Version ? null : new("stale-groups", "Någon annan har ändrat grupperna medan du gjorde det. Läs om sidan och gör om din ändring.")));
        var kept = facts.Groups.Select(g => g.Id).OfType<Guid>().ToHashSet();
        Refusal.Heed(groups.Exists(g => written.Contains(g.Id) && !kept.Contains(g.Id)) ? new("group-has-notes", "En grupp som har skrivit kan inte tas bort. Flytta dess deltagare i stället.") : null);
        Set(facts);
    }

    /// <returns>What comes into the item: the question, then each group's notes under its name.</returns>
    public IReadOnlyList<NoteContent> Collect(string number, IReadOnlyList<GroupLine> lines, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayGoOn());
        (CollectedAt, CollectedBy) = (at, by);
        var written = lines.Where(l => !l.IsEmpty).OrderBy(l => l.WrittenAt).ThenBy(l => l.Id).ToLookup(l => l.Group, l => l.OnOneLine);
        Remember(new GroupsCollected(Meeting, Id, number, written.Sum(g => g.Count()), at, by));
        List<NoteContent> notes = Question is null ? [] : [new TextNote($"Gruppdiskussion: {Question}")];
        foreach (var group in groups.OrderBy(g => g.Position))
            notes.AddRange(GroupNote.Of(group.Name, [.. written[group.Id]]));
        return notes;
    }

    public void CallOff(string number, bool isWritten, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayGoOn() ?? (isWritten ? new("groups-have-notes", "En grupp har skrivit. Samla in anteckningarna i stället; under paragrafen kan de ändras och tas bort.") : null));
        CalledOffAt = at;
        Remember(new GroupsCalledOff(Meeting, Id, number, at, by));
    }

    void Set(GroupFacts facts)
    {
        Refusal.Heed(Fault(facts));
        (Question, Until) = (TextRules.Trimmed(facts.Question), facts.Until);
        var before = groups.ToDictionary(g => g.Id);
        groups.RemoveAll(g => facts.Groups.All(f => f.Id != g.Id));
        for (var i = 0; i < facts.Groups.Count; i++)
        {
            var fact = facts.Groups[i];
            if (fact.Id is { } id && before.TryGetValue(id, out var group))
                group.Change(i, fact);
            else
                groups.Add(new(this, i, fact));
        }
        Version++;
    }

    static Refusal? Fault(GroupFacts facts) =>
        facts.Question?.Length > LongestQuestion ? new("question-long", $"Frågan är längre än {SwedishText.Figure(LongestQuestion)} tecken. Korta den.")
        : facts.Groups.Count < 2 ? new("groups-few", "Dela in mötet i minst två grupper.")
        : facts.Groups.Count > MostGroups ? new("groups-many", $"Dela in mötet i högst {MostGroups} grupper.")
        : facts.Groups.Select(g => TextRules.Name(g.Name, "Gruppens namn")).FirstOrDefault(fault => fault is not null) is { } fault ? fault
        : facts.Groups.GroupBy(g => g.Name.Trim(), Swedish.Names).FirstOrDefault(g => g.Count() > 1) is { } twice ? new("group-twice", $"Två grupper heter {twice.Key}. Ge den ena ett annat namn.")
        : facts.Groups.FirstOrDefault(g => g.Members.Count == 0) is { } empty ? new("group-empty", $"{empty.Name.Trim()} har inga deltagare. Flytta någon dit, eller välj färre grupper.")
        : facts.Groups.SelectMany(g => g.Members).GroupBy(m => m).Any(g => g.Count() > 1) ? new("member-twice", "En person kan bara vara med i en grupp.")
        : null;
}

/// <summary>One of the groups: its name and those who are in it.</summary>
internal sealed class DiscussionGroup : IInArea
{
    DiscussionGroup() { }

    public DiscussionGroup(GroupDiscussion discussion, int position, GroupFact fact)
    {
        (Area, Discussion) = (discussion.Area, discussion.Id);
        Change(position, fact);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Discussion { get; private set; }
    public int Position { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Of the meeting's participants.</summary>
    public IReadOnlyList<Guid> Members { get; private set; } = [];

    public void Change(int position, GroupFact fact) => (Position, Name, Members) = (position, fact.Name.Trim(), [.. fact.Members]);
}
