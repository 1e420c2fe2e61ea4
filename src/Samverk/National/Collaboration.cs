using Samverk.Agreements;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.National;

/// <summary>An area's ten years, meeting by meeting, as rows.</summary>
sealed class Collaboration
{
    static readonly AgreementState[] Stages = [AgreementState.Idea, AgreementState.Preparing, AgreementState.Consulting, AgreementState.Endorsed, AgreementState.Recommended, AgreementState.Adopting, AgreementState.InForce];

    const double Public = .3;

    readonly County county;
    readonly Dice dice;
    readonly LoadedArea loaded;
    readonly Calendar calendar;
    readonly Dictionary<string, BodyInfo> bodies;
    readonly Dictionary<string, PersonInfo> people;
    readonly Dictionary<int, LoadedBatch> batches = [];
    readonly Dictionary<(string Body, int Year), int> running = [];
    readonly Dictionary<string, (Guid Id, int Stage)> agreements = [];

    public Collaboration(RegisterEntry region, Calendar calendar, ulong seed)
    {
        (dice, this.calendar) = (new(seed), calendar);
        county = new(region, dice, calendar.From);
        loaded = LoadedArea.Of(county.Area(calendar.From), calendar.From.Begins());
        bodies = loaded.Bodies.ToDictionary(b => b.Code);
        people = loaded.People.ToDictionary(p => p.Name);
    }

    public Guid Id => loaded.Id;
    public string Name => county.Area(calendar.From).Name;
    public IReadOnlyList<object> Rows => loaded.Rows;

    /// <summary>All that one meeting leaves behind.</summary>
    /// <param name="number">Of the area's meetings, from 0: bodies meet in turn.</param>
    public List<object> Meet(int number)
    {
        var (body, on) = (county.AllBodies[number % County.Bodies], calendar.Day(number));
        var (info, at) = (bodies[body.Plan.Code], on.AddDays(10).Begins());
        var secretary = Attendance(county.Secretary(body), AttendanceRole.Secretary, Presence.Present);
        var minutes = new Minutes(dice, body, on, Present(body, on, secretary.Name), secretary, county.Places);
        List<object> rows = [];
        var document = Batch(on.Year, rows).Add($"{body.Plan.Code.ToLowerInvariant()}-{on.Iso()}.txt", minutes.Text, at);
        if (calendar.IsLast(number))
            minutes.Next.Add(new(calendar.Day(number + County.Bodies), new(9, 0), new(12, 0), dice.Of(county.Places)));
        var recorded = minutes.Recorded(info.Id, document.Id);
        var key = (body.Plan.Code, on.Year);
        var meeting = LoadedMeeting.Of(info, recorded, running.GetValueOrDefault(key), dice.Chance(Public), at);
        running[key] = running.GetValueOrDefault(key) + recorded.Decisions.Count;
        rows.AddRange([.. meeting.Rows, .. document.Confirmed(info, on, minutes.Kind, meeting.Id, at)]);
        rows.AddRange(LoadedPlans.Of(info, meeting.Id, on, minutes.Assignments.Select(a => (a, Report(a, on))), minutes.Deadlines));
        var mentions = minutes.Mentions.ConvertAll(m => Mention(info, m.Subject, m.Item, m.Source, at, rows));
        rows.AddRange(LoadedAgreements.Of(info, meeting.Id, on, mentions, minutes.Consultations));
        rows.AddRange(minutes.Next.SelectMany(next => LoadedMeeting.Announced(info, next, meeting.Id, on, at).Rows));
        return rows;
    }

    List<RecordedAttendance> Present(InventedBody body, DateOnly on, string but)
    {
        var members = body.MembersOn(on).Where(m => m != but).ToList();
        var chair = members[0];
        List<RecordedAttendance> present = [.. members.Select(m => Attendance(m, m == chair ? AttendanceRole.Chair : AttendanceRole.Member, m != chair && dice.Chance(.14) ? Presence.Absent : Presence.Present))];
        var guests = dice.Some(loaded.People, dice.Between(3, 6)).Where(p => p.Name != but && !members.Contains(p.Name));
        present.AddRange(guests.Select(g => Attendance(g.Name, AttendanceRole.Guest, Presence.Present)));
        return present;
    }

    RecordedAttendance Attendance(string name, AttendanceRole role, Presence presence)
    {
        var person = people[name];
        return new(name, person.Id, person.OrganisationName, person.Organisation, role, presence, presence == Presence.Present && dice.Chance(.3), [], null, Span.None);
    }

    // Most is reported in time; of the last year much is still to do.
    LoadedReport? Report(RecordedAssignment given, DateOnly on)
    {
        var reported = on.AddDays(dice.Between(20, 240));
        return reported < calendar.To && dice.Chance(.9) && given.Person is { } by ? new(reported.Begins(), by, Words.Done(dice, "uppdraget")) : null;
    }

    (Guid, RecordedAgreement) Mention(BodyInfo body, string subject, string item, Span source, DateTimeOffset at, List<object> rows)
    {
        if (!agreements.TryGetValue(subject, out var known))
        {
            var (id, row) = LoadedAgreements.Of(body, $"Överenskommelse om {subject}", at);
            rows.Add(row);
            known = (id, 0);
        }
        var moves = known.Stage < Stages.Length - 1 && dice.Chance(.3);
        agreements[subject] = known with { Stage = moves ? known.Stage + 1 : known.Stage };
        return (known.Id, new(item, $"överenskommelsen om {subject}", moves ? Stages[known.Stage + 1] : null, dice.Chance(.1), source));
    }

    LoadedBatch Batch(int year, List<object> rows)
    {
        if (batches.TryGetValue(year, out var known))
            return known;
        var region = loaded.Organisations.First(o => o.Kind == OrganisationKind.Region);
        var batch = batches[year] = new(loaded.Id, region.Id, $"Protokoll {year}", new DateOnly(year, 12, 31).Begins());
        rows.Add(batch.Row);
        return batch;
    }
}

/// <summary>The days that an area's meetings fall on: evenly over ten years, never on a Saturday or Sunday.</summary>
sealed class Calendar(int meetings)
{
    const int Years = 10;

    public DateOnly To { get; } = new(2026, 11, 20);
    public DateOnly From => To.AddYears(-Years);
    public int Meetings => meetings;

    public DateOnly Day(int number)
    {
        var day = From.AddDays((int)((long)number * (To.DayNumber - From.DayNumber) / meetings));
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    /// <summary>The body's next meeting is still to come.</summary>
    public bool IsLast(int number) => number + County.Bodies >= meetings && Day(number + County.Bodies) > To.AddDays(7);
}
