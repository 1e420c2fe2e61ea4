using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Shared;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Desk;

[Trait("database", "both")]
public sealed class MinuteDeskTests(WorldOnce once)
{
    [Fact]
    public async Task An_agenda_begins_with_what_every_meeting_has_and_new_items_come_before_the_last()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Fast vårdkontakt", ItemKind.Decision, "Helena Wikmark", 25, "ställer sig bakom arbetssättet."), null, held.By, default)));
        var items = await held.Items();
        Assert.Equal(["Mötet öppnas", "Val av justerare", "Fastställande av dagordningen", "Föregående protokoll, 22 september 2026"], items.Take(4).Select(i => i.Title));
        Assert.Equal(["Fast vårdkontakt", "Kommande möten", "Mötet avslutas"], items.TakeLast(3).Select(i => i.Title));
        Assert.Equal(Enumerable.Range(1, items.Count).Select(n => $"{n}"), items.Select(i => i.Number));
        Assert.Equal(new TimeOnly(13, 15), items[3].Begins);
    }

    [Fact]
    public async Task All_items_are_put_in_another_order_by_one_act_and_numbered_anew()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        var own = (await held.Items()).Count;
        for (var i = 0; i < 40; i++)
            Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new($"Ärende {i}", ItemKind.Information, null, null, null), null, held.By, default)));
        var wanted = (await held.Items()).Reverse().Select(i => i.Id).ToList();
        Assert.Null(await held.Agenda(a => a.Order(held.Meeting, wanted, held.By, default)));
        var items = await held.Items();
        Assert.Equal(wanted, items.Select(i => i.Id));
        Assert.Equal(Enumerable.Range(1, own + 40).Select(n => $"{n}"), items.Select(i => i.Number));
    }

    [Fact]
    public async Task Notes_that_are_added_under_one_item_at_the_same_moment_are_all_kept()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var item = (await held.Items()).Single(i => i.Title == "Läget i kommunerna").Id;
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            world.In(s => s.GetRequiredService<MinuteDesk>().AddNote(held.Meeting, item, new TextNote($"Det som sades, {i}."), held.By, default))));
        Assert.All(added, a => Assert.Null(a.Refusal));
        var notes = await world.In(s => s.GetRequiredService<DeskLists>().Notes(item, default));
        Assert.Equal(added.Select(a => a.Id).Order(), notes.Select(n => n.Id).Order());
    }

    [Fact]
    public async Task A_stale_saving_overwrites_nothing_and_gives_back_what_stands()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var note = await held.Write("Läget i kommunerna", new TextNote("Kommunerna redovisar läget."));
        var chair = await world.Actor(Held.Chair);
        async Task<Saving> Save(string text, int version) => await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, note, new TextNote(text), version, held.By, default));

        var first = await Save("Tolv kommuner redovisar läget.", 1);
        Assert.Null(first.Refusal);
        Assert.Equal(2, first.Saved!.Version);
        var stale = await Save("Elva kommuner redovisar läget.", 1);
        Assert.Equal("stale-note", stale.Refusal?.Code);
        Assert.Equal(new TextNote("Tolv kommuner redovisar läget."), stale.Saved!.Content);
        Assert.Equal(held.By.Name, stale.Saved.ByName);
        // The browser that never heard the answer sends the same again: it is already so.
        Assert.Null((await Save("Tolv kommuner redovisar läget.", 1)).Refusal);
        Assert.Equal("may-not-minutes", (await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, note, new TextNote("x"), 2, chair, default))).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_taken_away_can_be_put_back()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var note = await held.Write("Läget i kommunerna", new TextNote("Kommunerna redovisar läget."));
        Assert.Null(await held.Desk(d => d.Remove(held.Meeting, note, held.By, default)));
        Assert.DoesNotContain(await All(), n => n.Id == note);
        Assert.Null(await held.Desk(d => d.PutBack(held.Meeting, note, held.By, default)));
        Assert.Contains(await All(), n => n.Id == note);
        Task<List<NoteRow>> All() => world.In(s => s.GetRequiredService<DeskLists>().AllNotes(held.Meeting, default));
    }

    [Fact]
    public async Task Attendance_is_written_as_it_was_late_out_early_and_in_conflict_of_interest()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Upphandling");
        var people = await held.Participants();
        Guid Of(string name) => people.Single(p => p.Name == name).Id;
        var item = (await held.Items()).Single(i => i.Title == "Upphandling").Id;
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Of("Lotta Steen"), (p, _) => p.StepOut(item, "Är ägare i bolaget"), held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Of("Anders Roth"), (p, at) => p.Leave(at), held.By, default)));
        world.Clock.At = world.Clock.At.AddMinutes(25);
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Of("Gunilla Hjort"), (p, at) => p.Arrive(at, digital: true), held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Of("Gunilla Hjort"), (p, _) => p.ServeFor(Of("Anders Roth")), held.By, default)));
        world.Clock.At = world.Clock.At.AddMinutes(35);
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Of("Sara Malmros"), (p, at) => p.Leave(at), held.By, default)));
        var text = (await held.Freeze()).Text;

        MinutesPerson Written(string name) => text.People.Single(p => p.Name == name);
        Assert.Equal((Presence.Present, (string?)$"deltog inte i § {text.Items.Single(i => i.Title == "Upphandling").Number} på grund av jäv"), (Written("Lotta Steen").Presence, Written("Lotta Steen").Note));
        Assert.Equal(Presence.Absent, Written("Anders Roth").Presence);
        Assert.Equal((Presence.Partial, (string?)"ersätter Anders Roth, kom 12.25", true), (Written("Gunilla Hjort").Presence, Written("Gunilla Hjort").Note, Written("Gunilla Hjort").Digital));
        Assert.Equal((Presence.Partial, (string?)"gick 13.00"), (Written("Sara Malmros").Presence, Written("Sara Malmros").Note));
        // Chair and secretary are roles at the meeting, and stand there once.
        Assert.Single(text.People, p => p.Name == Held.Chair);
        Assert.Equal(AttendanceRole.Chair, Written(Held.Chair).Role);
        Assert.DoesNotContain(text.People, p => p.Name == "Emil Vikander");
    }

    [Fact]
    public async Task Drafts_are_for_those_of_the_body_and_nobody_else_finds_them()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        async Task<bool> Sees(string name)
        {
            var actor = await world.Actor(name);
            return await world.In(s => s.GetRequiredService<DeskLists>().Meeting(held.Meeting, actor, default)) is not null;
        }

        Assert.True(await Sees(Held.Adjuster));
        Assert.True(await Sees(Held.Chair));
        Assert.False(await Sees("Leila Mansour"));
        var outsider = await world.Actor("Leila Mansour");
        Assert.Equal("no-meeting", (await held.Desk(d => d.Close(held.Meeting, outsider, default)))?.Code);
    }
}
