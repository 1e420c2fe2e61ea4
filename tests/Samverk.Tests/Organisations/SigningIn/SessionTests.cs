using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

[Trait("database", "both")]
public sealed class SessionTests(WorldOnce once)
{
    internal static async Task<bool> IsIn(HttpClient browser) => (await browser.GetAsync("/konto")).StatusCode == HttpStatusCode.OK;

    [Fact]
    public async Task The_cookie_is_a_key_alone_and_the_database_has_only_its_hash()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Maria Sandelin");
        var key = site.Session(actor);
        Assert.Equal(43, key.Length);
        var session = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Session>().SingleAsync());
        Assert.Equal(SecretKey.HashOf(key), session.KeyHash);
        Assert.Equal((actor.Person, actor.Area), (session.Person, session.Area));
    }

    [Fact]
    public async Task A_session_lapses_when_nobody_uses_it_and_at_the_latest_after_three_days()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        for (var hours = 0; hours < 72; hours += 9)
        {
            Assert.True(await IsIn(browser), $"after {hours} hours");
            world.Clock.At += TimeSpan.FromHours(9);
        }
        Assert.False(await IsIn(browser));

        using var idle = site.Browser(await world.Actor("Maria Sandelin"));
        world.Clock.At += TimeSpan.FromHours(10);
        var answer = await idle.GetAsync("/konto");
        Assert.Equal("/logga-in?till=%2Fkonto", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_lifetimes_are_the_operators_to_set()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--SignIn:IdleMinutes", "15", "--SignIn:LongestHours", "1");
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        world.Clock.At += TimeSpan.FromMinutes(14);
        Assert.True(await IsIn(browser));
        world.Clock.At += TimeSpan.FromMinutes(15);
        Assert.False(await IsIn(browser));
        using var used = site.Browser(await world.Actor("Maria Sandelin"));
        for (var tries = 0; tries < 6; tries++, world.Clock.At += TimeSpan.FromMinutes(10))
            Assert.True(await IsIn(used));
        Assert.False(await IsIn(used));
    }

    [Fact]
    public async Task Use_is_noted_at_most_once_a_minute()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var begun = world.Clock.At;
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        async Task<DateTimeOffset> Seen() => await world.In(s => s.GetRequiredService<SamverkDb>().Set<Session>().Select(x => x.SeenAt).SingleAsync());
        world.Clock.At = begun.AddSeconds(59);
        await browser.GetAsync("/konto");
        Assert.Equal(begun, await Seen());
        world.Clock.At = begun.AddSeconds(61);
        await browser.GetAsync("/konto");
        Assert.Equal(begun.AddSeconds(61), await Seen());
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_what_is_not_here()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Maria Sandelin");
        using var here = site.Browser(actor);
        using var there = site.Browser(actor);
        using var elsewhere = site.Browser(actor);
        using var somebodyElse = site.Browser(await world.Actor("Linda Ekroth"));
        var page = await here.GetStringAsync("/konto");
        Assert.Equal(3, page.Split("<h3 class=\"what\">Provbläddrare").Length - 1);

        var sessions = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Session>().OrderBy(x => x.Id).ToListAsync());
        var ended = await TestSite.Post(here, "/konto", "/konto", ("_handler", "avsluta"), ("inloggning", $"{sessions[1].Id}"));
        Assert.Equal("/konto?gjort=avslutad", ended.Headers.Location!.ToString().Replace(site.Address, "", StringComparison.Ordinal));
        Assert.Equal((true, false, true), (await IsIn(here), await IsIn(there), await IsIn(elsewhere)));

        // Another's session is not one's own to end.
        await TestSite.Post(here, "/konto", "/konto", ("_handler", "avsluta"), ("inloggning", $"{sessions[3].Id}"));
        Assert.True(await IsIn(somebodyElse));
        await TestSite.Post(here, "/konto", "/konto", ("_handler", "avsluta"), ("inloggning", "andra"));
        Assert.Equal((true, false, true), (await IsIn(here), await IsIn(elsewhere), await IsIn(somebodyElse)));
    }

    [Fact]
    public async Task An_administrator_signs_somebody_out_everywhere_and_it_stands_in_the_history()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (actor, administrator) = (await world.Actor("Maria Sandelin"), await world.Actor("Linda Ekroth"));
        using var browser = site.Browser(actor);
        using var by = site.Browser(administrator);
        var page = $"/administration/inloggning/{actor.Person}";
        Assert.Contains("Provbläddrare", await by.GetStringAsync(page), StringComparison.Ordinal);
        await TestSite.Post(by, page, page, ("_handler", "logga-ut"));
        Assert.False(await IsIn(browser));
        Assert.True(await IsIn(by));
        Assert.Contains("Maria Sandelin loggades ut överallt", await by.GetStringAsync(page), StringComparison.Ordinal);
        var refused = await world.In(s => s.GetRequiredService<Sessions>().EndAll(administrator.Person, actor, default));
        Assert.Equal("not-administrator", refused?.Code);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copied_cookie_opens_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var cookies = new CookieContainer();
        var key = site.Session(await world.Actor("Maria Sandelin"));
        cookies.Add(new Cookie("samverk", key, "/", "127.0.0.1"));
        using var browser = site.Browser(cookies);
        await TestSite.Post(browser, "/konto", "/logga-ut");
        var copied = new CookieContainer();
        copied.Add(new Cookie("samverk", key, "/", "127.0.0.1"));
        using var thief = site.Browser(copied);
        Assert.False(await IsIn(thief));
    }

    [Fact]
    public async Task An_account_with_people_in_two_areas_moves_between_them_and_nowhere_else()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (maria, linda) = (await world.Actor("Maria Sandelin"), await world.Actor("Linda Ekroth"));
        using var browser = site.Browser(maria);
        var (orebro, there) = await SecondArea(world, "Maria Sandelin", maria.Person);
        var page = await browser.GetStringAsync("/konto");
        Assert.Contains("Byt till Örebro län", page, StringComparison.Ordinal);
        Assert.Contains("Bergslunda", page, StringComparison.Ordinal);
        var moved = await TestSite.Post(browser, "/konto", "/konto/omrade", ("omrade", $"{orebro}"));
        Assert.Equal("/", moved.Headers.Location!.OriginalString);
        page = await browser.GetStringAsync("/konto");
        Assert.Contains("Byt till Bergslunda", page, StringComparison.Ordinal);
        Assert.Equal(there, await site.Services.GetRequiredService<OneArea>().Do(orebro, s => s.GetRequiredService<SamverkDb>().Set<Session>().Select(x => x.Person).SingleAsync()));

        using var other = site.Browser(linda);
        Assert.DoesNotContain("Byt till", await other.GetStringAsync("/konto"), StringComparison.Ordinal);
        await TestSite.Post(other, "/konto", "/konto/omrade", ("omrade", $"{orebro}"));
        Assert.Contains("Bergslunda", await other.GetStringAsync("/konto"), StringComparison.Ordinal);
    }

    /// <summary>Another area, administered by a person of this name; the same account as a person of the World when one is given.</summary>
    internal static async Task<(Guid Area, Guid Person)> SecondArea(TestWorld world, string administrator, Guid? sameAs)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<AreaSetup>();
        var region = OfficialRegister.Find("18")!;
        var (area, refusal) = await setup.Create(new FirstArea("Örebro län", region, [], [], administrator, null).Plan(world.Clock.Today()), default);
        Assert.Null(refusal);
        var person = (await setup.Administrator(default))!.Value;
        if (sameAs is { } known)
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            var account = (await db.Set<AccountPerson>().SingleAsync(p => p.Person == known)).Account;
            (await db.Set<AccountPerson>().AsTracking().SingleAsync(p => p.Person == person)).Join(account);
            await db.SaveChangesAsync();
        }
        return (area, person);
    }
}
