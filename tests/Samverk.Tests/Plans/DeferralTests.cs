using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings.Desk;
using Samverk.Plans.PuttingOff;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;

namespace Samverk.Tests.Plans;

/// <summary>What bodies put off, and whether it comes back.</summary>
[Trait("database", "both")]
public sealed class DeferralTests(WorldOnce once)
{
    const string Matter = "Kostnader för korttidsplatser";

    [Fact]
    public async Task What_is_put_off_comes_back_at_the_meeting_that_takes_it_up_and_put_off_again_it_waits_anew()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, Matter);
        await held.Write(Matter, new DeferralNote("Underlag saknas.", new(2027, 1, 19)));
        await held.Seal();
        var put = Assert.Single(await Of(world));
        Assert.Equal((Matter, "Underlag saknas.", new DateOnly(2027, 1, 19), DeferralState.Waiting), (put.What, put.Why, put.To!.Value, put.State));
        var next = await AssignmentTests.NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        await AssignmentTests.Approve(world, next, Matter, new DeferralNote("Fortfarande inget underlag.", null));
        var all = await Of(world);
        Assert.Equal([(DeferralState.Returned, next.Meeting), (DeferralState.Waiting, (Guid?)null)], all.Select(d => (d.State, d.ReturnedTo)));
        Assert.Equal(("Fortfarande inget underlag.", (DateOnly?)null), (all[1].Why, all[1].To));
    }

    [Fact]
    public async Task Minutes_that_were_read_in_tell_what_they_put_off_and_later_ones_make_it_uncertain()
    {
        await using var world = await once.Copy();
        var read = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Samverk.Meetings.Decision>().Where(d => d.Outcome == Samverk.Meetings.DecisionOutcome.Deferral).Select(d => $"/beslut/{d.Id}").ToListAsync());
        var kept = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Deferral>().Where(d => d.Thread.StartsWith("/beslut/")).ToListAsync());
        Assert.Equal(read.Order(StringComparer.Ordinal), kept.Select(d => d.Thread).Order(StringComparer.Ordinal));
        Assert.NotEmpty(kept);
        foreach (var deferral in kept)
        {
            // What a meeting held here took up has come back, whatever was read in.
            if (deferral.ReturnedTo is not null)
            {
                Assert.Equal(DeferralState.Returned, deferral.State);
                continue;
            }
            var hasLater = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Samverk.Meetings.Meeting>().AnyAsync(m => m.Body == deferral.Body && m.On > deferral.On && m.Document != null));
            Assert.Equal(hasLater ? DeferralState.LaterRead : DeferralState.Waiting, deferral.State);
        }
    }

    static Task<List<Deferral>> Of(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Deferral>().Where(d => d.What == Matter).OrderBy(d => d.Id).ToListAsync());
}
