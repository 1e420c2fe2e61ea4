using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Meetings.Evaluating;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Meetings;

/// <summary>How a body's members say what they think of its work, without anybody knowing who said what.</summary>
[Trait("database", "both")]
public sealed class EvaluationTests(WorldOnce once)
{
    const string Address = "https://samverk.example";
    static readonly string[] Own = ["Gruppen har rätt uppdrag."];

    [Fact]
    public async Task Members_are_asked_by_letter_and_see_nothing_of_the_answers_before_it_is_closed()
    {
        await using var world = await once.Copy();
        var (body, members) = await Opened(world);
        foreach (var member in members.Take(5))
            Assert.Null(await Answer(world, body, member, 4, $"Text {member.Name}"));
        var secretary = await Secretary(world, body);
        var open = await Latest(world, body, secretary);
        Assert.Equal((true, members.Count, 5), (open.IsOpen, open.Asked, open.Answered));
        Assert.Empty(open.Rated);
        Assert.Empty(open.Texts);
        var waiting = await world.In(s => s.GetRequiredService<EvaluationLists>().WaitingFor(members[5], default));
        Assert.Contains(waiting, w => w.Body == body);
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<EvaluationLists>().WaitingFor(members[0], default)), w => w.Body == body);
        var letters = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == Evaluator.LetterKind && m.Text != null).ToListAsync());
        Assert.Equal(members.Count, letters.Count);
        world.Clock.At = new(2026, 12, 16, 9, 0, 0, TimeSpan.Zero);
        var closed = await Latest(world, body, secretary);
        Assert.Equal((false, 5, 6), (closed.IsOpen, closed.Answered, closed.Rated.Count));
        Assert.All(closed.Rated, r => Assert.Equal(((double?)4, 5, 0), (r.Mean, r.Counts[3], r.Unknown)));
        Assert.Equal([.. members.Take(5).Select(m => $"Text {m.Name}").Order(Swedish.Names)], closed.Texts);
        Assert.Equal("evaluation-closed", await Answer(world, body, members[5], 3, null));
    }

    [Fact]
    public async Task What_too_few_answered_is_never_shown()
    {
        await using var world = await once.Copy();
        var (body, members) = await Opened(world);
        foreach (var member in members.Take(4))
            Assert.Null(await Answer(world, body, member, 2, "En text"));
        var secretary = await Secretary(world, body);
        Assert.Equal("may-not-plan", await world.Said<Evaluator>(e => e.Close(body, members.First(m => m.Standings.Count == 0 && !m.IsAdministrator), default)));
        Assert.Null(await world.Said<Evaluator>(e => e.Close(body, secretary, default)));
        Assert.Equal("evaluation-closed", await world.Said<Evaluator>(e => e.Close(body, secretary, default)));
        foreach (var actor in new[] { secretary, members[0], await world.Administrator() })
        {
            var closed = await Latest(world, body, actor);
            Assert.True(closed.HasTooFew);
            Assert.Empty(closed.Rated);
            Assert.Empty(closed.Texts);
        }
    }

    [Fact]
    public async Task Each_member_answers_once_and_wholly_and_a_body_is_asked_once_a_year()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var (body, members) = await Opened(world);
        Assert.Equal("rating-missing", await world.Said<Evaluator>(e => e.Answer(body, new(new Dictionary<string, int?> { ["notice"] = 4 }, null), members[0], default)));
        Assert.Equal("rating-missing", await Answer(world, body, members[0], 6, null));
        Assert.Equal("text-long", await Answer(world, body, members[0], 3, new string('x', 2001)));
        Assert.Null(await Answer(world, body, members[0], null, null));
        Assert.Equal("already-answered", await Answer(world, body, members[0], 3, null));
        var stranger = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().People(default)).First(p => members.All(m => m.Person != p.Id)).Id);
        Assert.Equal("not-asked", await Answer(world, body, (await world.Actor(stranger))!, 3, null));
        Assert.Equal("evaluation-this-year", await Open(world, body, by, new(2026, 12, 20)));
        var other = (await world.Body("CG")).Id;
        Assert.Equal("last-day-odd", await Open(world, other, by, new(2026, 11, 23)));
        Assert.Equal("last-day-odd", await Open(world, other, by, null));
        Assert.Equal("questions-many", await world.Said<Evaluator>(e => e.Open(other, new(2026, 12, 20), ["A", "B", "C", "D"], Address, by, default)));
        Assert.Equal("question-odd", await world.Said<Evaluator>(e => e.Open(other, new(2026, 12, 20), [new string('x', 201)], Address, by, default)));
        Assert.Equal("may-not-plan", await Open(world, other, members.First(m => m.Standings.Count == 0 && !m.IsAdministrator), new(2026, 12, 20)));
    }

    [Fact]
    public async Task Its_last_day_closes_it_and_history_tells_that_it_was_opened_and_closed_and_no_more()
    {
        await using var world = await once.Copy();
        var (body, members) = await Opened(world);
        var rows = await Rows(world);
        foreach (var member in members)
            Assert.Null(await Answer(world, body, member, 4, "En text"));
        Assert.Equal(rows, await Rows(world));
        world.Clock.At = new(2026, 12, 16, 9, 0, 0, TimeSpan.Zero);
        var evaluation = (await Latest(world, body, await Secretary(world, body))).Id;
        await world.In(s => s.GetRequiredService<Evaluator>().CloseByItself(evaluation, default));
        await world.In(s => s.GetRequiredService<Evaluator>().CloseByItself(evaluation, default));
        Assert.Equal(["Utvärderingen av organet öppnades, för svar senast 15 december 2026", "Utvärderingen av organet stängdes"], (await world.Told(body)).TakeLast(2));
    }

    [Fact]
    public async Task Nothing_in_the_database_ties_an_answer_to_a_person_a_time_or_another_answer()
    {
        await using var world = await once.Copy();
        var (body, members) = await Opened(world);
        var before = await Everything(world);
        // Each answers so that their answers are known again by this test, and one after the other in time.
        List<string> orders = [];
        foreach (var (member, i) in members.Take(8).Select((m, i) => (m, i)))
        {
            world.Clock.At = world.Clock.At.AddMinutes(7);
            Assert.Null(await Answer(world, body, member, (i % 5) + 1, $"Kännetecken {i}"));
            orders.Add(string.Join(' ', (await Places(world)).Select(p => p.Text)));
        }
        var model = await world.In(s => Task.FromResult(s.GetRequiredService<SamverkDb>().Model));
        var answer = model.FindEntityType(typeof(EvaluationAnswer))!;
        Assert.Equal(["Area", "Evaluation", "Id", "Question", "Rating", "Text"], answer.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Area", "Evaluation", "HasAnswered", "Person"], model.FindEntityType(typeof(EvaluationInvitation))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        var places = await Places(world);
        // Ids of chance: no version 7, whose first bytes are the time.
        Assert.Contains(places, p => p.Id.Version != 7);
        Assert.True(places.Select(p => p.Id.Version).Distinct().Count() > 1, "ids of chance have versions of chance");
        // Nor is the order that the rows lie in the order that they came, or steady: all are written anew each time.
        var came = string.Join(' ', Enumerable.Range(0, 8).Select(i => $"Kännetecken {i}"));
        Assert.Contains(orders, order => !came.StartsWith(order, StringComparison.Ordinal));
        // What the database itself marks rows with says of all answers the same, that they were written with the last.
        Assert.Single(places.Select(p => p.Mark).Distinct());
        // No other table got a row, nor a changed one but the flags, and none of the ids of answers is anywhere else.
        var after = await Everything(world);
        Assert.Equal(["meetings_evaluation_answer", "meetings_evaluation_invitation"], after.Where(t => before[t.Key] != t.Value).Select(t => t.Key).Order(StringComparer.Ordinal));
        var elsewhere = string.Concat(after.Where(t => t.Key != "meetings_evaluation_answer").Select(t => t.Value));
        Assert.All(places, p => Assert.DoesNotContain(p.Id.ToString(), elsewhere, StringComparison.OrdinalIgnoreCase));
    }

    static async Task<(Guid Body, IReadOnlyList<Actor> Members)> Opened(TestWorld world)
    {
        var body = (await world.Body("NV")).Id;
        var people = (await world.In(s => s.GetRequiredService<BodyMembers>().Members(body, Keeping.Today, default))).Where(m => m.Role == MembershipRole.Member).Select(m => m.Person)
            .Concat((await world.In(s => s.GetRequiredService<BodyMembers>().Standings(body, Keeping.Today, default))).Where(s => s.Kind != StandingKind.Secretary).Select(s => s.Person)).Distinct();
        List<Actor> members = [];
        foreach (var person in people)
            members.Add((await world.Actor(person))!);
        Assert.True(members.Count >= 8, $"{members.Count} members are too few for these tests");
        Assert.Null(await Open(world, body, await Secretary(world, body), new(2026, 12, 15)));
        return (body, members);
    }

    static Task<string?> Open(TestWorld world, Guid body, Actor by, DateOnly? lastDay) => world.Said<Evaluator>(e => e.Open(body, lastDay, Own, Address, by, default));

    static Task<string?> Answer(TestWorld world, Guid body, Actor member, int? rating, string? text) =>
        world.Said<Evaluator>(e => e.Answer(body, new(EvaluationQuestions.With(Own).ToDictionary(q => q.Key, _ => rating), text), member, default));

    static async Task<Actor> Secretary(TestWorld world, Guid body) =>
        (await world.Actor((await world.In(s => s.GetRequiredService<BodyMembers>().Standings(body, Keeping.Today, default))).First(s => s.Kind == StandingKind.Secretary).Person))!;

    static async Task<EvaluationView> Latest(TestWorld world, Guid body, Actor actor) => (await world.In(s => s.GetRequiredService<EvaluationLists>().Of(body, actor, default)))[0];

    static Task<int> Rows(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync());

    /// <summary>The texts that were answered, where they lie and with what the database marks them.</summary>
    static Task<List<(Guid Id, string Text, string Mark)>> Places(TestWorld world) => world.In(async s =>
    {
        List<(Guid, string, string)> places = [];
        await foreach (var row in Read(s.GetRequiredService<SamverkDb>(), TestDatabase.IsPostgres
            ? "select id, text, xmin::text, ctid::text from meetings_evaluation_answer where text like 'Kännetecken%' order by ctid"
            : "select id, text, '', rowid from meetings_evaluation_answer where text like 'Kännetecken%' order by rowid"))
            places.Add((Guid.Parse(row[0]), row[1], row[2]));
        return places;
    });

    /// <summary>All rows of every table as text.</summary>
    static Task<SortedDictionary<string, string>> Everything(TestWorld world) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        SortedDictionary<string, string> tables = new(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            List<string> rows = [];
            await foreach (var row in Read(db, $"select * from {table}"))
                rows.Add(string.Join('|', row));
            tables.Add(table, string.Join('\n', rows.Order(StringComparer.Ordinal)));
        }
        return tables;
    });

    static async IAsyncEnumerable<string[]> Read(SamverkDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")];
    }
}

/// <summary>The page as a member meets it, in a real browser.</summary>
public sealed class EvaluationPageTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task A_member_answers_on_a_phone_from_Idag_and_a_closed_one_is_shown_with_axe_and_width()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var council = (await world.Body("SR")).Id;
        var member = (await world.In(s => s.GetRequiredService<BodyMembers>().Members(council, Keeping.Today, default))).First(m => m.Role == MembershipRole.Member);
        await using var context = await chromium.As((await world.Actor(member.Person))!, site, 375);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Svara på utvärderingen av Samverkansrådet" }).ClickAsync();
        await Passes(page);
        foreach (var group in await page.GetByRole(Microsoft.Playwright.AriaRole.Group).AllAsync())
            await group.GetByLabel("4").CheckAsync();
        await page.GetByLabel("Vad fungerar bra").FillAsync("Mötena håller tiden.");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Skicka svaret" }).ClickAsync();
        await page.GetByText("Tack, ditt svar är sparat.").WaitForAsync();
        Assert.True(await page.GetByText("Du har svarat").IsVisibleAsync());
        await Passes(page);
        await using var chair = await chromium.As(await world.Administrator(), site, 375);
        var results = await chair.NewPageAsync();
        await results.GotoAsync(EvaluationPages.Of((await world.Body("CG")).Id));
        await results.GetByText("Skicka handlingarna tidigare inför decembermötet.").WaitForAsync();
        await Passes(results);
    }

    static async Task Passes(Microsoft.Playwright.IPage page)
    {
        Assert.Empty(await Axe.Faults(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, "too wide");
    }
}
