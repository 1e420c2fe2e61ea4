using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Groups;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Desk;

/// <summary>Group discussions under an item: opened, written in by the groups, collected into the item.</summary>
[Trait("database", "both")]
public sealed class GroupsTests(WorldOnce once)
{
    const string Omar = "Omar Haddad", Sara = "Sara Malmros", Petra = "Petra Lindvik", Title = "Läget i kommunerna";

    [Fact]
    public async Task What_the_groups_write_comes_into_the_item_under_their_names_once_and_is_then_written_in_there()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var (blue, green) = (open.Groups[0].Id, open.Groups[1].Id);
        Assert.Null((await Write(world, held, blue, Omar, "Gemensam introduktion")).Refusal);
        Assert.Null((await Write(world, held, blue, Sara, "Samma blankett\ni hela länet")).Refusal);
        Assert.Null((await Write(world, held, green, Petra, "Tidigare kallelser")).Refusal);
        var emptied = await Write(world, held, green, Petra, "Skrivet i fel grupp");
        Assert.Null((await Save(world, held, green, emptied.Saved!.Id, "", 1, Petra)).Refusal);
        Assert.Equal("groups-have-notes", (await Work(world, w => w.CallOff(held.Meeting, open.Id, held.By, default)))?.Code);

        Assert.Null(await Work(world, w => w.Collect(held.Meeting, open.Id, held.By, default)));
        Assert.Equal("groups-collected", (await Work(world, w => w.Collect(held.Meeting, open.Id, held.By, default)))?.Code);
        Assert.Equal("groups-collected", (await Write(world, held, blue, Omar, "För sent")).Refusal?.Code);
        var notes = await Notes(world, held, open.Item);
        Assert.Equal([new TextNote("Gruppdiskussion: Vad hindrar er?"), new GroupNote("Blå gruppen", ["Gemensam introduktion", "Samma blankett i hela länet"]), new GroupNote("Gröna gruppen", ["Tidigare kallelser"])], notes.Select(n => n.Content));
        var page = (await Page(world, held, blue, Omar))!;
        Assert.Equal("groups-collected", page.MayWrite?.Code);
        Assert.Equal(2, page.Lines.Count);

        var saving = await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, notes[1].Id, new GroupNote("Blå gruppen", ["Gemensam introduktion"]), notes[1].Version, held.By, default));
        Assert.Null(saving.Refusal);
        var frozen = (await held.Freeze()).Text;
        Assert.Equal(["Gemensam introduktion"], frozen.All<GroupNote>().First().Content.Lines);
        Assert.Equal(2, frozen.All<GroupNote>().Count());
    }

    [Fact]
    public async Task Several_write_in_one_group_at_once_and_one_note_written_by_two_shows_both()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var group = open.Groups[0].Id;
        var savings = await Task.WhenAll(Write(world, held, group, Omar, "Ett"), Write(world, held, group, Sara, "Två"));
        Assert.All(savings, s => Assert.Null(s.Refusal));
        var omars = savings[0].Saved!;
        // A browser that never heard the answer sends the same again: it is already so.
        Assert.Null((await Save(world, held, group, omars.Id, "Ett", 0, Omar)).Refusal);
        Assert.Equal(2, (await Save(world, held, group, omars.Id, "Ett och ett halvt", 1, Sara)).Saved!.Version);
        var stale = await Save(world, held, group, omars.Id, "Ett, och mer", 1, Omar);
        Assert.Equal(("stale-note", "Ett och ett halvt"), (stale.Refusal?.Code, stale.Saved!.Text));
        Assert.Null((await Save(world, held, group, omars.Id, "Ett, och mer", 2, Omar)).Refusal);
        // Sent along unchanged in a form, with the version that was read: the newer text stands, and nobody is asked.
        Assert.Equal((null, 3), ((await Save(world, held, group, omars.Id, "Ett och ett halvt", 2, Sara)).Refusal?.Code, (await Page(world, held, group, Sara))!.Lines.Single(l => l.Id == omars.Id).Version));
        var before = await world.In(s => s.GetRequiredService<SamverkDb>().Set<GroupLineVersion>().Where(v => v.Line == omars.Id).OrderBy(v => v.Version).Select(v => v.Text).ToListAsync());
        Assert.Equal(["Ett", "Ett och ett halvt"], before);
        Assert.Equal(["Ett, och mer", "Två"], (await Page(world, held, group, Sara))!.Lines.Select(l => l.Text).Order());
    }

    [Fact]
    public async Task What_is_written_while_it_is_collected_is_in_the_item_or_is_told_that_it_came_too_late()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var writings = Enumerable.Range(0, 6).Select(async i =>
        {
            var name = i % 2 == 0 ? Omar : Sara;
            return (Text: $"Sak {i}", Saving: await Save(world, held, open.Groups[0].Id, Ids.Next(), $"Sak {i}", 0, name));
        }).ToList();
        var collected = Work(world, w => w.Collect(held.Meeting, open.Id, held.By, default));
        var written = await Task.WhenAll(writings);
        Assert.Null(await collected);
        var kept = written.Where(w => w.Saving.Refusal is null).Select(w => w.Text).Order();
        Assert.All(written.Where(w => w.Saving.Refusal is not null), w => Assert.Equal("groups-collected", w.Saving.Refusal!.Code));
        Assert.Equal(kept, (await Notes(world, held, open.Item)).Select(n => n.Content).OfType<GroupNote>().SelectMany(n => n.Lines).Order());
    }

    [Fact]
    public async Task Only_the_groups_own_read_and_write_in_it_and_all_at_the_meeting_see_who_has_written()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var group = open.Groups[0].Id;
        Assert.Equal("may-not-write-in-group", (await Write(world, held, group, Petra, "Fel grupp")).Refusal?.Code);
        Assert.Null(await Page(world, held, group, Petra));
        Assert.Equal("no-meeting", (await Write(world, held, group, "Leila Mansour", "Utanför")).Refusal?.Code);
        Assert.Null((await Save(world, held, group, Ids.Next(), "Antecknat åt gruppen", 0, Held.Secretary)).Refusal);
        Assert.Null((await Write(world, held, group, Omar, "Gemensam introduktion")).Refusal);
        var seen = (await Seen(world, held, Petra)).Single();
        Assert.Equal((2, 0), (seen.Groups[0].Lines, seen.Groups[1].Lines));
        Assert.Contains((await world.Actor(Omar)).Person, seen.Groups[0].Writers);
        Assert.Equal(seen.Groups[1].Id, seen.Mine);
        // The same note can't be reached by way of another group.
        var line = (await Page(world, held, group, Omar))!.Lines[0];
        Assert.Equal("no-groups", (await Save(world, held, seen.Groups[1].Id, line.Id, "Övertaget", line.Version, Petra)).Refusal?.Code);
        foreach (var by in new[] { await world.Actor(Omar), await world.Actor(Held.Chair) })
            Assert.Equal("may-not-minutes", (await Work(world, w => w.Collect(held.Meeting, open.Id, by, default)))?.Code);
    }

    [Fact]
    public async Task Groups_are_changed_while_they_write_but_one_that_has_written_stays_and_a_stale_change_is_told()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var people = (await held.Participants()).ToDictionary(p => p.Name, p => p.Id);
        Assert.Null((await Write(world, held, open.Groups[0].Id, Omar, "Gemensam introduktion")).Refusal);
        GroupFact Kept(int at, string name, params string[] members) => new(open.Groups[at].Id, name, [.. members.Select(m => people[m])]);
        Assert.Equal("group-has-notes", (await Change(new(null, null, [Kept(1, "Ett", Petra), new(null, "Två", [people[Sara]])])))?.Code);
        Assert.Equal("member-twice", (await Change(new(null, null, [Kept(0, "Ett", Omar), Kept(1, "Två", Omar)])))?.Code);
        Assert.Equal("group-empty", (await Change(new(null, null, [Kept(0, "Ett", Omar), new(null, "Två", [])])))?.Code);
        Assert.Null(await Change(new("En ny fråga", null, [Kept(0, "Blå gruppen", Omar), new(null, "Röda gruppen", [people[Petra], people[Sara]])])));
        Assert.Equal("stale-groups", (await Change(new(null, null, [Kept(0, "Ett", Omar), new(null, "Två", [people[Sara]])])))?.Code);
        var now = (await Seen(world, held, Omar)).Single();
        Assert.Equal([("Blå gruppen", 1), ("Röda gruppen", 0)], now.Groups.Select(g => (g.Name, g.Lines)));
        Assert.Equal("may-not-write-in-group", (await Write(world, held, now.Groups[0].Id, Sara, "Inte min grupp längre")).Refusal?.Code);
        Assert.Null((await Write(world, held, now.Groups[1].Id, Sara, "Den nya gruppen")).Refusal);

        Task<Refusal?> Change(GroupFacts facts) => Work(world, w => w.Change(held.Meeting, open.Id, facts, open.Version, held.By, default));
    }

    [Fact]
    public async Task What_a_group_has_written_is_collected_before_the_minutes_are_sent_for_adjustment()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        Assert.Null((await Write(world, held, open.Groups[0].Id, Omar, "Gemensam introduktion")).Refusal);
        Assert.Equal("item-has-groups", (await held.Agenda(a => a.RemoveItem(held.Meeting, open.Item, held.By, default)))?.Code);
        world.Clock.At += TimeSpan.FromHours(1);
        Assert.Null(await held.Desk(d => d.Close(held.Meeting, held.By, default)));
        Assert.Equal("groups-not-collected", (await held.Adjust(a => a.Freeze(held.Meeting, null, held.By, default)))?.Code);
        // The meeting has ended, and the group still writes its last note.
        Assert.Null((await Write(world, held, open.Groups[0].Id, Sara, "Samma blankett")).Refusal);
        Assert.Null(await Work(world, w => w.Collect(held.Meeting, open.Id, held.By, default)));
        Assert.Equal(["Gemensam introduktion", "Samma blankett"], (await held.FreezeAgain()).Text.All<GroupNote>().First().Content.Lines);
    }

    [Fact]
    public async Task None_is_opened_twice_nor_under_what_is_restricted_and_one_that_nobody_wrote_in_is_called_off()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        var people = (await held.Participants()).ToDictionary(p => p.Name, p => p.Id);
        var facts = new GroupFacts(null, null, [new(null, "Ett", [people[Omar]]), new(null, "Två", [people[Sara]])]);
        Assert.Equal("groups-open", (await Work(world, w => w.Open(held.Meeting, open.Item, facts, held.By, default)))?.Code);
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Ett enskilt ärende", ItemKind.Discussion, null, null, null, new("25 kap. 1 § OSL", "Uppgifter om en enskild")), null, held.By, default)));
        var restricted = (await held.Items()).Single(i => i.Restriction is not null).Id;
        Assert.Equal("item-restricted", (await Work(world, w => w.Open(held.Meeting, restricted, facts, held.By, default)))?.Code);
        Assert.Null(await Work(world, w => w.CallOff(held.Meeting, open.Id, held.By, default)));
        Assert.Empty(await Seen(world, held, Omar));
        Assert.Null(await Work(world, w => w.Open(held.Meeting, open.Item, facts, held.By, default)));
        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(r => r.Subject == held.Meeting).OrderBy(r => r.Number).Select(r => r.Kind).ToListAsync());
        Assert.Equal([nameof(GroupsOpened), nameof(GroupsCalledOff), nameof(GroupsOpened)], told.Where(kind => kind.StartsWith("Groups", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task More_than_one_note_can_hold_is_taken_in_several()
    {
        await using var world = await once.Copy();
        var (held, open) = await Open(world);
        for (var i = 0; i < 12; i++)
            Assert.Null((await Write(world, held, open.Groups[0].Id, Omar, new string((char)('a' + i), GroupLine.Longest))).Refusal);
        Assert.Equal("note-long", (await Write(world, held, open.Groups[0].Id, Omar, new string('x', GroupLine.Longest + 1))).Refusal?.Code);
        Assert.Null(await Work(world, w => w.Collect(held.Meeting, open.Id, held.By, default)));
        var notes = (await Notes(world, held, open.Item)).Select(n => n.Content).OfType<GroupNote>().Where(n => n.Group == "Blå gruppen").ToList();
        Assert.Equal([9, 3], notes.Select(n => n.Lines.Count));
    }

    static async Task<(Held Held, GroupsView Open)> Open(TestWorld world)
    {
        var held = await Held.Open(world, Title);
        var item = (await held.Items()).Single(i => i.Title == Title).Id;
        Assert.Null(await held.Desk(d => d.TakeUp(held.Meeting, item, held.By, default)));
        var people = (await held.Participants()).ToDictionary(p => p.Name, p => p.Id);
        Assert.Null(await Work(world, w => w.Open(held.Meeting, item, new("Vad hindrar er?", new(14, 45), [new(null, "Blå gruppen", [people[Omar], people[Sara]]), new(null, "Gröna gruppen", [people[Petra]])]), held.By, default)));
        return (held, (await Seen(world, held, Held.Secretary)).Single());
    }

    static Task<Refusal?> Work(TestWorld world, Func<GroupWork, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<GroupWork>()));

    static async Task<GroupSaving> Save(TestWorld world, Held held, Guid group, Guid line, string text, int version, string name)
    {
        var by = await world.Actor(name);
        return await world.In(s => s.GetRequiredService<GroupWork>().Save(held.Meeting, group, line, text, version, by, default));
    }

    static Task<GroupSaving> Write(TestWorld world, Held held, Guid group, string name, string text) => Save(world, held, group, Ids.Next(), text, 0, name);

    static async Task<IReadOnlyList<GroupsView>> Seen(TestWorld world, Held held, string name)
    {
        var by = await world.Actor(name);
        return await world.In(async s => await s.GetRequiredService<GroupLists>().Of((await s.GetRequiredService<DeskLists>().Meeting(held.Meeting, by, default))!, by, default));
    }

    static async Task<GroupPageView?> Page(TestWorld world, Held held, Guid group, string name)
    {
        var by = await world.Actor(name);
        return await world.In(async s => await s.GetRequiredService<GroupLists>().Group((await s.GetRequiredService<DeskLists>().Meeting(held.Meeting, by, default))!, group, by, default));
    }

    static Task<List<NoteRow>> Notes(TestWorld world, Held held, Guid item) => world.In(s => s.GetRequiredService<DeskLists>().Notes(item, default));
}

/// <summary>Groups as they are proposed.</summary>
public sealed class EvenGroupsTests
{
    static ParticipantRow Somebody(string organisation) => new(Ids.Next(), null, "N", null, organisation, AttendanceRole.Member, null, null, null, false, [], []);

    [Theory]
    [InlineData(11, 3)]
    [InlineData(12, 4)]
    [InlineData(50, 9)]
    [InlineData(3, 2)]
    public void Everybody_is_in_one_and_none_is_larger_than_another_by_more_than_one(int people, int groups)
    {
        List<ParticipantRow> here = [.. Enumerable.Range(0, people).Select(i => Somebody($"Organisation {i % 4}"))];
        var proposed = EvenGroups.Propose(here, groups);
        Assert.Equal(groups, proposed.Count);
        Assert.Equal(here.Select(p => p.Id).Order(), proposed.SelectMany(g => g).Order());
        Assert.True(proposed.Max(g => g.Count) - proposed.Min(g => g.Count) <= 1);
    }

    [Fact]
    public void No_two_of_an_organisation_share_a_group_before_all_groups_have_one()
    {
        List<ParticipantRow> here = [.. new[] { "Region", "Askvik", "Region", "Lindåsa", "Region", "Askvik" }.Select(Somebody)];
        var of = here.ToDictionary(p => p.Id, p => p.OrganisationName);
        Assert.All(EvenGroups.Propose(here, 3), g => Assert.Single(g, m => of[m] == "Region"));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(8, 2)]
    [InlineData(11, 3)]
    [InlineData(26, 6)]
    public void As_many_are_proposed_as_can_talk_with_each_other(int people, int groups) => Assert.Equal(groups, EvenGroups.For(people));
}
