using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Speaking;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Desk;

/// <summary>The speakers' list of the item that is up.</summary>
[Trait("database", "both")]
public sealed class SpeakersTests(WorldOnce once)
{
    const string Omar = "Omar Haddad", Sara = "Sara Malmros", Petra = "Petra Lindvik";

    [Fact]
    public async Task Those_who_ask_stand_in_the_order_that_they_asked_and_a_rejoinder_goes_first_after_the_one_who_speaks()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        Assert.Equal("nobody-spoke", (await Ask(world, held, item, Petra, SpeechKind.Rejoinder))?.Code);
        foreach (var name in new[] { Omar, Sara })
            Assert.Null(await Ask(world, held, item, name));
        // Asked for twice, by a browser that never heard the answer: it stands there once.
        Assert.Null(await Ask(world, held, item, Omar));
        Assert.Equal([Omar, Sara], await Waiting(world, held));

        world.Clock.At += TimeSpan.FromMinutes(3);
        var omars = await Of(world, held, Omar);
        Assert.Null(await List(world, l => l.Begin(held.Meeting, omars, null, held.By, default)));
        Assert.Null(await Ask(world, held, item, Petra, SpeechKind.Rejoinder));
        var now = await Now(world, held);
        Assert.Equal((Omar, world.Clock.At), (now.Speaking!.Name, now.Speaking.BeganAt));
        Assert.Equal([Petra, Sara], await Waiting(world, held));

        var (chair, petras) = (await world.Actor(Held.Chair), await Of(world, held, Petra));
        Assert.Null(await List(world, l => l.Begin(held.Meeting, petras, omars, chair, default)));
        Assert.Null(await List(world, l => l.End(held.Meeting, petras, chair, default)));
        now = await Now(world, held);
        Assert.Null(now.Speaking);
        Assert.Equal([Omar, Petra], now.Spoken.Select(s => s.Name));
    }

    [Fact]
    public async Task Who_asked_takes_it_back_and_nobody_else_touches_it_but_those_who_lead_the_list()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        Assert.Null(await Ask(world, held, item, Omar));
        Assert.Null(await Ask(world, held, item, Sara));
        var (omars, saras) = (await Of(world, held, Omar), await Of(world, held, Sara));
        var (sara, chair, outsider) = (await world.Actor(Sara), await world.Actor(Held.Chair), await world.Actor("Leila Mansour"));
        Assert.Equal("may-not-lead-speakers", (await List(world, l => l.TakeBack(held.Meeting, omars, sara, default)))?.Code);
        Assert.Equal("may-not-lead-speakers", (await List(world, l => l.Strike(held.Meeting, omars, sara, default)))?.Code);
        Assert.Equal("may-not-lead-speakers", (await List(world, l => l.Begin(held.Meeting, omars, null, sara, default)))?.Code);
        Assert.Equal("may-not-lead-speakers", (await List(world, l => l.MoveBefore(held.Meeting, saras, omars, sara, default)))?.Code);
        Assert.Equal("may-not-lead-speakers", (await List(world, l => l.Add(held.Meeting, item, default, SpeechKind.Turn, sara, default)))?.Code);
        Assert.Equal("no-meeting", (await List(world, l => l.Ask(held.Meeting, item, SpeechKind.Turn, outsider, default)))?.Code);

        var petra = (await held.Participants()).Single(p => p.Name == Petra).Id;
        Assert.Null(await List(world, l => l.Add(held.Meeting, item, petra, SpeechKind.Turn, chair, default)));
        var petras = await Of(world, held, Petra);
        Assert.Null(await List(world, l => l.MoveBefore(held.Meeting, petras, omars, chair, default)));
        Assert.Equal([Petra, Omar, Sara], await Waiting(world, held));
        Assert.Null(await List(world, l => l.Strike(held.Meeting, petras, held.By, default)));
        Assert.Null(await List(world, l => l.TakeBack(held.Meeting, saras, sara, default)));
        Assert.Equal([Omar], await Waiting(world, held));
    }

    [Fact]
    public async Task Only_those_who_are_there_and_not_out_by_conflict_of_interest_get_a_place()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        var people = await held.Participants();
        Guid Id(string name) => people.Single(p => p.Name == name).Id;
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Id(Omar), (p, _) => p.StepOut(item, "Är ägare i bolaget"), held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Id(Sara), (p, at) => p.Leave(at.AddMinutes(1)), held.By, default)));
        Assert.Equal("out-for-item", (await Ask(world, held, item, Omar))?.Code);
        Assert.Equal("not-here", (await Ask(world, held, item, Sara))?.Code);
        Assert.Equal("not-here", (await List(world, l => l.Add(held.Meeting, item, Id(Sara), SpeechKind.Turn, held.By, default)))?.Code);
        var other = (await held.Items()).First(i => i.OpenedAt is null).Id;
        Assert.Equal("list-closed", (await Ask(world, held, other, Petra))?.Code);
        Assert.Empty(await Waiting(world, held));
    }

    [Fact]
    public async Task The_list_closes_when_the_meeting_goes_on_and_the_next_item_begins_with_an_empty_one()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        Assert.Null(await Ask(world, held, item, Omar));
        Assert.Null(await Ask(world, held, item, Sara));
        var omars = await Of(world, held, Omar);
        Assert.Null(await List(world, l => l.Begin(held.Meeting, omars, null, held.By, default)));
        world.Clock.At += TimeSpan.FromMinutes(4);
        var next = (await held.Items()).First(i => i.OpenedAt is null).Id;
        Assert.Null(await held.Desk(d => d.TakeUp(held.Meeting, next, held.By, default)));
        Assert.Equal("list-closed", (await Ask(world, held, item, Petra))?.Code);
        var now = await Now(world, held);
        Assert.Equal((next, 0, 0, null), (now.Item, now.Waiting.Count, now.Spoken.Count, now.Speaking));

        // Taken up again: who spoke has spoken until it was left, and who waited asks anew.
        Assert.Null(await held.Desk(d => d.TakeUp(held.Meeting, item, held.By, default)));
        now = await Now(world, held);
        Assert.Equal((item, 0, (DateTimeOffset?)world.Clock.At), (now.Item, now.Waiting.Count, Assert.Single(now.Spoken).EndedAt));
    }

    [Fact]
    public async Task Two_who_lead_at_once_never_undo_each_other()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        foreach (var name in new[] { Omar, Sara, Petra })
            Assert.Null(await Ask(world, held, item, name));
        var chair = await world.Actor(Held.Chair);
        var (omar, sara, petra) = (await Of(world, held, Omar), await Of(world, held, Sara), await Of(world, held, Petra));
        // Both move Petra up one step: she moves one step.
        var moved = await Task.WhenAll(new[] { held.By, chair }.Select(by => List(world, l => l.MoveBefore(held.Meeting, petra, sara, by, default))));
        Assert.All(moved, Assert.Null);
        Assert.Equal([Omar, Petra, Sara], await Waiting(world, held));
        // Both give the floor, each to another than the other saw: the second is told, and the first one's goes on.
        var given = await Task.WhenAll(List(world, l => l.Begin(held.Meeting, omar, null, held.By, default)), List(world, l => l.Begin(held.Meeting, petra, null, chair, default)));
        Assert.Equal(["stale-list"], given.OfType<Refusal>().Select(r => r.Code));
        Assert.Equal(2, (await Waiting(world, held)).Count);
        // Both give it to the same one: it is given once.
        var speaking = (await Now(world, held)).Speaking!.Id;
        given = await Task.WhenAll(new[] { held.By, chair }.Select(by => List(world, l => l.Begin(held.Meeting, sara, speaking, by, default))));
        Assert.All(given, Assert.Null);
        Assert.Equal(Sara, (await Now(world, held)).Speaking!.Name);
        Assert.Equal("stale-list", (await List(world, l => l.Strike(held.Meeting, sara, chair, default)))?.Code);
    }

    [Fact]
    public async Task Many_who_ask_at_the_same_moment_all_get_a_place_of_their_own()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        var body = (await held.View()).Body;
        List<Actor> members = [];
        foreach (var person in (await held.Participants()).Where(p => p.IsHere).Select(p => p.Person).OfType<Guid>())
            if (await world.Actor(person) is { } actor && actor.MemberOf.Contains(body))
                members.Add(actor);
        Assert.True(members.Count > 5);
        var answers = await Task.WhenAll(members.Select(by => List(world, l => l.Ask(held.Meeting, item, SpeechKind.Turn, by, default))));
        Assert.All(answers, Assert.Null);
        var places = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Speech>().Where(x => x.Item == item).Select(x => x.Position).ToListAsync());
        Assert.Equal(Enumerable.Range(0, members.Count), places.Order());
    }

    [Fact]
    public async Task It_is_working_material_that_goes_when_the_minutes_are_adjusted_and_at_last_by_itself()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        Assert.Null(await Ask(world, held, item, Omar));
        Assert.NotEqual(0, await Count(world, held.Meeting));
        await held.Seal();
        Assert.Equal(0, await Count(world, held.Meeting));

        var rule = await world.In(s => Task.FromResult(s.GetServices<RetentionRule>().Single(r => r.What == "Talarlistor")));
        Assert.NotEqual(0, await Count(world, null));
        world.Clock.At += rule.Kept + TimeSpan.FromDays(1);
        await world.In(s => s.GetRequiredService<Retention>().Apply(null, default));
        Assert.Equal(0, await Count(world, null));
    }

    [Fact]
    public async Task A_follower_is_told_when_somebody_asks()
    {
        await using var world = await once.Copy();
        var (held, item) = await Up(world);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var follower = world.Services.GetRequiredService<MeetingFollowers>().Follow(held.Meeting, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await follower.MoveNextAsync());
        Assert.False(follower.Current);
        var told = follower.MoveNextAsync();
        Assert.False(told.IsCompleted);
        Assert.Null(await Ask(world, held, item, Omar));
        Assert.True(await told);
    }

    /// <summary>The meeting with an item up, and everybody there.</summary>
    static async Task<(Held Held, Guid Item)> Up(TestWorld world)
    {
        var held = await Held.Open(world, "Läget i kommunerna");
        var item = (await held.Items()).Single(i => i.Title == "Läget i kommunerna").Id;
        Assert.Null(await held.Desk(d => d.TakeUp(held.Meeting, item, held.By, default)));
        return (held, item);
    }

    static async Task<Refusal?> Ask(TestWorld world, Held held, Guid item, string name, SpeechKind kind = SpeechKind.Turn)
    {
        var by = await world.Actor(name);
        return await List(world, l => l.Ask(held.Meeting, item, kind, by, default));
    }

    static Task<Refusal?> List(TestWorld world, Func<SpeakersList, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<SpeakersList>()));

    static Task<SpeakersView> Now(TestWorld world, Held held) =>
        world.In(async s => (await s.GetRequiredService<SpeakersLists>().Now((await s.GetRequiredService<DeskLists>().Meeting(held.Meeting, held.By, default))!, held.By, default))!);

    static async Task<List<string>> Waiting(TestWorld world, Held held) => [.. (await Now(world, held)).Waiting.Select(s => s.Name)];

    /// <summary>Somebody's place on the list.</summary>
    static async Task<Guid> Of(TestWorld world, Held held, string name)
    {
        var now = await Now(world, held);
        return now.Waiting.Concat(now.Spoken).Append(now.Speaking).OfType<SpeechRow>().Single(s => s.Name == name).Id;
    }

    static Task<int> Count(TestWorld world, Guid? meeting) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Speech>().CountAsync(x => meeting == null || x.Meeting == meeting));
}
