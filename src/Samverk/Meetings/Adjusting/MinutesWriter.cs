using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting;

/// <summary>All that is on the desk of a meeting.</summary>
sealed record OnDesk(Meeting Meeting, IReadOnlyList<DraftItem> Items, IReadOnlyList<Note> Notes, IReadOnlyList<Participant> Participants);

/// <summary>Writes the text of the minutes of what is on the desk.</summary>
static class MinutesWriter
{
    /// <param name="rules">Say whether the chair adjusts beside those who were elected, and in which order.</param>
    public static MinutesText Write(OnDesk desk, BodyInfo body, string? host, BodyRulesInfo rules)
    {
        var (meeting, notes) = (desk.Meeting, desk.Notes.Where(n => n.RemovedAt is null && !n.Content.IsEmpty).OrderBy(n => n.Position).ToLookup(n => n.Item));
        var numbers = desk.Items.ToDictionary(i => i.Id, i => i.Number);
        var text = new MinutesText(body.Name, body.ShortName, host, meeting.On)
        {
            Start = meeting.StartedAt is { } started ? TimeOf(started) : meeting.Start,
            End = meeting.EndedAt is { } ended ? TimeOf(ended) : null,
            Place = meeting.Place,
            Format = meeting.Format,
            CaseNumber = meeting.CaseNumber,
            People = [.. desk.Participants.OrderBy(p => p.Position).Where(p => p.WasHere || p.Role is not AttendanceRole.Deputy and not AttendanceRole.Guest).Select(p => Written(p, desk, numbers))],
            Items = [.. desk.Items.OrderBy(i => i.Position).Select(i => new MinutesItem(i.Id, i.Number, i.Title, i.Presenter, i.Restriction, [.. notes[i.Id].Select(n => Written(n, body, meeting.On))]))],
        };
        return text with { Signers = Signers(text, rules) };
    }

    static MinutesNote Written(Note note, BodyInfo body, DateOnly on) =>
        new(note.Id, note.Content, note.Running is { } running ? $"{body.Code} {on.Year}:{running}" : null, note.Running);

    static MinutesPerson Written(Participant p, OnDesk desk, Dictionary<Guid, string> numbers) =>
        new(p.Person, p.Name, p.Organisation, p.OrganisationName, p.Role, Of(p, desk.Meeting), p.WasHere && p.Stays.All(s => s.Digital), Words(p, desk, numbers));

    static Presence Of(Participant p, Meeting meeting) =>
        !p.WasHere ? Presence.Absent : CameLate(p, meeting) is null && WentEarly(p, meeting) is null && p.Stays.Count == 1 ? Presence.Present : Presence.Partial;

    // The first minutes of a meeting are given to those who are to come: nobody is late while they sit down.
    static DateTimeOffset? CameLate(Participant p, Meeting meeting) => p.Stays[0].From > meeting.StartedAt?.AddMinutes(5) ? p.Stays[0].From : null;

    static DateTimeOffset? WentEarly(Participant p, Meeting meeting) => p.Stays[^1].To is { } left && left < meeting.EndedAt?.AddMinutes(-5) ? left : null;

    static string? Words(Participant p, OnDesk desk, Dictionary<Guid, string> numbers)
    {
        List<string> said = [];
        if (p.ServesFor is { } whom && desk.Participants.FirstOrDefault(o => o.Id == whom) is { } member)
            said.Add($"ersätter {member.Name}");
        if (p.WasHere && CameLate(p, desk.Meeting) is { } came)
            said.Add($"kom {SwedishText.Clock(TimeOf(came))}");
        said.AddRange(p.Stays.Zip(p.Stays.Skip(1)).Where(s => s.Second.From > s.First.To?.AddMinutes(1)).Select(s => $"ute {SwedishText.Clock(TimeOf(s.First.To!.Value), TimeOf(s.Second.From))}"));
        if (p.WasHere && WentEarly(p, desk.Meeting) is { } went)
            said.Add($"gick {SwedishText.Clock(TimeOf(went))}");
        if (p.Stays.Any(s => s.Digital) && p.Stays.Any(s => !s.Digital))
            said.Add("delvis på distans");
        said.AddRange(p.Outs.Where(o => numbers.ContainsKey(o.Item)).Select(o => $"deltog inte i § {numbers[o.Item]} på grund av jäv"));
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    static List<MinutesSigner> Signers(MinutesText text, BodyRulesInfo rules)
    {
        var chair = rules.ChairSigns ? text.People.Where(p => p is { Role: AttendanceRole.Chair, Person: not null } && p.Presence != Presence.Absent).Select(p => (Person: p.Person!.Value, p.Name, As: "Ordförande")) : [];
        var elected = text.All<ElectionNote>().Where(n => n.Content.IsOfAdjuster).SelectMany(n => n.Content.People).Where(p => p.Person is not null).Select(p => (Person: p.Person!.Value, p.Name, As: ElectionNote.Adjuster));
        return [.. (rules.Order == AdjustingOrder.Sequential ? elected.Concat(chair) : chair.Concat(elected)).DistinctBy(s => s.Person).Select(s => new MinutesSigner(s.Person, s.Name, s.As, text.People.FirstOrDefault(p => p.Person == s.Person)?.OrganisationName))];
    }

    static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(at.Local());
}
