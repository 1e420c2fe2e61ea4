using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements.Ledger;
using Samverk.Api.Webhooks;
using Samverk.Organisations.Protection;
using Samverk.Storage;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Api.Webhooks;

/// <summary>What becomes of a message whose receiver does not take it, and of a webhook that nobody answers.</summary>
[Trait("database", "both")]
public sealed class DeliveryTests(WorldOnce once)
{
    const string Askvik = "Askviks kommun";

    /// <summary>Askvik is told that a text waits for its decision.</summary>
    static async Task<(Adopting Adopting, Hooked Hook)> Told(TestWorld world, Receiver receiver)
    {
        var adopting = await Adopting.Begin(world);
        var hook = await Hooked.On(world, Askvik, receiver.Address, "adoption.requested", "adoption.decided", "adoption.undone");
        await adopting.RecommendShortly(1);
        return (adopting, hook);
    }

    [Fact]
    public async Task A_receiver_that_is_down_gets_the_same_message_later_signed_anew_and_others_wait_for_it()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        receiver.Answer = HttpStatusCode.ServiceUnavailable;
        var (adopting, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        var failed = Assert.Single(await hook.Deliveries());
        Assert.Equal((DeliveryState.Waiting, 1, "Mottagaren tog inte emot meddelandet (503)."), (failed.State, failed.Attempts, failed.Problem));
        Assert.Equal(TestWorld.Noon, (await hook.Row()).FailingSince);
        // While it rests nothing else is tried either.
        Assert.Null(await adopting.Decide("Granåkers kommun", AdoptionState.Adopted));
        await Hooked.DoAll(world);
        Assert.Single(receiver.Messages);
        receiver.Answer = HttpStatusCode.OK;
        world.Clock.At += TimeSpan.FromSeconds(61);
        await Hooked.DoAll(world);
        Assert.Equal(3, receiver.Messages.Count);
        Assert.Equal(2, receiver.Messages.Select(m => m.Id).Distinct().Count());
        var tries = receiver.Messages.GroupBy(m => m.Id).Single(m => m.Count() == 2).ToList();
        Assert.Equal(tries[0].Body, tries[1].Body);
        Assert.Equal("61", $"{long.Parse(tries[1].Timestamp, System.Globalization.CultureInfo.InvariantCulture) - long.Parse(tries[0].Timestamp, System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.All(receiver.Messages, message => Assert.Equal(Receiver.Signed(hook.Secret, message), message.Signature));
        Assert.All(await hook.Deliveries(), d => Assert.Equal(DeliveryState.Delivered, d.State));
        Assert.Null((await hook.Row()).FailingSince);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_gets_it()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        (receiver.Answer, receiver.Header) = (HttpStatusCode.TooManyRequests, ("Retry-After", "600"));
        var (_, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        Assert.Equal((TestWorld.Noon.AddMinutes(10), "Mottagaren bad Samverk vänta (429)."), Assert.Single(await hook.Deliveries()) is var d ? (d.NextAt!.Value, d.Problem) : default);
    }

    [Fact]
    public async Task What_was_committed_is_sent_by_another_when_the_process_is_killed_before_sending()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var (_, hook) = await Told(world, receiver);
        // As a node leaves it that took the row and was killed.
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.Kind == EventFan.Kind && r.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Attempts, 1).SetProperty(r => r.Due, world.Clock.At.AddSeconds(180))));
        await using var other = new TestWorld(world.Place);
        Hooked.Allow(other);
        await Hooked.DoAll(other);
        Assert.Empty(receiver.Messages);
        other.Clock.At += TimeSpan.FromSeconds(181);
        await Hooked.DoAll(other);
        Assert.Equal(Receiver.Signed(hook.Secret, receiver.Messages[0]), Assert.Single(receiver.Messages).Signature);
    }

    [Fact]
    public async Task A_message_whose_answer_was_never_noted_comes_again_with_the_same_id()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var (_, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        // As it is when the process was killed between the receiver's yes and the note of it.
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            await db.Set<Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Waiting));
            await db.Set<OutboxRow>().Where(r => r.Kind == Courier.Kind).ExecuteUpdateAsync(set => set.SetProperty(r => r.DoneAt, (DateTimeOffset?)null).SetProperty(r => r.Due, world.Clock.At));
        });
        await Hooked.DoAll(world);
        Assert.Equal(2, receiver.Messages.Count);
        Assert.Single(receiver.Messages.Select(m => m.Id).Distinct());
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await hook.Deliveries()).State);
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_after_five_the_webhook_is_stopped_and_what_was_missed_can_be_sent_again()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        receiver.Answer = HttpStatusCode.InternalServerError;
        var (adopting, hook) = await Told(world, receiver);
        await Days(world, 4);
        var given = Assert.Single(await hook.Deliveries());
        Assert.Equal((DeliveryState.GivenUp, true), (given.State, given.Attempts is > 8 and < 20));
        Assert.Equal(WebhookState.On, (await hook.Row()).State);
        Assert.Null(await adopting.Decide("Granåkers kommun", AdoptionState.Adopted));
        await Days(world, 3);
        Assert.Equal((WebhookState.Failing, 2), await hook.Row() is var row ? (row.State, row.Missed) : default);
        Assert.Contains("Webhooken Diariet stoppades: mottagaren har inte tagit emot något på fem dygn", await world.Told(hook.Id));
        Assert.Equal("webhook-off", (await hook.Keep((k, by) => k.Again(hook.Id, by, default)))?.Code);
        receiver.Answer = HttpStatusCode.OK;
        Assert.Null(await hook.Keep((k, by) => k.Start(hook.Id, by, default)));
        Assert.Null(await hook.Keep((k, by) => k.Again(hook.Id, by, default)));
        await Hooked.DoAll(world);
        Assert.All(await hook.Deliveries(), d => Assert.Equal(DeliveryState.Delivered, d.State));
        Assert.Equal(0, (await hook.Row()).Missed);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_told_no_more()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        receiver.Answer = HttpStatusCode.Gone;
        var (adopting, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        Assert.Equal(WebhookState.Gone, (await hook.Row()).State);
        Assert.Null(await adopting.Decide(Askvik, AdoptionState.Adopted));
        world.Clock.At += TimeSpan.FromDays(1);
        await Hooked.DoAll(world);
        Assert.Single(receiver.Messages);
        Assert.Contains("Webhooken Diariet stoppades: mottagaren svarade 410 och vill inte ha mer", await world.Told(hook.Id));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        (receiver.Answer, receiver.Header) = (HttpStatusCode.TemporaryRedirect, ("Location", "/annan"));
        var (_, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        Assert.Equal("/samverk", Assert.Single(receiver.Messages).Path);
        Assert.StartsWith("Mottagaren hänvisade till en annan adress (307).", Assert.Single(await hook.Deliveries()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_paused_nothing_is_told_and_what_waited_is_not_sent()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        receiver.Answer = HttpStatusCode.BadGateway;
        var (adopting, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        Assert.Null(await hook.Keep((k, by) => k.Pause(hook.Id, by, default)));
        receiver.Answer = HttpStatusCode.OK;
        Assert.Null(await adopting.Decide(Askvik, AdoptionState.Adopted));
        world.Clock.At += TimeSpan.FromHours(1);
        await Hooked.DoAll(world);
        Assert.Equal(DeliveryState.Dropped, Assert.Single(await hook.Deliveries()).State);
        Assert.Single(receiver.Messages);
        // It can be tried all the same; the answer is seen, and nothing is tried twice.
        Assert.Null(await hook.Keep((k, by) => k.Try(hook.Id, by, default)));
        await Hooked.DoAll(world);
        Assert.Contains("\"webhook.test\"", receiver.Messages[1].Body, StringComparison.Ordinal);
        Assert.Null(await hook.Keep((k, by) => k.Start(hook.Id, by, default)));
        Assert.Null(await adopting.Decide("Granåkers kommun", AdoptionState.Adopted));
        await Hooked.DoAll(world);
        Assert.Contains("\"adoption.decided\"", receiver.Messages[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_old_one_for_a_day_and_a_removed_webhook_has_none()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var hook = await Hooked.On(world, Askvik, receiver.Address);
        var renewed = await hook.Renew();
        Assert.Null(await hook.Keep((k, by) => k.Try(hook.Id, by, default)));
        await Hooked.DoAll(world);
        world.Clock.At += TimeSpan.FromHours(25);
        Assert.Null(await hook.Keep((k, by) => k.Try(hook.Id, by, default)));
        await Hooked.DoAll(world);
        Assert.Equal($"{Receiver.Signed(renewed, receiver.Messages[0])} {Receiver.Signed(hook.Secret, receiver.Messages[0])}", receiver.Messages[0].Signature);
        Assert.Equal(Receiver.Signed(renewed, receiver.Messages[1]), receiver.Messages[1].Signature);
        Assert.Null(await hook.Keep((k, by) => k.Remove(hook.Id, by, default)));
        Assert.Equal("webhook-missing", (await hook.Keep((k, by) => k.Start(hook.Id, by, default)))?.Code);
        await world.In(async s => Assert.Empty((await s.GetRequiredService<SamverkDb>().Set<Webhook>().SingleAsync(w => w.Id == hook.Id)).Secret));
    }

    [Theory]
    [InlineData("", "address-missing")]
    [InlineData("diariet", "address-odd")]
    [InlineData("ftp://diariet.example/", "address-odd")]
    [InlineData("https://namn:ord@diariet.example/", "address-odd")]
    [InlineData("http://diariet.example/samverk", "address-plain")]
    [InlineData("https://localhost/samverk", "address-inside")]
    [InlineData("https://127.0.0.1:5000/", "address-inside")]
    [InlineData("https://0x7f.1/", "address-inside")]
    [InlineData("https://[::ffff:10.0.0.1]/", "address-inside")]
    [InlineData("https://169.254.169.254/latest", "address-inside")]
    public async Task An_address_that_leads_inside_or_is_read_on_the_way_is_refused(string address, string code)
    {
        await using var world = await once.Copy();
        Assert.Equal(code, (await Hooked.Add(world, Askvik, address)).Refusal?.Code);
        Assert.Null((await Hooked.Add(world, Askvik, "https://diariet.example/samverk?nyckel=abc")).Refusal);
        Assert.Equal("events-missing", (await Hooked.Add(world, Askvik, "https://diariet.example/", "meeting.planned")).Refusal?.Code);
    }

    [Fact]
    public async Task A_host_that_the_operator_no_longer_names_is_not_called()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var (_, hook) = await Told(world, receiver);
        await using var unnamed = new TestWorld(world.Place);
        await Hooked.DoAll(unnamed);
        Assert.Empty(receiver.Messages);
        Assert.Contains("https://", Assert.Single(await hook.Deliveries()).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_administers_the_area_keeps_webhooks_and_there_is_an_end_to_how_many()
    {
        await using var world = await once.Copy();
        var (owner, secretary) = (await world.Organisation(Askvik), await world.Actor("Maria Sandelin"));
        var (_, secret, refusal) = await world.In(s => s.GetRequiredService<WebhookKeeper>().Add(owner, new("Diariet", "https://diariet.example/", ["minutes.adjusted"]), Hooked.Site, secretary, default));
        Assert.Equal((null, "may-not-administer"), (secret, refusal?.Code));
        for (var i = 0; i < WebhookKeeper.MostOfOrganisation; i++)
            Assert.Null((await Hooked.Add(world, Askvik, $"https://diariet.example/{i}")).Refusal);
        Assert.Equal("webhooks-many", (await Hooked.Add(world, Askvik, "https://diariet.example/")).Refusal?.Code);
    }

    [Fact]
    public async Task What_was_sent_is_forgotten_after_thirty_days()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var (_, hook) = await Told(world, receiver);
        await Hooked.DoAll(world);
        world.Clock.At += TimeSpan.FromDays(31);
        Assert.Contains("Det som har skickats till webhookar: 1", (await world.In(s => s.GetRequiredService<Retention>().Apply(null, default))).Removed, StringComparison.Ordinal);
        Assert.Empty(await hook.Deliveries());
    }

    /// <summary>Lets days pass, hour by hour, the outbox doing its work.</summary>
    static async Task Days(TestWorld world, int days)
    {
        for (var hour = 0; hour < days * 24; hour += 4)
        {
            world.Clock.At += TimeSpan.FromHours(4);
            await Hooked.DoAll(world);
        }
    }
}
