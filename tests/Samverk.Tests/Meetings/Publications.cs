using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings;

/// <summary>Publishing in the World, as its people do it.</summary>
static class Publications
{
    /// <summary>The administrator of the World's area.</summary>
    public static async Task<Actor> Administrator(TestWorld world) =>
        (await world.Actor((await world.In(s => s.GetRequiredService<AreaSetup>().Administrator(default)))!.Value))!;

    /// <summary>Recorded meetings that are internal, or those that are public; newest first.</summary>
    public static Task<List<Guid>> Recorded(TestWorld world, bool published, string? body = null) => world.In(async s =>
    {
        var id = body is null ? (Guid?)null : (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == body).Id;
        return await s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Withdrawal == null && m.Document != null && m.Publication != null == published && (id == null || m.Body == id))
            .OrderByDescending(m => m.On).Select(m => m.Id).ToListAsync();
    });

    /// <summary>What is proposed, decided as proposed.</summary>
    public static MaskChoices AsProposed(Proposal p) => new(p.Meeting, p.Fingerprint, [.. p.Found.Select(f => (bool?)f.IsProposed)]);

    public static async Task<Refusal?> Publish(TestWorld world, Actor actor, params Guid[] meetings)
    {
        var proposals = await world.In(async s => await s.GetRequiredService<Publisher>().Propose(meetings, await Administrator(world), default));
        return await world.In(s => s.GetRequiredService<Publisher>().Publish([.. proposals.Select(AsProposed)], actor, default));
    }

    public static Task<Refusal?> Withdraw(TestWorld world, Actor actor, Guid meeting) => world.In(s => s.GetRequiredService<Publisher>().Withdraw(meeting, actor, default));

    public static Task<MeetingView?> View(TestWorld world, Guid meeting) => world.In(s => s.GetRequiredService<MeetingsLists>().Meeting(meeting, default));

    public static Task<PublishedMinutes?> Shown(TestWorld world, Guid meeting) => world.In(s => s.GetRequiredService<PublishedLists>().Minutes(meeting, default));
}
