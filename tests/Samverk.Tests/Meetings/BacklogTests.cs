using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Meetings;

/// <summary>What waits to be taken up by a body.</summary>
[Trait("database", "both")]
public sealed class BacklogTests(WorldOnce once)
{
    [Fact]
    public async Task A_matter_is_put_parked_taken_up_again_and_withdrawn_with_its_reason()
    {
        await using var world = await once.Copy();
        var (secretary, body) = (await world.Actor("Maria Sandelin"), await world.Body("SR"));
        Assert.Equal("title-missing", await Put(world, body.Id, new(BacklogKind.Question, " "), secretary));
        Assert.Null(await Put(world, body.Id, new(BacklogKind.Question, "Hur många trygghetslarm är bytta?", "Vi vill veta per kommun.", "Granåkers kommun"), secretary));
        var entry = (await Mine(world, body.Id, secretary)).Single(r => r.Title.StartsWith("Hur många", StringComparison.Ordinal));
        Assert.Equal("parked-past", await world.Said<BacklogKeeper>(k => k.Park(entry.Id!.Value, new(2026, 11, 24), secretary, default)));
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Park(entry.Id!.Value, new(2027, 1, 15), secretary, default)));
        Assert.True(await Parked());
        world.Clock.At = new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);
        Assert.False(await Parked());
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Park(entry.Id!.Value, null, secretary, default)));
        world.Clock.At = new(2029, 1, 15, 9, 0, 0, TimeSpan.Zero);
        Assert.True(await Parked());
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Unpark(entry.Id!.Value, secretary, default)));
        Assert.Equal("reason-missing", await world.Said<BacklogKeeper>(k => k.Withdraw(entry.Id!.Value, "", secretary, default)));
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Withdraw(entry.Id!.Value, "Besvarad per telefon", secretary, default)));
        Assert.Equal("withdrawn", await world.Said<BacklogKeeper>(k => k.Park(entry.Id!.Value, null, secretary, default)));
        Assert.DoesNotContain(await Mine(world, body.Id, secretary), r => r.Id == entry.Id);
        Assert.Equal("Ärendet togs bort ur ärendelistan: Besvarad per telefon", (await world.Told(entry.Id!.Value))[^1]);

        Task<bool> Parked() => world.In(async s => (await s.GetRequiredService<BacklogLists>().Entry(entry.Id!.Value, secretary, default))!.IsParked);
    }

    [Fact]
    public async Task A_question_to_another_body_comes_back_answered_by_itself()
    {
        await using var world = await once.Copy();
        var (by, council, care) = (await world.Administrator(), await world.Body("SR"), await world.Body("NV"));
        Assert.Null(await Put(world, council.Id, new(BacklogKind.Question, "Vårdplatser i sommar"), by));
        var asking = (await Mine(world, council.Id, by)).Single(r => r.Title == "Vårdplatser i sommar").Id!.Value;
        Task<string?> Send(Guid? to, string question, DateOnly? due) => world.Said<BacklogKeeper>(k => k.Send(asking, to, question, due, by, default));
        Assert.Equal("receiver-missing", await Send(council.Id, "Hur många?", null));
        Assert.Equal("question-missing", await Send(care.Id, " ", null));
        Assert.Equal("due-past", await Send(care.Id, "Hur många?", new(2026, 11, 1)));
        Assert.Null(await Send(care.Id, "Hur många behövs?", new(2027, 2, 1)));
        Assert.Equal("already-sent", await Send(care.Id, "Hur många behövs?", null));
        var asked = (await Mine(world, care.Id, by)).Single(r => r.Kind == BacklogKind.Sent);
        Assert.Equal(("Vårdplatser i sommar", "Hur många behövs?", new DateOnly(2027, 2, 1), council.ShortName, true), (asked.Title, asked.Text, asked.DueOn, asked.From, asked.IsAsked));
        Assert.Equal("answer-missing", await world.Said<BacklogKeeper>(k => k.Answer(asked.Id!.Value, "", by, default)));
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Answer(asked.Id!.Value, "Tjugofyra.", by, default)));
        Assert.DoesNotContain(await Mine(world, care.Id, by), r => r.Id == asked.Id);
        var answered = (await Mine(world, council.Id, by)).Single(r => r.Id == asking);
        Assert.Equal(("Tjugofyra.", true), (answered.Answer, answered.IsOpen));
        Assert.Equal("Ärendet besvarades: Tjugofyra.", (await world.Told(asking))[^1]);
    }

    [Fact]
    public async Task What_the_latest_minutes_propose_waits_by_itself_and_goes_when_they_are_undone()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        foreach (var body in await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default)))
        {
            var latest = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Body == body.Id && m.Document != null && m.Withdrawal == null).OrderByDescending(m => m.On)
                .Include(m => m.ProposedItems).Include(m => m.Decisions).FirstOrDefaultAsync());
            // Some are on the agenda of the next meeting already; what was decided at meetings that were held here is tested there.
            var waiting = await world.In(s => s.GetRequiredService<SamverkDb>().Set<BacklogEntry>()
                .Where(r => r.Body == body.Id && r.WithdrawnAt == null && (r.Kind == BacklogKind.Proposed || r.Kind == BacklogKind.Deferred) && !r.Source!.StartsWith("/protokoll/")).ToListAsync());
            Assert.Equal(latest?.ProposedItems.Count ?? 0, waiting.Count(r => r.Kind == BacklogKind.Proposed));
            Assert.Equal(latest?.Decisions.Count(d => d.Outcome == DecisionOutcome.Deferral) ?? 0, waiting.Count(r => r.Kind == BacklogKind.Deferred));
        }
        var proposed = await world.In(s => s.GetRequiredService<SamverkDb>().Set<BacklogEntry>().Where(e => e.Kind == BacklogKind.Proposed && e.WithdrawnAt == null && e.Source!.StartsWith("/moten/")).OrderBy(e => e.Id).ToListAsync());
        BacklogEntry? found = null;
        // Taken off the agenda of a meeting that has not been, it waits again.
        foreach (var entry in proposed)
            if (entry is not { Meeting: { } on, Item: { } item } || await world.Said<AgendaKeeper>(k => k.RemoveItem(on, item, by, default)) is null)
                found ??= entry;
        Assert.NotNull(found);
        Assert.Contains(await Mine(world, found.Body, by), r => r.Source == found.Source);
        var meeting = Guid.Parse(found.Source!["/moten/".Length..].Split('#')[0]);
        await world.In(s => s.GetRequiredService<Work>().Must(() => s.GetRequiredService<MeetingsRecord>().Withdraw(meeting, world.Clock.Now(), by.Person, default)));
        Assert.DoesNotContain(await Mine(world, found.Body, by), r => r.Source?.StartsWith($"/moten/{meeting}", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_assignment_that_falls_due_is_there_without_anybody_putting_it_there_until_its_report_is_approved()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var assignment = (await world.In(s => s.GetRequiredService<PlansLists>().Assignments(AssignmentView.Open, Keeping.Today, null, null, 500, default))).Rows.First(a => a.DueLast is { } last && last <= Keeping.Today.AddDays(60));
        var due = (await Mine(world, assignment.Body, by)).Single(r => r.Source == $"/uppdrag/{assignment.Id}");
        Assert.Equal((BacklogKind.ReportBack, assignment.Text, assignment.DueLast, (Guid?)null), (due.Kind, due.Title, due.DueOn, due.Id));
        await world.In(s => s.GetRequiredService<Work>().Must(() => s.GetRequiredService<PlansRecord>().Report(assignment.Id, by, "Klart.", world.Clock.Now(), default)));
        var reported = (await Mine(world, assignment.Body, by)).Single(r => r.Source == due.Source);
        Assert.Equal(("Klart.", false), (reported.Text, reported.Id is null));
        Assert.Null(await world.Said<AssignmentKeeper>(k => k.Approve(assignment.Id, by, default)));
        Assert.DoesNotContain(await Mine(world, assignment.Body, by), r => r.Source == due.Source);
    }

    [Fact]
    public async Task Drafts_are_the_bodys_own_and_only_those_who_plan_it_change_them()
    {
        await using var world = await once.Copy();
        var (by, body) = (await world.Administrator(), await world.Body("SR"));
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        List<Actor> actors = [];
        foreach (var person in people)
            actors.Add((await world.Actor(person.Id))!);
        var member = actors.First(a => a.MemberOf.Contains(body.Id) && a.Standings.Count == 0 && !a.IsAdministrator);
        var stranger = actors.First(a => a.HasPlace && !a.MemberOf.Contains(body.Id) && a.Standings.Count == 0 && !a.IsAdministrator);
        Assert.Null(await Put(world, body.Id, new(BacklogKind.Question, "En fråga"), member));
        var entry = (await Mine(world, body.Id, member)).Single(r => r.Title == "En fråga").Id!.Value;
        Assert.Equal("may-not-ask", await Put(world, body.Id, new(BacklogKind.Question, "En annan"), stranger));
        Assert.Empty(await Mine(world, body.Id, stranger));
        Assert.Null(await world.In(s => s.GetRequiredService<BacklogLists>().Entry(entry, stranger, default)));
        Assert.Equal("may-not-plan", await world.Said<BacklogKeeper>(k => k.Withdraw(entry, "Nej", member, default)));
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Withdraw(entry, "Nej", by, default)));
    }

    [Fact]
    public async Task Put_twice_from_the_same_place_it_waits_once()
    {
        await using var world = await once.Copy();
        var (by, body) = (await world.Administrator(), await world.Body("SR"));
        for (var times = 0; times < 2; times++)
            await world.In(s => s.GetRequiredService<Work>().Must(() => s.GetRequiredService<BacklogBook>().Put(body.Id, new(BacklogKind.Other, "Budget", Source: "/overenskommelser/1"), world.Clock.Now(), null, default)));
        Assert.Single(await Mine(world, body.Id, by), r => r.Title == "Budget");
        await world.In(s => s.GetRequiredService<Work>().Must(() => s.GetRequiredService<BacklogBook>().Withdraw(body.Id, BacklogKind.Other, "/overenskommelser/1", "Klart", world.Clock.Now(), null, default)));
        Assert.DoesNotContain(await Mine(world, body.Id, by), r => r.Title == "Budget");
    }

    static Task<string?> Put(TestWorld world, Guid body, BacklogMatter matter, Actor by) => world.Said<BacklogKeeper>(k => k.Put(body, matter, by, default));

    static async Task<IReadOnlyList<BacklogRow>> Mine(TestWorld world, Guid body, Actor actor) => (await world.In(s => s.GetRequiredService<BacklogLists>().Waiting(body, actor, default))).Rows;
}
