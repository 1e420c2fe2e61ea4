using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings;

[Trait("database", "both")]
public sealed class PublishingTests(WorldOnce once)
{
    [Fact]
    public async Task About_half_of_what_the_World_has_recorded_is_public_and_no_document_that_waits()
    {
        await using var world = await once.Copy();
        var (published, internals) = (await Publications.Recorded(world, published: true), await Publications.Recorded(world, published: false));
        Assert.InRange(published.Count * 100 / (published.Count + internals.Count), 35, 65);
    }

    [Theory]
    [InlineData("Maria Sandelin", "SR", true)]
    [InlineData("Maria Sandelin", "PM", false)]
    [InlineData("Björn Åkerlind", "SR", false)]
    public async Task The_secretary_of_the_body_may_and_others_may_not(string name, string body, bool may)
    {
        await using var world = await once.Copy();
        var actor = await world.Actor(name);
        if (body == "SR")
            Assert.Null(await Publications.Withdraw(world, await Publications.Administrator(world), (await Publications.Recorded(world, published: true, body))[0]));
        var meeting = (await Publications.Recorded(world, published: false, body))[0];
        var refusal = await Publications.Publish(world, actor, meeting);
        Assert.Equal(may ? null : "may-not-publish", refusal?.Code);
        Assert.Equal(may ? MeetingState.Published : MeetingState.Recorded, (await Publications.View(world, meeting))!.State);
        var withdrawal = await Publications.Withdraw(world, actor, (await Publications.Recorded(world, published: true, body))[0]);
        Assert.Equal(may ? null : "may-not-publish", withdrawal?.Code);
    }

    [Fact]
    public async Task Publishing_and_withdrawing_are_rows_and_both_stand_in_the_history()
    {
        await using var world = await once.Copy();
        var administrator = await Publications.Administrator(world);
        var meeting = (await Publications.Recorded(world, published: false))[0];
        Assert.Null(await Publications.Publish(world, administrator, meeting));
        Assert.Equal("already-published", (await world.In(async s => await s.GetRequiredService<Publisher>().Publish([new(meeting, "", [])], administrator, default)))?.Code);
        Assert.Null(await Publications.Withdraw(world, administrator, meeting));
        Assert.Equal("not-published", (await Publications.Withdraw(world, administrator, meeting))?.Code);
        Assert.Null(await Publications.Publish(world, administrator, meeting));

        var rows = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Publication>().Where(p => p.Meeting == meeting).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal([administrator.Person, null], rows.Select(p => p.WithdrawnBy));
        Assert.All(rows, row => Assert.Equal(administrator.Person, row.By));
        var told = (await world.In(s => s.GetRequiredService<Timeline>().Of([meeting], null, 50, false, default))).Rows.Select(t => t.Words).ToList();
        Assert.Equal(2, told.Count(words => words.Contains("publicerades", StringComparison.Ordinal) && !words.Contains("avpublicerades", StringComparison.Ordinal)));
        Assert.Single(told, words => words.Contains("avpublicerades", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_public_until_everything_found_is_decided_and_then_all_or_none()
    {
        await using var world = await once.Copy();
        var administrator = await Publications.Administrator(world);
        var two = (await Publications.Recorded(world, published: false)).Take(2).ToArray();
        var proposals = await world.In(s => s.GetRequiredService<Publisher>().Propose(two, administrator, default));
        Assert.All(proposals, p => Assert.NotEmpty(p.Found));
        async Task Refused(string code, params MaskChoices[] choices)
        {
            Assert.Equal(code, (await world.In(s => s.GetRequiredService<Publisher>().Publish(choices, administrator, default)))?.Code);
            foreach (var meeting in two)
                Assert.Null(await Publications.Shown(world, meeting));
        }

        var decided = proposals.Select(Publications.AsProposed).ToArray();
        await Refused("nothing-chosen");
        await Refused("mask-undecided", decided[0], decided[1] with { Hide = [.. decided[1].Hide.Skip(1).Prepend(null)] });
        await Refused("findings-changed", decided[0], decided[1] with { Fingerprint = "en annan" });
        await Refused("findings-changed", decided[0] with { Hide = [.. decided[0].Hide.Skip(1)] });
        await Refused("no-meeting", decided[0], decided[1] with { Meeting = Ids.Next() });
        Assert.Null(await world.In(s => s.GetRequiredService<Publisher>().Publish(decided, administrator, default)));
        foreach (var meeting in two)
            Assert.NotNull(await Publications.Shown(world, meeting));
    }

    [Fact]
    public async Task Who_gets_a_protected_identity_is_hidden_in_what_is_public_already_and_in_what_is_published_later()
    {
        await using var world = await once.Copy();
        var administrator = await Publications.Administrator(world);
        var published = (await Publications.Recorded(world, published: true, "SR"))[0];
        var (name, person) = (await Publications.View(world, published))!.Attendance.Where(a => a.Person is { } p && p != administrator.Person).Select(a => (a.Name, a.Person!.Value)).First();
        Assert.Null(await world.In(s => s.GetRequiredService<Samverk.Organisations.Protection.IdentityKeeper>().Protect(person, administrator, default)));
        async Task IsHidden()
        {
            var shown = (await Publications.Shown(world, published))!.Meeting;
            var text = System.Text.RegularExpressions.Regex.Unescape(System.Text.Json.JsonSerializer.Serialize(shown));
            Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Skyddad person", text, StringComparison.Ordinal);
            Assert.Contains(shown.Attendance, a => a.Name == MaskKind.Name.Instead());
        }

        await IsHidden();
        Assert.Null(await Publications.Withdraw(world, administrator, published));
        var proposal = (await world.In(s => s.GetRequiredService<Publisher>().Propose([published], administrator, default))).Single();
        Assert.Contains(proposal.Found, f => f is { Kind: MaskKind.Name, IsProposed: true, MayBeShown: false });
        Assert.Equal("never-shown", (await world.In(s => s.GetRequiredService<Publisher>().Publish([new(published, proposal.Fingerprint, [.. proposal.Found.Select(_ => (bool?)false)])], administrator, default)))?.Code);
        Assert.Null(await Publications.Publish(world, administrator, published));
        await IsHidden();
    }

    [Fact]
    public async Task An_undone_recording_is_no_longer_public()
    {
        await using var world = await once.Copy();
        var administrator = await Publications.Administrator(world);
        var meeting = (await Publications.Recorded(world, published: true))[0];
        var document = (await Publications.View(world, meeting))!.Document!.Value;
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(document, administrator, default)));
        Assert.Null(await Publications.Shown(world, meeting));
        var publication = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Publication>().SingleAsync(p => p.Meeting == meeting));
        Assert.Equal(administrator.Person, publication.WithdrawnBy);
    }

    [Fact]
    public async Task What_is_hidden_is_hidden_everywhere_and_what_is_shown_leads_to_nobody()
    {
        await using var world = await once.Copy();
        var administrator = await Publications.Administrator(world);
        var meeting = (await Publications.Recorded(world, published: false))[0];
        var proposal = (await world.In(s => s.GetRequiredService<Publisher>().Propose([meeting], administrator, default))).Single();
        var chosen = proposal.Found.First(f => f.Where == "Närvaro" || f.Kind == MaskKind.Name);
        var choices = new MaskChoices(meeting, proposal.Fingerprint, [.. proposal.Found.Select(f => (bool?)(f == chosen || f.IsProposed))]);
        Assert.Null(await world.In(s => s.GetRequiredService<Publisher>().Publish([choices], administrator, default)));
        var shown = (await Publications.Shown(world, meeting))!.Meeting;
        Assert.DoesNotContain(chosen.Text, System.Text.RegularExpressions.Regex.Unescape(System.Text.Json.JsonSerializer.Serialize(shown)), StringComparison.OrdinalIgnoreCase);
        Assert.Null(shown.Document);
        Assert.All(shown.Attendance, a => Assert.Null(a.Person));
        Assert.Contains(shown.Attendance.Select(a => a.Name).Append(shown.Chair).Append(shown.Secretary), name => name == MaskKind.Name.Instead());
    }
}
