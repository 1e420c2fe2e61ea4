using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Bench;

/// <summary>Fills an area with a register of many years: ten decisions and five assignments a meeting, half of them reported.</summary>
static class Register
{
    const int DecisionsPerMeeting = 10, AssignmentsPerMeeting = 5, MeetingsAtOnce = 100, Years = 30;
    public static readonly DateOnly Last = new(2026, 11, 20);

    public static async Task Fill(IServiceProvider services, int decisions)
    {
        var db = services.GetRequiredService<SamverkDb>();
        var directory = services.GetRequiredService<AreaDirectory>();
        var (bodies, people) = (await directory.Bodies(CancellationToken.None), await directory.People(CancellationToken.None));
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var running = new Dictionary<(Guid Body, int Year), int>();
        var meetings = decisions / DecisionsPerMeeting;
        for (var i = 0; i < meetings; i++)
        {
            var (body, on) = (bodies[i % bodies.Count], Last.AddDays(-(int)((long)i * Years * 365 / meetings)));
            var last = running.GetValueOrDefault((body.Id, on.Year));
            running[(body.Id, on.Year)] = last + DecisionsPerMeeting;
            var at = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero);
            var meeting = Meeting.Record(body, Minutes(body, on, i), last, at, null);
            db.Add(meeting);
            db.AddRange(Assignments(body, meeting, people, i, at));
            if (i % MeetingsAtOnce == MeetingsAtOnce - 1 || i == meetings - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
    }

    static RecordedMinutes Minutes(BodyInfo body, DateOnly on, int i) => new(body.Id, on, Guid.CreateVersion7())
    {
        Kind = "protokoll",
        Decisions = [.. Enumerable.Range(0, DecisionsPerMeeting).Select(d => new RecordedDecision($"{d + 1}", $"Rådet beslutar att ställa sig bakom förslag {i}:{d} om gemensam planering av vård och omsorg i länet.", (DecisionOutcome)(d % 7), Span.None))],
    };

    static IEnumerable<Assignment> Assignments(BodyInfo body, Meeting meeting, List<PersonInfo> people, int i, DateTimeOffset at)
    {
        for (var a = 0; a < AssignmentsPerMeeting; a++)
        {
            var person = people[(i + a) % people.Count];
            var due = DayOrMonth.Parse(meeting.On.AddDays(60 + a).Iso());
            var assignment = new Assignment(body, meeting.Id, meeting.On, new($"{a + 1}", $"{person.Name} tar fram underlag {i}:{a} till nästa möte.", person.Name, person.Id, due, Span.None));
            if (a % 2 == 0)
                assignment.MakeReport(new(person.Id, person.Name, null, body.Area, ""), "Redovisat vid mötet.", at);
            yield return assignment;
        }
    }
}
