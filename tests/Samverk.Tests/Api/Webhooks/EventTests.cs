using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Ledger;
using Samverk.Api.Webhooks;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Dispatching;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using Samverk.Tests.Organisations;
using Samverk.Tests.Plans;

namespace Samverk.Tests.Api.Webhooks;

/// <summary>Who is told of what happens, and what they are told.</summary>
[Trait("database", "both")]
public sealed partial class EventTests(WorldOnce once)
{
    const string Askvik = "Askviks kommun", Granåker = "Granåkers kommun", Outside = "Tallmora kommun";

    [Fact]
    public async Task A_party_that_is_asked_to_adopt_is_told_where_to_read_it_and_nobody_else_is()
    {
        await using var world = await once.Copy();
        await using var askviks = await Receiver.Start();
        await using var outsiders = await Receiver.Start();
        var adopting = await Adopting.Begin(world);
        var (hook, _) = (await Hooked.On(world, Askvik, askviks.Address, "adoption.requested"), await Hooked.On(world, Outside, outsiders.Address, "adoption.requested"));
        await adopting.RecommendShortly(1);
        await Hooked.DoAll(world);
        var message = Assert.Single(askviks.Messages);
        Assert.Empty(outsiders.Messages);
        var adoption = (await adopting.Of(Askvik)).Id;
        // All of it: no name, no text, nothing that another may not read.
        Assert.Equal($$$"""{"type":"adoption.requested","timestamp":"2026-11-24T11:00:00.000Z","data":{"id":"{{{adoption}}}","url":"{{{Hooked.Site}}}/api/v1/adoptions/{{{adoption}}}"}}""", message.Body);
        Assert.Equal(("/samverk", "application/json; charset=utf-8", $"{TestWorld.Noon.ToUnixTimeSeconds()}"), (message.Path, message.Media, message.Timestamp));
        Assert.Equal(Receiver.Signed(hook.Secret, message), message.Signature);
        Assert.Equal((DeliveryState.Delivered, 1), Assert.Single(await hook.Deliveries()) is var delivery ? (delivery.State, delivery.Attempts) : default);
        Assert.Equal(0, await Hooked.Noted(world));
    }

    [Fact]
    public async Task What_everybody_may_read_comes_to_every_organisation_that_wants_it()
    {
        await using var world = await once.Copy();
        await using var granåkers = await Receiver.Start();
        await using var outsiders = await Receiver.Start();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        await Hooked.On(world, Granåker, granåkers.Address, "adoption.decided", "adoption.undone", "agreement.in_force");
        await Hooked.On(world, Outside, outsiders.Address, "agreement.in_force");
        foreach (var party in Adopting.Parties)
            Assert.Null(await adopting.Decide(party, AdoptionState.Adopted));
        await Hooked.DoAll(world);
        Assert.Equal(["adoption.decided", "adoption.decided", "adoption.decided", "adoption.decided", "agreement.in_force"], Types(granåkers).Order());
        Assert.Equal(["agreement.in_force"], Types(outsiders));
        Assert.Equal($"{Hooked.Site}/api/v1/agreements/{adopting.Agreement}", Url(outsiders.Messages[0]));
    }

    [Fact]
    public async Task A_consultation_is_told_once_to_each_that_is_asked_and_its_compilation_to_all()
    {
        await using var world = await once.Copy();
        await using var askviks = await Receiver.Start();
        await using var later = await Receiver.Start();
        await Hooked.On(world, Askvik, askviks.Address);
        await Hooked.On(world, "Stenvalla kommun", later.Address);
        var asking = await Asking.Begin(world);
        await Hooked.DoAll(world);
        Assert.Equal($"{Hooked.Site}/api/v1/consultations/{asking.Id}", Url(Assert.Single(askviks.Messages)));
        Assert.Empty(later.Messages);
        var stenvalla = new ProposedConsultee(await world.Organisation("Stenvalla kommun"), null, "Stenvalla kommun", null);
        Assert.Null(await world.In(s => s.GetRequiredService<ConsultationSender>().Widen(asking.Id, [stenvalla], "http://test", asking.By, default)));
        await Hooked.DoAll(world);
        Assert.Equal(["consultation.opened"], Types(askviks));
        Assert.Equal(["consultation.opened"], Types(later));
        await Asking.Until(world, Asking.LastDay.AddDays(1));
        Assert.Null(await asking.Keep(k => k.Compile(asking.Id, asking.By, default)));
        await Hooked.DoAll(world);
        Assert.Equal(["consultation.opened", "consultation.compiled"], Types(later));
        Assert.Equal($"{Hooked.Site}/api/v1/consultations/{asking.Id}/compilation", Url(later.Messages[1]));
    }

    [Fact]
    public async Task Minutes_and_the_assignments_in_them_are_told_to_those_whom_they_concern()
    {
        await using var world = await once.Copy();
        await using var owners = await Receiver.Start();
        await using var others = await Receiver.Start();
        var owner = await world.Actor(Held.Adjuster);
        var organisations = await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default));
        var host = (await world.Body("NV")).Host;
        var other = organisations.First(o => o.IsPrincipal && o.Id != owner.Organisation && o.Id != host);
        await Hooked.On(world, organisations.Single(o => o.Id == owner.Organisation).Name, owners.Address);
        await Hooked.On(world, other.Name, others.Address);
        var (held, assignment) = await AssignmentTests.Given(world, Held.Adjuster);
        await Hooked.DoAll(world);
        Assert.Equal(["assignment.given", "minutes.adjusted"], Types(owners).Order());
        Assert.Equal($"{Hooked.Site}/api/v1/assignments/{assignment}", Url(owners.Messages.Single(m => Type(m) == "assignment.given")));
        Assert.Equal($"{Hooked.Site}/api/v1/meetings/{held.Meeting}", Url(Assert.Single(others.Messages)));
        Assert.Null(await world.In(s => s.GetRequiredService<AssignmentKeeper>().Report(assignment, "Tidplanen är klar.", owner, default)));
        Assert.Null(await world.In(s => s.GetRequiredService<MinutesDispatcher>().Send(held.Meeting, [other.Id], "http://test", held.By, default)));
        await Hooked.DoAll(world);
        Assert.Equal(["assignment.given", "assignment.reported", "minutes.adjusted"], Types(owners).Order());
        Assert.Equal(["minutes.adjusted", "minutes.dispatched"], Types(others));
        Assert.Contains("/api/v1/dispatches/", Url(others.Messages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_come_to_pass_and_what_was_before_is_not_told()
    {
        await using var world = await once.Copy();
        await using var askviks = await Receiver.Start();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        world.Clock.At += TimeSpan.FromMinutes(1);
        await Hooked.On(world, Askvik, askviks.Address);
        var adoption = (await adopting.Of(Askvik)).Id;
        var registrar = await adopting.Registrar(Askvik);
        Assert.NotNull(await world.In(s => s.GetRequiredService<Work>().Do(() =>
        {
            s.GetRequiredService<Work>().Remember(new AdoptionDecided(adopting.Agreement, adoption, registrar.Organisation!.Value, Askvik, 1, AdoptionState.Adopted, null, new(2026, 11, 24), null, world.Clock.At, registrar.Person));
            throw new RefusedException(new("no", "Nej."));
        })));
        await Hooked.DoAll(world);
        Assert.Empty(askviks.Messages);
        Assert.Equal(0, await Hooked.Noted(world));
    }

    [Fact]
    public async Task Another_areas_events_never_come()
    {
        await using var two = await once.TwoAreas();
        var world = two.World;
        Hooked.Allow(world);
        await using var theirs = await Receiver.Start();
        var administrator = await world.In(two.Theirs, async s => (await s.GetRequiredService<Actors>().Find((await s.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default))!);
        await world.In(two.Theirs, async s =>
        {
            var owner = (await s.GetRequiredService<AreaDirectory>().Organisations(default))[0].Id;
            Assert.Null((await s.GetRequiredService<WebhookKeeper>().Add(owner, new("Diariet", theirs.Address, ["minutes.adjusted"]), Hooked.Site, administrator, default)).Refusal);
        });
        foreach (var area in new[] { two.Ours, two.Theirs })
            await world.In(area, async s =>
            {
                var meeting = (await s.GetRequiredService<Samverk.Meetings.MeetingsLists>().OfBody((await s.GetRequiredService<AreaDirectory>().Bodies(default))[0].Id, 1, default)).Rows[0];
                var work = s.GetRequiredService<Work>();
                await work.Must(() => { work.Remember(new Samverk.Meetings.MinutesApproved(meeting.Id, meeting.Id, "Någon", "x", world.Clock.At, null)); return s.GetRequiredService<EventListener>().Note(EventKinds.Find("minutes.adjusted")!, meeting.Id, world.Clock.At, default); });
            });
        await Hooked.DoAll(world);
        var own = await world.In(two.Theirs, async s => (await s.GetRequiredService<Samverk.Meetings.MeetingsLists>().OfBody((await s.GetRequiredService<AreaDirectory>().Bodies(default))[0].Id, 1, default)).Rows[0].Id);
        Assert.EndsWith($"{own}", Url(Assert.Single(theirs.Messages)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_the_document_the_handbook_and_the_page_tell_the_same_kinds()
    {
        Assert.Equal(EventKinds.All.Count, EventKinds.All.Select(k => k.Type).Distinct().Count());
        Assert.All(EventKinds.All, kind => Assert.Matches(TypeForm(), kind.Type));
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        var (text, page, handbook) = (await anybody.GetStringAsync("/api/openapi.json"), await anybody.GetStringAsync("/api"), await File.ReadAllTextAsync(Path.Combine(Source.Root, "docs/user/api.md")));
        var hooks = JsonNode.Parse(text)!["webhooks"]!.AsObject();
        Assert.Equal(EventKinds.All.Select(k => k.Type), hooks.Select(h => h.Key));
        var (judge, faults) = await SchemaPeer.Of(text);
        await using (judge)
        {
            Assert.Empty(faults);
            foreach (var kind in EventKinds.All)
            {
                Assert.Empty(await judge.Faults(nameof(WebhookEvent), hooks[kind.Type]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]));
                Assert.Contains($"<code>{kind.Type}</code>", page, StringComparison.Ordinal);
                Assert.Contains($"`{kind.Type}`", handbook, StringComparison.Ordinal);
            }
        }
    }

    static IEnumerable<string> Types(Receiver receiver) => receiver.Messages.Select(Type);

    static string Type(Arrived message) => (string)JsonNode.Parse(message.Body)!["type"]!;

    static string Url(Arrived message) => (string)JsonNode.Parse(message.Body)!["data"]!["url"]!;

    // As Standard Webhooks recommends.
    [GeneratedRegex("^[a-z_]+\\.[a-z_]+$")]
    private static partial Regex TypeForm();
}
