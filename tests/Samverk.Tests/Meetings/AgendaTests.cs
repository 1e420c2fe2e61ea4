using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Documents;
using Samverk.Meetings.Templates;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Meetings;

/// <summary>The agenda built from the backlog and the body's standing items, with its documents.</summary>
[Trait("database", "both")]
public sealed class AgendaTests(WorldOnce once)
{
    [Fact]
    public async Task A_matter_is_taken_from_the_backlog_and_waits_again_when_it_is_taken_off_the_agenda()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        var body = (await world.Body("NV")).Id;
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Put(body, new(BacklogKind.Question, "Hur många hembesök blir av?", null, "Granåker"), held.By, default)));
        var waiting = await Waiting();
        var entry = waiting.Single(w => w.Title == "Hur många hembesök blir av?");
        var due = waiting.First(w => w.Kind == BacklogKind.ReportBack && w.Id is null && w.DueOn > Keeping.Today);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        Assert.Null(await held.Agenda(a => a.AddWaiting(held.Meeting, entry.Id, null, 1, held.By, default)));
        Assert.Null(await held.Agenda(a => a.AddWaiting(held.Meeting, null, due.Source, null, held.By, default)));
        var items = await held.Items();
        Assert.Equal((1, ItemKind.Discussion), (items.Single(i => i.Title == entry.Title).Position, items.Single(i => i.Title == entry.Title).Kind));
        Assert.Equal(ItemKind.Information, items.Single(i => i.Title == due.Title).Kind);
        Assert.Equal("Mötet avslutas", items[^1].Title);
        var left = await Waiting();
        Assert.DoesNotContain(left, w => w.Title == entry.Title || w.Source == due.Source);
        Assert.Equal("no-entry", (await held.Agenda(a => a.AddWaiting(held.Meeting, entry.Id, null, null, held.By, default)))?.Code);
        Assert.Null(await held.Agenda(a => a.RemoveItem(held.Meeting, items.Single(i => i.Title == entry.Title).Id, held.By, default)));
        Assert.Contains(await Waiting(), w => w.Id == entry.Id);

        async Task<IReadOnlyList<BacklogRow>> Waiting() => (await world.In(s => s.GetRequiredService<BacklogLists>().Waiting(body, held.By, default))).Rows;
    }

    [Fact]
    public async Task What_was_decided_goes_back_to_who_asked_when_the_minutes_are_adjusted_and_what_was_put_off_waits_again()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        var (care, council, by) = ((await world.Body("NV")).Id, (await world.Body("SR")).Id, await world.Administrator());
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Put(council, new(BacklogKind.Question, "Hur många vårdplatser behövs?"), by, default)));
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Put(care, new(BacklogKind.Question, "Ett ärende som inte hinns med"), by, default)));
        var asking = (await Waiting(council)).Single(w => w.Title == "Hur många vårdplatser behövs?").Id!.Value;
        Assert.Null(await world.Said<BacklogKeeper>(k => k.Send(asking, care, "Hur många till sommaren?", null, by, default)));
        var (asked, late) = ((await Waiting(care)).Single(w => w.Kind == BacklogKind.Sent).Id, (await Waiting(care)).Single(w => w.Title == "Ett ärende som inte hinns med").Id);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        foreach (var entry in new[] { asked, late })
            Assert.Null(await held.Agenda(a => a.AddWaiting(held.Meeting, entry, null, null, held.By, default)));
        Assert.Null(await held.Desk(d => d.Open(held.Meeting, held.By, default)));
        Assert.Null(await held.Desk(d => d.AllArrive(held.Meeting, held.By, default)));
        var adjuster = (await held.Participants()).Single(p => p.Name == Held.Adjuster);
        await held.Write("Val av justerare", new ElectionNote(ElectionNote.Adjuster, [new(adjuster.Name, adjuster.Person)]));
        await held.Write("Hur många vårdplatser behövs?", new DecisionNote(DecisionOutcome.Decision, "bedömer att 24 platser behövs."));
        await held.Write("Ett ärende som inte hinns med", new DeferralNote("Underlag saknas.", new(2027, 1, 19)));
        await held.Write("Kommande möten", new ProposedItemNote("Uppföljning av sommaren"));
        var frozen = await held.Freeze();
        Assert.DoesNotContain(await Waiting(council), w => w.Answer is not null);
        foreach (var signer in frozen.Text.Signers)
            Assert.Null(await held.Approve(signer.Name, frozen.Seal));
        var answered = (await Waiting(council)).Single(w => w.Id == asking);
        Assert.Equal("Beslut: bedömer att 24 platser behövs.", answered.Answer);
        Assert.StartsWith($"/protokoll/{held.Meeting:D}#p", answered.AnsweredIn, StringComparison.Ordinal);
        var left = await Waiting(care);
        Assert.Equal(new DateOnly(2027, 1, 19), left.Single(w => w.Id == late).DueOn);
        Assert.Contains(left, w => w is { Kind: BacklogKind.Proposed, Title: "Uppföljning av sommaren" });
        Assert.DoesNotContain(left, w => w.Id == asked);

        async Task<IReadOnlyList<BacklogRow>> Waiting(Guid body) => (await world.In(s => s.GetRequiredService<BacklogLists>().Waiting(body, by, default))).Rows;
    }

    [Fact]
    public async Task A_new_agenda_begins_and_ends_with_what_the_body_has_chosen()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        var body = (await world.Body("NV")).Id;
        StandingItems chosen = new([new("Upprop", ItemKind.Formality, 5, IsLast: false), new("Avrundning", ItemKind.Formality, 30, IsLast: true)]);
        Assert.Equal("may-not-plan", await world.Said<AgendaTemplates>(async t => await t.Change(body, chosen, await world.Actor("Nadja Forsell"), default)));
        Assert.Equal("title-missing", await world.Said<AgendaTemplates>(t => t.Change(body, new([new(" ", ItemKind.Formality, 5, IsLast: false)]), held.By, default)));
        Assert.Null(await world.Said<AgendaTemplates>(t => t.Change(body, chosen, held.By, default)));
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        var titles = (await held.Items()).Select(i => i.Title).ToList();
        Assert.Equal(("Upprop", "Avrundning"), (titles[0], titles[^1]));
        Assert.DoesNotContain("Mötet öppnas", titles);
        Assert.Contains("De stående punkterna på dagordningen ändrades", await world.Told(body));
    }

    [Fact]
    public async Task A_document_is_read_by_those_who_may_see_its_item_and_goes_with_it()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Öppet", ItemKind.Information, null, 5, null), null, held.By, default)));
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Hemligt", ItemKind.Information, null, 5, null, new("25 kap. 1 § OSL", "Uppgift om hälsa")), null, held.By, default)));
        var items = await held.Items();
        Guid Item(string title) => items.Single(i => i.Title == title).Id;
        Assert.Equal("no-files", await Attach(Item("Öppet"), []));
        Assert.Equal("too-large", await Attach(Item("Öppet"), new byte[SentFile.MostBytes + 1]));
        Assert.Null(await Attach(Item("Öppet"), [1, 2, 3]));
        Assert.Null(await Attach(Item("Hemligt"), [4, 5, 6]));
        var body = (await world.Body("NV")).Id;
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        List<Actor> actors = [];
        foreach (var person in people)
            actors.Add((await world.Actor(person.Id))!);
        var member = actors.First(a => a.MemberOf.Contains(body) && a.Standings.Count == 0 && !a.IsAdministrator);
        var stranger = actors.First(a => a.HasPlace && !a.MemberOf.Contains(body) && a.Standings.Count == 0 && !a.IsAdministrator);
        var ids = await world.In(s => s.GetRequiredService<SamverkDb>().Set<AgendaDocument>().OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());
        Assert.Equal([1, 2, 3], (await Content(ids[0], member))!.Value.Bytes);
        Assert.Null(await Content(ids[1], member));
        Assert.Null(await Content(ids[0], stranger));
        Assert.Equal([4, 5, 6], (await Content(ids[1], held.By))!.Value.Bytes);
        Assert.Null(await held.Agenda(a => a.RemoveItem(held.Meeting, Item("Hemligt"), held.By, default)));
        Assert.Null(await Content(ids[1], held.By));
        Assert.Null(await world.Said<AgendaDocuments>(d => d.Remove(held.Meeting, ids[0], held.By, default)));
        Assert.Null(await Content(ids[0], held.By));

        Task<string?> Attach(Guid item, byte[] bytes) => world.Said<AgendaDocuments>(d => d.Attach(held.Meeting, item, "../Bilaga.pdf", bytes, held.By, default));
        Task<(string Name, byte[] Bytes)?> Content(Guid id, Actor actor) => world.In(s => s.GetRequiredService<AgendaDocuments>().Content(held.Meeting, id, actor, default));
    }

    [Fact]
    public async Task Who_acts_as_secretary_at_one_meeting_writes_its_minutes_and_no_others_and_it_is_told()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var acting = await world.Actor("Leila Mansour");
        var item = (await held.Items()).Single(i => i.Title == "Läget i kommunerna").Id;
        async Task<string?> Writes() => (await world.In(s => s.GetRequiredService<MinuteDesk>().AddNote(held.Meeting, item, new TextNote("Skrivet."), acting, default))).Refusal?.Code;
        Assert.NotNull(await Writes());
        Assert.Equal("person-missing", (await held.Agenda(a => a.ActAs(held.Meeting, Ids.Next(), null, held.By, default)))?.Code);
        Assert.Null(await held.Agenda(a => a.ActAs(held.Meeting, null, acting.Person, held.By, default)));
        Assert.Null(await Writes());
        Assert.Contains(await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Kind == nameof(MeetingActingChosen)).Select(h => h.Subject).ToListAsync()), id => id == held.Meeting);
        Assert.Null(await held.Agenda(a => a.ActAs(held.Meeting, null, null, held.By, default)));
        Assert.NotNull(await Writes());
    }
}
