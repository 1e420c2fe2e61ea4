using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Desk;

/// <summary>What tests do with the World's meeting of Nära vård on its own day: the secretary's and the adjusters' acts.</summary>
sealed class Held(TestWorld world, Actor secretary, Guid meeting)
{
    public const string Secretary = "Maria Sandelin", Chair = "Agneta Frykberg", Adjuster = "Omar Haddad";

    public Guid Meeting => meeting;
    public Actor By => secretary;

    /// <summary>The meeting of today, planned and nothing more.</summary>
    public static async Task<Held> Today(TestWorld world)
    {
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "NV").Id;
        var id = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().Where(m => m.Body == body && m.On == new DateOnly(2026, 11, 24)).Select(m => m.Id).SingleAsync());
        return new(world, await world.Actor(Secretary), id);
    }

    /// <summary>Open, with these items between the formalities, everybody of the body there and an adjuster elected.</summary>
    public static async Task<Held> Open(TestWorld world, params string[] items)
    {
        var held = await Today(world);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        foreach (var item in items)
            Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new(item, ItemKind.Discussion, null, 10, null), null, held.By, default)));
        Assert.Null(await held.Desk(d => d.Open(held.Meeting, held.By, default)));
        Assert.Null(await held.Desk(d => d.AllArrive(held.Meeting, held.By, default)));
        var who = (await held.Participants()).Single(p => p.Name == Adjuster);
        await held.Write("Val av justerare", new ElectionNote(ElectionNote.Adjuster, [new(who.Name, who.Person)]));
        return held;
    }

    public Task<Refusal?> Agenda(Func<AgendaKeeper, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<AgendaKeeper>()));

    public Task<Refusal?> Desk(Func<MinuteDesk, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<MinuteDesk>()));

    public Task<Refusal?> Adjust(Func<MinutesAdjuster, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<MinutesAdjuster>()));

    public async Task<IReadOnlyList<DraftItemRow>> Items() => await world.In(async s => await s.GetRequiredService<DeskLists>().Items((await s.GetRequiredService<DeskLists>().Meeting(meeting, secretary, default))!, default));

    public Task<IReadOnlyList<ParticipantRow>> Participants() => world.In(s => s.GetRequiredService<DeskLists>().Participants(meeting, default));

    public async Task<Guid> Write(string item, NoteContent note)
    {
        var of = (await Items()).Single(i => i.Title == item).Id;
        var (id, refusal) = await world.In(s => s.GetRequiredService<MinuteDesk>().AddNote(meeting, of, note, secretary, default));
        Assert.Null(refusal);
        return id;
    }

    /// <summary>Ends it and sends its minutes for adjustment.</summary>
    public async Task<FrozenView> Freeze()
    {
        world.Clock.At = world.Clock.At.AddHours(2);
        Assert.Null(await Desk(d => d.Close(meeting, secretary, default)));
        return await FreezeAgain();
    }

    public async Task<FrozenView> FreezeAgain()
    {
        Assert.Null(await Adjust(a => a.Freeze(meeting, "http://127.0.0.1", secretary, default)));
        return (await Frozen(secretary))!;
    }

    public Task<FrozenView?> Frozen(Actor reader) => world.In(s => s.GetRequiredService<AdjustingLists>().Frozen(meeting, reader, default));

    public async Task<Refusal?> Approve(string name, string seal)
    {
        var actor = await world.Actor(name);
        return await Adjust(a => a.Approve(meeting, seal, "Med inloggningsnyckel", actor, default));
    }

    /// <summary>Adjusted by all who adjust.</summary>
    public async Task Seal()
    {
        var frozen = await Freeze();
        foreach (var signer in frozen.Text.Signers)
            Assert.Null(await Approve(signer.Name, frozen.Seal));
    }

    public async Task<MeetingView> View() => (await world.In(s => s.GetRequiredService<MeetingsLists>().OnItsPage(meeting, default)))!;
}
