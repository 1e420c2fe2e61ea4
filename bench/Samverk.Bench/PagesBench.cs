using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Bench;

/// <summary>
/// The first page of the main registers, asked for through the lists that their pages ask: the first fifty rows and how
/// many there are, and what the register of decisions can be narrowed by. Against the same questions in plain SQL on an
/// open connection.
/// </summary>
static class PagesBench
{
    const int PageSize = 50;
    const string Area = "x.area = (select id from organisations_area)";
    const string Meetings = $"from meetings_meeting x where {Area} and x.replaced_by is null and not exists (select 1 from meetings_withdrawal w where w.meeting = x.id)";
    const string Decisions = $"from meetings_decision x where {Area} and not exists (select 1 from meetings_withdrawal w where w.meeting = x.meeting)";
    const string Open = $"from plans_assignment x where {Area} and not exists (select 1 from plans_withdrawn_meeting w where w.meeting = x.meeting) and not exists (select 1 from plans_report r where r.assignment = x.id)";

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
        var (meetings, plans) = (services.GetRequiredService<MeetingsLists>(), services.GetRequiredService<PlansLists>());
        var all = new DecisionFilter(null, [], [], []);
        var today = Register.Last;
        await using var connection = new SqliteConnection(connectionText);
        await connection.OpenAsync();
        return
        [
            ("Page of decisions", await Timing.Compare(
                async () => Full(await meetings.Decisions(all, oldestFirst: false, 1, PageSize, CancellationToken.None)),
                () => Sql(connection, $"select count(*) {Decisions}", $"select x.id, x.number, x.meeting, x.body, x.\"on\", x.item, (select i.title from meetings_item i where i.meeting = x.meeting and i.number = x.item limit 1), x.text, x.outcome {Decisions} order by x.\"on\" desc, x.position, x.id limit {PageSize}"))),
            ("What decisions are narrowed by", await Timing.Compare(
                async () => await Narrowing(meetings, all),
                () => Sql(connection, [.. new[] { "strftime('%Y', x.\"on\")", "x.body", "x.outcome" }.Select(by => $"select {by}, count(*) {Decisions} group by 1")]))),
            ("Page of meetings", await Timing.Compare(
                async () => Full(await meetings.Meetings([], [], null, 1, PageSize, CancellationToken.None)),
                () => Sql(connection, $"select count(*) {Meetings}", $"select x.id, x.body, x.\"on\", x.start, x.\"end\", x.place, x.format, x.document, (select count(*) from meetings_decision d where d.meeting = x.id) {Meetings} order by x.\"on\" desc, x.id limit {PageSize}"))),
            ("Page of open assignments", await Timing.Compare(
                async () => Full(await plans.Assignments(AssignmentView.Open, today, null, null, 1, PageSize, CancellationToken.None)),
                () => Sql(connection, $"select count(*) {Open}", $"select x.id, x.meeting, x.body, x.given_on, x.item, x.text, x.assignee, x.due, x.due_last {Open} order by x.due_last is null, x.due_last, x.given_on desc, x.id limit {PageSize}"))),
        ];
    }

    static async Task Narrowing(MeetingsLists meetings, DecisionFilter all)
    {
        var counted = (await meetings.DecisionYears(all, CancellationToken.None)).Count + (await meetings.DecisionBodies(all, CancellationToken.None)).Count + (await meetings.DecisionOutcomes(all, CancellationToken.None)).Count;
        if (counted < 3)
            throw new InvalidOperationException("There is nothing to narrow by: the register was not filled.");
    }

    static void Full<T>(Listed<T> page)
    {
        if (page.Rows.Count != PageSize)
            throw new InvalidOperationException("The page is not full: the register was not filled.");
    }

    static async Task Sql(SqliteConnection connection, params string[] questions)
    {
        foreach (var question in questions)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = question;
            await using var reader = await command.ExecuteReaderAsync();
            var rows = 0;
            while (await reader.ReadAsync())
                rows += reader.GetValue(0) is null ? 0 : 1;
            if (rows is not (> 0 and <= 100))
                throw new InvalidOperationException("The floor read nothing.");
        }
    }
}
