using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

/// <summary>What everybody meets who has not signed in: what is published, and never anything else.</summary>
[Trait("database", "both")]
public sealed class PublicSiteTests(WorldOnce once)
{
    [Fact]
    public async Task Nothing_that_is_not_published_and_nothing_that_is_hidden_shows_anywhere()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var (internals, published) = (await Texts(world, published: false), await Texts(world, published: true));
        string[] secret = [.. internals.Where(t => !published.Exists(p => p.Contains(t, StringComparison.Ordinal))), .. (await Hidden(world)), .. (await Publications.Recorded(world, published: false)).Select(id => $"{id:D}")];
        Assert.True(secret.Length > 100, $"only {secret.Length} secrets");
        var seen = await PublicCrawl.All(site, browser);
        Assert.True(seen.Count > 200, $"only {seen.Count} addresses");
        Assert.Empty(seen.SelectMany(page => secret.Where(text => page.Value.Contains(text, StringComparison.Ordinal)).Select(text => $"{page.Key}: {text}")));
        // Else the walk would prove nothing.
        Assert.Contains(seen.Values, page => page.Contains("[namn dolt]", StringComparison.Ordinal));
        Assert.DoesNotContain(seen.Keys, address => address.Contains("/personer", StringComparison.Ordinal) || address.Contains("/importera", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Withdrawn_minutes_are_gone_from_every_address_at_once()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var meeting = (await Publications.Recorded(world, published: true, "SR"))[0];
        var texts = (await Publications.View(world, meeting))!.Decisions.Where(d => d.Text.Length > 60).Select(d => d.Text).ToList();
        Assert.NotEmpty(texts);
        bool IsThere(Dictionary<string, string> seen) => seen.Any(page => page.Value.Contains($"{meeting:D}", StringComparison.Ordinal) || texts.Exists(t => page.Value.Contains(t, StringComparison.Ordinal)));
        Assert.True(IsThere(await PublicCrawl.All(site, browser, 12)));
        Assert.Null(await Publications.Withdraw(world, await Publications.Administrator(world), meeting));
        Assert.False(IsThere(await PublicCrawl.All(site, browser, 12)));
        foreach (var address in new[] { $"/publikt/bergslunda/moten/{meeting}", $"/publikt/bergslunda/moten/{meeting}/protokoll.akn.xml", $"/publikt/bergslunda/oparl/meetings/{meeting}", $"/publikt/bergslunda/oparl/files/{meeting}" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_front_page_is_the_public_one_until_somebody_signs_in_and_looks_the_same_to_all_after()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var nobody = site.Browser();
        Assert.Contains("Samverkan i Bergslunda", await nobody.GetStringAsync("/"), StringComparison.Ordinal);
        using var secretary = site.Browser(await world.Actor("Maria Sandelin"));
        Assert.Contains("<h1 class=\"ds-heading\" data-size=\"lg\">Idag</h1>", await secretary.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(await nobody.GetStringAsync("/publikt/bergslunda/moten"), await secretary.GetStringAsync("/publikt/bergslunda/moten"));
    }

    [Fact]
    public async Task Each_area_shows_its_own_and_an_address_of_no_area_is_not_found()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World);
        using var browser = site.Browser();
        Assert.Contains("Välj område", await browser.GetStringAsync("/"), StringComparison.Ordinal);
        var seen = (await PublicCrawl.All(site, browser, 40)).Where(page => page.Key.StartsWith("/publikt/", StringComparison.Ordinal)).ToLookup(page => page.Key.Split('/')[2], page => page.Value);
        Assert.All(seen["vart"], page => Assert.DoesNotContain(TwoAreas.Mark, page, StringComparison.Ordinal));
        Assert.True(seen["deras"].Count(page => page.Contains(TwoAreas.Mark, StringComparison.Ordinal)) > 10);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/publikt/finns-inte/moten")).StatusCode);
        var theirs = await two.World.In(two.Theirs, s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Publication != null).Select(m => m.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/publikt/deras/moten/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/publikt/vart/moten/{theirs}")).StatusCode);
        // A session of one area changes nothing of what another's public part shows.
        using var member = site.Browser((await two.World.In(two.Ours, async s => await s.GetRequiredService<Samverk.Organisations.Actors>().Find((await s.GetRequiredService<Samverk.Organisations.AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default)))!);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/publikt/deras/moten/{theirs}")).StatusCode);
    }

    [Fact]
    public async Task An_installation_without_an_area_has_a_public_page_too()
    {
        await using var world = await once.Empty();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        foreach (var address in new[] { "/", "/publikt", "/oppna-data", "/tillganglighet" })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);
    }

    /// <summary>What minutes say that is long enough to be theirs alone.</summary>
    static Task<List<string>> Texts(TestWorld world, bool published) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var meetings = db.Set<Meeting>().Where(m => m.Withdrawal == null && m.Publication != null == published).Select(m => m.Id);
        var decisions = await db.Set<Decision>().Where(d => meetings.Contains(d.Meeting)).Select(d => d.Text).ToListAsync();
        var items = await db.Set<AgendaItem>().Where(i => meetings.Contains(i.Meeting)).Select(i => i.Title).ToListAsync();
        return decisions.Concat(items).Where(t => t.Length > 25).Distinct().ToList();
    });

    /// <summary>Names and numbers that are hidden, and shown in no other minutes.</summary>
    static Task<List<string>> Hidden(TestWorld world) => world.In(s =>
    {
        var masks = s.GetRequiredService<SamverkDb>().Set<PublishedMask>();
        return masks.Where(m => m.IsHidden && !masks.Any(other => other.Text == m.Text && !other.IsHidden)).Select(m => m.Text).Distinct().ToListAsync();
    });
}
