using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Public.Subscriptions;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

/// <summary>Mail about what is published, from the public site's form to the letter the next morning.</summary>
[Trait("database", "both")]
public sealed partial class SubscriptionTests(WorldOnce once)
{
    const string Page = "/publikt/bergslunda/prenumerera", Mail = "lasare@exempel.example";

    [Fact]
    public async Task Only_who_has_confirmed_is_told_once_a_day_and_what_is_ended_is_gone()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example");
        using var browser = site.Browser();
        Assert.EndsWith("gjort=skickat", (await Ask(browser, Mail)).Headers.Location!.ToString(), StringComparison.Ordinal);
        // Asked again at once it is answered alike, and no second letter goes.
        Assert.EndsWith("gjort=skickat", (await Ask(browser, Mail)).Headers.Location!.ToString(), StringComparison.Ordinal);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var asked = await ArrivedMail.Next(server);
        Assert.Equal((Mail, 1), (asked.To, await Letters(world)));
        var confirm = Link().Match(asked.Text).Value[site.Address.Length..];
        // Opened, by a person or by a program that looks at links, it confirms nothing.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(confirm)).StatusCode);
        Assert.Null(await Confirmed(world));
        Assert.Equal(HttpStatusCode.Redirect, (await Answer(browser, confirm)).StatusCode);
        Assert.NotNull(await Confirmed(world));
        world.Clock.At += TimeSpan.FromMinutes(1);
        var internals = await Publications.Recorded(world, published: false);
        var secretary = await Publications.Administrator(world);
        Assert.Null(await Publications.Publish(world, secretary, [.. internals.Take(2)]));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.Equal(1, await Letters(world));
        world.Clock.At += TimeSpan.FromDays(1);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var told = await ArrivedMail.Next(server);
        Assert.All(internals.Take(2), m => Assert.Contains($"/publikt/bergslunda/moten/{m}", told.Text, StringComparison.Ordinal));
        Assert.Equal(2, await Letters(world));
        var end = Link().Match(told.Text[told.Text.IndexOf("Avsluta", StringComparison.Ordinal)..]).Value[site.Address.Length..];
        Assert.Equal(HttpStatusCode.Redirect, (await Answer(browser, end)).StatusCode);
        Assert.Equal((0, 0), (await Letters(world), await world.In(s => s.GetRequiredService<SamverkDb>().Set<Subscription>().CountAsync())));
        Assert.Contains("gäller inte längre", await (await Answer(browser, confirm)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inte en adress")]
    [InlineData("")]
    [InlineData("namn@exempel.example\nBcc: alla@exempel.example")]
    public async Task What_is_no_address_is_refused(string mail)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        Assert.Contains("ser inte ut som en adress", await (await Ask(browser, mail)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Letters(world));
    }

    static Task<HttpResponseMessage> Ask(HttpClient browser, string mail) => TestSite.Post(browser, Page, Page, ("_handler", "prenumerera"), ("post", mail), ("organ", ""), ("webbplats", ""));

    static Task<HttpResponseMessage> Answer(HttpClient browser, string address) => TestSite.Post(browser, address, address, ("_handler", "svara"), ("nyckel", WebUtility.UrlDecode(address.Split("nyckel=")[1])));

    static Task<int> Letters(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().CountAsync(m => m.To == Mail));

    static Task<DateTimeOffset?> Confirmed(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Subscription>().Where(x => x.Mail == Mail).Select(x => x.ConfirmedAt).SingleAsync());

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/\S+", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
