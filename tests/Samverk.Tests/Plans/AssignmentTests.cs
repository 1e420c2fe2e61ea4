using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Plans;

/// <summary>What a body gives somebody to do at a meeting, until it has approved what came of it.</summary>
[Trait("database", "both")]
public sealed class AssignmentTests(WorldOnce once)
{
    const string Item = "Fast vårdkontakt", What = "Ta fram en tidplan för försöket.";
    static readonly DateOnly Due = new(2027, 1, 15), Next = new(2027, 1, 19);

    [Fact]
    public async Task It_is_given_accepted_reported_on_the_next_agenda_by_itself_and_approved_there()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var owner = await world.Actor(Held.Adjuster);
        Assert.Equal(AssignmentState.Given, await State(world, id));
        Assert.Contains((await Owed(world, owner)), a => a.Id == id);
        Assert.Null(await Do(world, k => k.Accept(id, owner, default)));
        Assert.Equal("accepted", await Do(world, k => k.Accept(id, owner, default)));
        Assert.Null(await Do(world, k => k.Report(id, "Tidplanen är klar och börjar i mars.", owner, default)));
        Assert.Equal("reported", await Do(world, k => k.Report(id, "Igen", owner, default)));
        Assert.DoesNotContain((await Owed(world, owner)), a => a.Id == id);

        var next = await NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        var item = (await next.Items()).Single(i => i.Title.EndsWith(What, StringComparison.Ordinal)).Title;
        Assert.Equal($"Redovisning: {What}", item);
        await Approve(world, next, item);
        Assert.Equal(AssignmentState.Approved, await State(world, id));
        var (row, under, report) = Assert.Single(await world.In(s => s.GetRequiredService<PlansLists>().ApprovedAt(next.Meeting, default)));
        Assert.Equal((id, "Tidplanen är klar och börjar i mars.", true), (row.Id, report, under is not null));
        Assert.Equal(["Uppdraget gavs till Omar Haddad", "Uppdraget togs emot", "Uppdraget redovisades", "Organet godkände redovisningen"], await world.Told(id));
        Assert.Equal([AssignmentState.Given, AssignmentState.Accepted, AssignmentState.Reported, AssignmentState.Approved], (await Details(world, id, owner)).Acts.Select(a => a.State));
        Assert.DoesNotContain(await Waiting(world, held), r => r.Source == AssignmentPages.Of(id));
    }

    [Fact]
    public async Task One_that_is_told_of_at_the_meeting_alone_is_reported_and_approved_by_its_minutes()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var next = await NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        await Approve(world, next, What, new TextNote("Omar Haddad berättar att tidplanen är klar."));
        var details = await Details(world, id, held.By);
        Assert.Equal((AssignmentState.Approved, "Omar Haddad berättar att tidplanen är klar."), (details.Row.State, details.Report));
    }

    [Fact]
    public async Task One_that_was_taken_up_without_an_approval_still_waits()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var next = await NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        await Approve(world, next, null, new TextNote("Tas upp igen."));
        Assert.Equal(AssignmentState.Given, await State(world, id));
        Assert.Contains(await Waiting(world, held), r => r.Source == AssignmentPages.Of(id));
    }

    [Fact]
    public async Task Only_those_whom_it_concerns_act_on_it()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var (owner, stranger) = (await world.Actor(Held.Adjuster), await world.Actor("Petra Lindvik"));
        Assert.Equal("may-not-report-assignment", await Do(world, k => k.Accept(id, stranger, default)));
        Assert.Equal("may-not-report-assignment", await Do(world, k => k.Report(id, "Klart.", stranger, default)));
        Assert.Equal("may-not-report-assignment", await Do(world, k => k.Forward(id, "Maria Sandelin", null, stranger, default)));
        Assert.Equal("may-not-keep-assignment", await Do(world, k => k.Withdraw(id, "Nej", owner, default)));
        Assert.Equal("not-reported", await Do(world, k => k.Approve(id, held.By, default)));
        Assert.Equal("empty-report", await Do(world, k => k.Report(id, " ", owner, default)));
        Assert.Equal("text-long", await Do(world, k => k.Report(id, new string('x', 4001), owner, default)));
        Assert.Null(await Do(world, k => k.Report(id, "Klart.", owner, default)));
        Assert.Equal("may-not-keep-assignment", await Do(world, k => k.Approve(id, owner, default)));
        Assert.Null(await Do(world, k => k.Approve(id, held.By, default)));
        Assert.Equal("reported", await Do(world, k => k.Withdraw(id, "För sent", held.By, default)));
        Assert.Equal("reported", await Do(world, k => k.Forward(id, "Maria Sandelin", null, held.By, default)));
        Assert.Equal("no-assignment", await Do(world, k => k.Accept(Ids.Next(), owner, default)));
    }

    [Fact]
    public async Task It_is_sent_on_to_another_and_back_when_the_report_was_not_enough_and_taken_back_with_a_reason()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var (first, second) = (await world.Actor(Held.Adjuster), await world.Actor("Petra Lindvik"));
        Assert.Equal("assignee-missing", await Do(world, k => k.Forward(id, " ", null, first, default)));
        Assert.Equal("assignee-unknown", await Do(world, k => k.Forward(id, "Någon Annan", null, first, default)));
        Assert.Null(await Do(world, k => k.Forward(id, "petra lindvik", "Du kan det här.", first, default)));
        Assert.DoesNotContain(await Owed(world, first), a => a.Id == id);
        Assert.Contains(await Owed(world, second), a => a.Id == id);
        Assert.Null(await Do(world, k => k.Report(id, "Nästan klart.", second, default)));
        Assert.Contains(await Waiting(world, held), r => r.Source == AssignmentPages.Of(id) && r.Text == "Nästan klart.");
        Assert.Equal("accepted", await Do(world, k => k.Accept(id, second, default)));
        Assert.Null(await Do(world, k => k.Forward(id, "Petra Lindvik", "Gör klart.", held.By, default)));
        Assert.Equal((AssignmentState.Forwarded, null), ((await Details(world, id, second)).Row.State, (await Details(world, id, second)).Report));
        Assert.DoesNotContain(await Waiting(world, held), r => r.Source == AssignmentPages.Of(id) && r.Id is not null);
        Assert.Equal("reason-missing", await Do(world, k => k.Withdraw(id, "", held.By, default)));
        Assert.Null(await Do(world, k => k.Withdraw(id, "Försöket blir inte av.", held.By, default)));
        Assert.Equal("withdrawn", await Do(world, k => k.Report(id, "Klart.", second, default)));
        Assert.DoesNotContain(await Waiting(world, held), r => r.Source == AssignmentPages.Of(id));
        Assert.Equal("Uppdraget togs tillbaka: Försöket blir inte av.", (await world.Told(id))[^1]);
    }

    [Fact]
    public async Task A_role_and_an_organisation_owe_what_they_are_given()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, Item);
        await held.Write(Item, new AssignmentNote("Boka lokal.", "Sekreteraren", null, Due));
        await held.Write(Item, new AssignmentNote("Räkna platser.", "Askvik", null, Due));
        await held.Seal();
        var given = await world.In(s => s.GetRequiredService<PlansLists>().OnMeetingsPage(held.Meeting, default));
        var (role, organisation) = (given.Single(a => a.Text == "Boka lokal.").Id, given.Single(a => a.Text == "Räkna platser."));
        Assert.Contains(await Owed(world, held.By), a => a.Id == role);
        Assert.Equal(await world.Organisation("Askviks kommun"), organisation.AssigneeOrganisation);
        var registrar = await Registrar(world, organisation.AssigneeOrganisation!.Value);
        Assert.Contains(await Owed(world, registrar), a => a.Id == organisation.Id);
        Assert.Null(await Do(world, k => k.Report(organisation.Id, "Tjugo.", registrar, default)));
        Assert.Null(await Do(world, k => k.Accept(role, held.By, default)));
        Assert.DoesNotContain(await Owed(world, await world.Actor("Petra Lindvik")), a => a.Id == role || a.Id == organisation.Id);
    }

    [Fact]
    public async Task A_question_taken_home_has_an_owner_and_its_answer_stands_at_both_meetings()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, Item);
        await held.Write(Item, new QuestionNote("Hur många har en fast vårdkontakt?", "Askvik", null, null, Held.Adjuster, null, Due));
        await held.Write(Item, new QuestionNote("Vad kostar det?", "Tallmora", "Ingenting.", null));
        await held.Seal();
        var question = Assert.Single(await world.In(s => s.GetRequiredService<PlansLists>().OnMeetingsPage(held.Meeting, default)));
        Assert.Equal((AssignmentKind.Question, "Hur många har en fast vårdkontakt?", Held.Adjuster), (question.Kind, question.Text, question.Assignee));
        Assert.Null(await Do(world, k => k.Report(question.Id, "Fyrtio procent.", held.By, default)));
        Assert.Equal("Fyrtio procent.", (await world.In(s => s.GetRequiredService<PlansLists>().Reports([question.Id], default)))[question.Id]);
        var next = await NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        await Approve(world, next, "Svar på frågan: Hur många har en fast vårdkontakt?");
        Assert.Equal("Fyrtio procent.", Assert.Single(await world.In(s => s.GetRequiredService<PlansLists>().ApprovedAt(next.Meeting, default))).Report);
    }

    [Fact]
    public async Task Whoever_has_it_is_told_and_reminded_and_the_secretary_when_it_is_late_each_once()
    {
        await using var world = await once.Copy();
        var (held, id) = await Given(world, Held.Adjuster);
        var owner = await world.Actor(Held.Adjuster);
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().ExecuteDeleteAsync());
        Assert.Equal([$"Du har fått ett uppdrag: {What}"], await Letters(l => l.Tell(id, default), owner.Person));
        Assert.Empty(await Letters(l => l.Tell(id, default), owner.Person));
        var due = await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.About == id && r.DoneAt == null && r.Kind != AssignmentLetters.TellKind).OrderBy(r => r.Due).Select(r => new { r.Kind, r.Due }).ToListAsync());
        Assert.Equal([(AssignmentLetters.RemindKind, new DateTimeOffset(2027, 1, 8, 7, 0, 0, TimeSpan.Zero)), (AssignmentLetters.LateKind, new DateTimeOffset(2027, 1, 16, 7, 0, 0, TimeSpan.Zero))], due.Select(d => (d.Kind, d.Due)));
        Assert.Equal([$"Snart dags att redovisa: {What}"], await Letters(l => l.Remind(id, default), owner.Person));
        Assert.Equal([$"Försenat uppdrag: {What}"], await Letters(l => l.TellLate(id, default), held.By.Person));
        Assert.Empty(await Letters(l => l.TellLate(id, default), held.By.Person));
        Assert.Null(await Do(world, k => k.Forward(id, "Petra Lindvik", null, held.By, default)));
        Assert.Equal([$"Du har fått ett uppdrag: {What}"], await Letters(l => l.Tell(id, default), (await world.Actor("Petra Lindvik")).Person));

        async Task<List<string>> Letters(Func<AssignmentLetters, Task> act, Guid to)
        {
            var before = await Sent(to);
            await world.In(s => act(s.GetRequiredService<AssignmentLetters>()));
            return [.. (await Sent(to)).Skip(before.Count)];
        }
        Task<List<string>> Sent(Guid to) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == AssignmentLetters.LetterKind && m.About == to).OrderBy(m => m.Id).Select(m => m.Subject).ToListAsync());
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_reported()
    {
        await using var world = await once.Copy();
        var (_, id) = await Given(world, Held.Adjuster);
        var owner = await world.Actor(Held.Adjuster);
        Assert.Null(await Do(world, k => k.Report(id, "Klart.", owner, default)));
        await world.In(s => s.GetRequiredService<AssignmentLetters>().Remind(id, default));
        await world.In(s => s.GetRequiredService<AssignmentLetters>().TellLate(id, default));
        Assert.Equal((null, null), await world.In(s => s.GetRequiredService<SamverkDb>().Set<Assignment>().Where(a => a.Id == id).Select(a => new ValueTuple<DateTimeOffset?, DateTimeOffset?>(a.RemindedAt, a.LateToldAt)).SingleAsync()));
    }

    internal static async Task<(Held Held, Guid Id)> Given(TestWorld world, string who)
    {
        var held = await Held.Open(world, Item);
        await held.Write(Item, new AssignmentNote(What, who, null, Due));
        await held.Seal();
        return (held, Assert.Single(await world.In(s => s.GetRequiredService<PlansLists>().OnMeetingsPage(held.Meeting, default))).Id);
    }

    internal static async Task<Held> NextMeeting(TestWorld world)
    {
        var body = (await world.Body("NV")).Id;
        var next = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().Where(m => m.Body == body && m.On == Next).Select(m => m.Id).SingleAsync());
        return new(world, await world.Actor(Held.Secretary), next);
    }

    /// <summary>Holds the meeting on its day, with the report approved, and has its minutes adjusted.</summary>
    /// <param name="item">Null approves nothing: the note is put under the assignment's own item.</param>
    internal static async Task Approve(TestWorld world, Held next, string? item, params NoteContent[] notes)
    {
        world.Clock.At = new(2027, 1, 19, 9, 0, 0, TimeSpan.Zero);
        Assert.Null(await next.Desk(d => d.Open(next.Meeting, next.By, default)));
        Assert.Null(await next.Desk(d => d.AllArrive(next.Meeting, next.By, default)));
        var who = (await next.Participants()).Single(p => p.Name == Held.Adjuster);
        await next.Write("Val av justerare", new ElectionNote(ElectionNote.Adjuster, [new(who.Name, who.Person)]));
        foreach (var note in notes)
            await next.Write(item ?? What, note);
        if (item is not null)
            await next.Write(item, new DecisionNote(DecisionOutcome.Approval, "godkänner redovisningen."));
        await next.Seal();
    }

    static async Task<Actor> Registrar(TestWorld world, Guid organisation)
    {
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            if (await world.Actor(person.Id) is { } actor && (actor.Is(FunctionKind.Registrar, organisation) || actor.Is(FunctionKind.Coordinator, organisation)))
                return actor;
        throw new InvalidOperationException("Nobody answers for the organisation.");
    }

    internal static Task<string?> Do(TestWorld world, Func<AssignmentKeeper, Task<Refusal?>> verb) => world.Said(verb);

    static async Task<IReadOnlyList<AssignmentRow>> Owed(TestWorld world, Actor actor) => (await world.In(s => s.GetRequiredService<PlansLists>().OwedBy(actor, 500, default))).Rows;

    static async Task<IReadOnlyList<BacklogRow>> Waiting(TestWorld world, Held held) => (await world.In(async s => await s.GetRequiredService<BacklogLists>().Waiting((await world.Body("NV")).Id, held.By, default))).Rows;

    static async Task<AssignmentDetails> Details(TestWorld world, Guid id, Actor actor) => (await world.In(s => s.GetRequiredService<PlansLists>().Assignment(id, actor, default)))!;

    internal static Task<AssignmentState> State(TestWorld world, Guid id) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Assignment>().Where(a => a.Id == id).Select(a => a.State).SingleAsync());
}
