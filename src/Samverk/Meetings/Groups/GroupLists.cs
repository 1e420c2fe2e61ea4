using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Groups;

/// <summary>One note of a group.</summary>
public sealed record GroupLineRow(Guid Id, Guid Group, string Text, int Version, DateTimeOffset WrittenAt, Guid WrittenBy, DateTimeOffset SavedAt, Guid SavedBy)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}

/// <summary>One group, as everybody at the meeting sees it: who is in it, and who has written; never what.</summary>
/// <param name="Writers">Who have written in it.</param>
public sealed record GroupRow(Guid Id, string Name, IReadOnlyList<ParticipantRow> Members, int Lines, IReadOnlyList<Guid> Writers, DateTimeOffset? LastAt);

/// <summary>A group discussion under an item.</summary>
/// <param name="Mine">The group that the reader is in.</param>
public sealed record GroupsView(Guid Id, Guid Item, string Number, string? Question, TimeOnly? Until, DateTimeOffset OpenedAt, DateTimeOffset? CollectedAt, int Version, IReadOnlyList<GroupRow> Groups, Guid? Mine);

/// <summary>One group's page.</summary>
/// <param name="MayWrite">Why the reader can't write in it now; null when they can.</param>
/// <param name="Next">The id of the reader's next note.</param>
public sealed record GroupPageView(GroupsView Discussion, GroupRow Group, IReadOnlyList<GroupLineRow> Lines, Refusal? MayWrite, Guid Next);

/// <summary>Reads group discussions, for those to whom the meeting is open.</summary>
public sealed class GroupLists(SamverkDb db, DeskLists desk)
{
    internal static Expression<Func<GroupLine, GroupLineRow>> Row { get; } = l => new GroupLineRow(l.Id, l.Group, l.Text, l.Version, l.WrittenAt, l.WrittenBy, l.SavedAt, l.SavedBy);

    /// <summary>The discussions of a meeting, the latest last; those that were called off aside.</summary>
    public async Task<IReadOnlyList<GroupsView>> Of(HeldView meeting, Actor actor, CancellationToken ct)
    {
        var found = await db.Set<GroupDiscussion>().Where(d => d.Meeting == meeting.Id && d.CalledOffAt == null).OrderBy(d => d.OpenedAt).ThenBy(d => d.Id).ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var ids = found.ConvertAll(d => d.Id);
        var people = (await desk.Participants(meeting.Id, ct)).ToDictionary(p => p.Id);
        // An item that has become restricted since is as it is everywhere: only its number is told.
        var numbers = (await db.Set<DraftItem>().Where(i => i.Meeting == meeting.Id).ToListAsync(ct)).Where(i => i.Restriction is null || meeting.MayReadRestricted).ToDictionary(i => i.Id, i => i.Number);
        var written = (await db.Set<GroupLine>().Where(l => ids.Contains(l.Discussion) && l.Text != "").Select(l => new { l.Group, l.WrittenBy, l.SavedAt }).ToListAsync(ct)).ToLookup(l => l.Group);
        return [.. found.Where(d => numbers.ContainsKey(d.Item)).Select(d => new GroupsView(d.Id, d.Item, numbers[d.Item], d.Question, d.Until, d.OpenedAt, d.CollectedAt, d.Version,
            [.. d.Groups.OrderBy(g => g.Position).Select(g => new GroupRow(g.Id, g.Name, [.. g.Members.Select(m => people[m])], written[g.Id].Count(), [.. written[g.Id].Select(l => l.WrittenBy).Distinct()], written[g.Id].Max(l => (DateTimeOffset?)l.SavedAt)))],
            d.Groups.FirstOrDefault(g => g.Members.Any(m => people[m].Person == actor.Person))?.Id))];
    }

    /// <returns>Null when the reader neither is in the group nor keeps the minutes.</returns>
    public async Task<GroupPageView?> Group(HeldView meeting, Guid group, Actor actor, CancellationToken ct)
    {
        if ((await Of(meeting, actor, ct)).FirstOrDefault(d => d.Groups.Any(g => g.Id == group)) is not { } discussion || (discussion.Mine != group && !meeting.MayWrite))
            return null;
        var lines = await db.Set<GroupLine>().Where(l => l.Group == group).OrderBy(l => l.WrittenAt).ThenBy(l => l.Id).Select(Row).ToListAsync(ct);
        var may = discussion.CollectedAt is not null || meeting.State is not (MeetingState.Running or MeetingState.Held) ? GroupWork.Collected : meeting.MayWrite ? null : actor.May(Permission.WriteInGroup);
        return new(discussion, discussion.Groups.Single(g => g.Id == group), lines, may, GroupLine.Next(group, actor.Person, lines.Count(l => l.WrittenBy == actor.Person)));
    }
}
