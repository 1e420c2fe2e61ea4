using Samverk.Meetings.Desk;
using Samverk.Shared;

namespace Samverk.Meetings.Notices;

/// <summary>An item of an agenda as it was sent. What is restricted is sent without its title.</summary>
/// <param name="Item">The draft item, by which it is found again when it has moved or changed.</param>
public sealed record AgendaLine(Guid Item, string Title, ItemKind Kind, string? Presenter, int? Minutes, string? Proposal, bool IsRestricted);

/// <summary>All of an agenda as it was sent.</summary>
public sealed record SentAgenda(IReadOnlyList<AgendaLine> Lines);

/// <summary>An agenda as it was sent: 1 for the first that went out with the notice. It never changes.</summary>
internal sealed class AgendaVersion : IOwned
{
    AgendaVersion() { }

    public AgendaVersion(Meeting meeting, int version, SentAgenda agenda, byte[] pdf, DateTimeOffset at, Guid by) =>
        (Area, Owner, Meeting, Version, Agenda, Pdf, SentAt, SentBy) = (meeting.Area, meeting.Owner, meeting.Id, version, agenda, pdf, at, by);

    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public int Version { get; private set; }
    public SentAgenda Agenda { get; private set; } = null!;
    /// <summary>The notice as it was sent with the letters.</summary>
    public byte[] Pdf { get; private set; } = [];
    public DateTimeOffset SentAt { get; private set; }
    public Guid SentBy { get; private set; }
}

/// <summary>What differs between the agenda that was sent and the one there is now, in words.</summary>
public static class AgendaDifference
{
    /// <returns>One sentence for each thing that differs, in the order of the agenda; empty when nothing does.</returns>
    public static IReadOnlyList<string> Between(IReadOnlyList<AgendaLine> sent, IReadOnlyList<AgendaLine> now)
    {
        var before = sent.Select((line, i) => (line, i)).ToDictionary(l => l.line.Item, l => (Line: l.line, Place: l.i));
        var left = now.Select(l => l.Item).ToHashSet();
        return
        [
            .. now.SelectMany((line, i) => before.TryGetValue(line.Item, out var was) ? Changed(was.Line, line, i) : [$"Ny punkt {i + 1}: {line.Title}."]),
            .. sent.Where(l => !left.Contains(l.Item)).Select(l => $"Borttagen: {l.Title}."),
            .. Moved(sent, now),
        ];
    }

    static IEnumerable<string> Changed(AgendaLine was, AgendaLine now, int place)
    {
        if (was.Title != now.Title)
            yield return $"Punkt {place + 1} hette {was.Title} och heter nu {now.Title}.";
        if (was.Kind != now.Kind)
            yield return $"{now.Title} är nu {now.Kind.Words().ToLower(Swedish.Culture)} i stället för {was.Kind.Words().ToLower(Swedish.Culture)}.";
        if (was.Presenter != now.Presenter)
            yield return now.Presenter is null ? $"{now.Title} har ingen föredragande längre." : $"{now.Title} föredras av {now.Presenter}.";
        if (was.Minutes != now.Minutes)
            yield return $"{now.Title} har {Time(now.Minutes)} i stället för {Time(was.Minutes)}.";
        if (was.Proposal != now.Proposal)
            yield return now.Proposal is null ? $"{now.Title} har inget förslag till beslut längre." : $"Förslaget till beslut under {now.Title} är {(was.Proposal is null ? "nytt" : "ändrat")}.";
    }

    // Of those that both have, the fewest that must be moved to make one order of the other.
    static IEnumerable<string> Moved(IReadOnlyList<AgendaLine> sent, IReadOnlyList<AgendaLine> now)
    {
        var place = sent.Select((line, i) => (line.Item, i)).ToDictionary(l => l.Item, l => l.i);
        var both = now.Where(l => place.ContainsKey(l.Item)).ToList();
        var still = LongestRising([.. both.Select(l => place[l.Item])]);
        return both.Where((_, i) => !still.Contains(i)).Select(l => $"{l.Title} är flyttad och är nu punkt {now.ToList().IndexOf(l) + 1}.");
    }

    static HashSet<int> LongestRising(int[] places)
    {
        var (length, before) = (new int[places.Length], new int[places.Length]);
        var best = -1;
        for (var i = 0; i < places.Length; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[j] < places[i] && length[j] + 1 > length[i])
                    (length[i], before[i]) = (length[j] + 1, j);
            if (best < 0 || length[i] > length[best])
                best = i;
        }
        HashSet<int> still = [];
        for (var i = best; i >= 0; i = before[i])
            still.Add(i);
        return still;
    }

    static string Time(int? minutes) => minutes is { } known ? $"{known} minuter" : "ingen tid";
}
