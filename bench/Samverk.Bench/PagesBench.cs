using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Storage;

namespace Samverk.Bench;

/// <summary>
/// The first page of the main registers, as their pages ask for it: how many there are, and the newest fifty with their
/// body. Against the same two questions in plain SQL on an open connection.
/// </summary>
static class PagesBench
{
    const int PageSize = 50;
    const string Live = "not exists (select 1 from meetings_withdrawal w where w.meeting = x.meeting)";
    const string LivePlan = "not exists (select 1 from plans_withdrawn_meeting w where w.meeting = x.meeting)";

    public static async IAsyncEnumerable<Row> Run()
    {
        var smaller = new Dictionary<string, Row>();
        foreach (var decisions in (int[])[10_000, 100_000])
        {
            await using var area = await TemporaryArea.Create();
            await area.In(services => Register.Fill(services, decisions));
            List<(string Name, Compared Compared)> measured = [];
            await area.In(async services => measured = await Measure(services, area.Connection));
            foreach (var (name, compared) in measured)
            {
                var row = Row.Of(name, $"{decisions:N0} decisions", "page", compared, 1, smaller.GetValueOrDefault(name));
                smaller[name] = row;
                yield return row;
            }
        }
    }

    static async Task<List<(string, Compared)>> Measure(IServiceProvider services, string connectionText)
    {
        var db = services.GetRequiredService<SamverkDb>();
        await using var connection = new SqliteConnection(connectionText);
        await connection.OpenAsync();
        return
        [
            ("Page of decisions", await Timing.Compare(() => Decisions(db), () => Sql(connection, "meetings_decision", "number, x.text, x.outcome", "\"on\"", Live))),
            ("Page of meetings", await Timing.Compare(() => Meetings(db), () => Sql(connection, "meetings_meeting", "\"on\", x.place, x.start", "\"on\"", "x.replaced_by is null and not exists (select 1 from meetings_withdrawal w where w.meeting = x.id)"))),
            ("Page of open assignments", await Timing.Compare(() => Assignments(db), () => Sql(connection, "plans_assignment", "text, x.assignee, x.due", "due_last", $"{LivePlan} and not exists (select 1 from plans_report r where r.assignment = x.id)"))),
        ];
    }

    static Task Decisions(SamverkDb db) => Page(
        from d in db.Set<Decision>()
        join m in db.Set<Meeting>().Live() on d.Meeting equals m.Id
        join b in db.Set<Body>() on d.Body equals b.Id
        orderby d.On descending, d.Number
        select new { d.Id, d.Number, d.On, d.Text, d.Outcome, b.Name });

    static Task Meetings(SamverkDb db) => Page(
        from m in db.Set<Meeting>().Live()
        join b in db.Set<Body>() on m.Body equals b.Id
        orderby m.On descending, m.Id
        select new { m.Id, m.On, m.Place, m.Start, b.Name });

    static Task Assignments(SamverkDb db) => Page(
        from a in db.Set<Assignment>()
        join b in db.Set<Body>() on a.Body equals b.Id
        where a.Report == null && !db.Set<Plans.WithdrawnMeeting>().Any(w => w.Meeting == a.Meeting)
        orderby a.DueLast, a.Id
        select new { a.Id, a.Text, a.Assignee, a.Due, b.Name });

    static async Task Page<T>(IQueryable<T> rows)
    {
        if (await rows.CountAsync() < PageSize || (await rows.Take(PageSize).ToListAsync()).Count != PageSize)
            throw new InvalidOperationException("The page is not full: the register was not filled.");
    }

    static async Task Sql(SqliteConnection connection, string table, string columns, string order, string where)
    {
        await using var count = connection.CreateCommand();
        count.CommandText = $"select count(*) from {table} x where x.area = (select id from organisations_area) and {where}";
        await using var page = connection.CreateCommand();
        var descending = order == "due_last" ? "" : " desc";
        page.CommandText = $"select x.id, x.{columns}, b.name from {table} x join organisations_body b on b.id = x.body where x.area = (select id from organisations_area) and {where} order by x.{order}{descending}, x.id limit {PageSize}";
        await count.ExecuteScalarAsync();
        await using var reader = await page.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows += reader.GetString(1).Length > 0 ? 1 : 0;
        if (rows != PageSize)
            throw new InvalidOperationException("The floor's page is not full.");
    }
}
