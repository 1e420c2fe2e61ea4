using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

public sealed class FeedTests(WorldOnce once)
{
    const string Area = "/publikt/bergslunda";

    [Fact]
    public async Task Feeds_of_the_area_a_body_and_a_principal_are_Atom_to_another_reader()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "SR");
        var principal = (await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default))).Single(o => o.Name == "Granåkers kommun");
        foreach (var address in new[] { $"{Area}/flode.atom", $"{Area}/organ/{body.Id}/flode.atom", $"{Area}/huvudman/{principal.Id}/flode.atom" })
        {
            var feed = await Read.By("atom", browser, address);
            Assert.StartsWith("urn:uuid:", feed.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Contains("Protokoll", feed.GetProperty("title").GetProperty("value").GetString(), StringComparison.Ordinal);
            Assert.Equal(site.Address + address, Link(feed, "self"));
            var entries = feed.GetProperty("entries").EnumerateArray().ToList();
            Assert.NotEmpty(entries);
            Assert.Equal(entries.Count, entries.Select(e => e.GetProperty("id").GetString()).Distinct().Count());
            foreach (var entry in entries.Take(3))
            {
                Assert.True(entry.GetProperty("updated").TryGetDateTimeOffset(out _));
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Link(entry, "alternate"))).StatusCode);
            }
        }
        var ofBody = (await Read.By("atom", browser, $"{Area}/organ/{body.Id}/flode.atom")).GetProperty("entries").EnumerateArray().ToList();
        Assert.All(ofBody, e => Assert.Contains("Samverkansrådet", e.GetProperty("title").GetProperty("value").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_goes_on_to_its_next_page_until_all_has_been_said()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var published = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Withdrawal == null && m.Publication != null).Select(m => m.Id).ToListAsync());
        List<string?> ids = [];
        for (var address = (string?)$"{site.Address}{Area}/flode.atom"; address is not null;)
        {
            var feed = await Read.By("atom", browser, address);
            ids.AddRange(feed.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
            address = Link(feed, "next");
        }
        Assert.Equal(published.Select(id => $"urn:uuid:{id:D}").Order(), ids.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Area}/flode.atom?sida=noll")).StatusCode);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_until_something_is_published_or_withdrawn()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var administrator = await Publications.Administrator(world);
        async Task<HttpResponseMessage> Ask(EntityTagHeaderValue? tag, DateTimeOffset? since = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Area}/flode.atom");
            if (tag is not null)
                request.Headers.IfNoneMatch.Add(tag);
            request.Headers.IfModifiedSince = since;
            return await browser.SendAsync(request);
        }

        var first = await Ask(null);
        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString().Replace("no-cache, public", "public, no-cache", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotModified, (await Ask(first.Headers.ETag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await Ask(null, first.Content.Headers.LastModified)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(new("\"en-annan\""), first.Content.Headers.LastModified)).StatusCode);
        world.Clock.At = world.Clock.At.AddDays(1);
        await using var later = await TestSite.Over(world);
        Assert.Null(await Publications.Withdraw(world, administrator, (await Publications.Recorded(world, published: true))[0]));
        var second = await Ask(first.Headers.ETag, first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.True(second.Content.Headers.LastModified > first.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Open_data_is_read_from_anywhere_and_by_asking_alone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        foreach (var address in new[] { $"{Area}/flode.atom", $"{Area}/moten.ics", $"{Area}/popolo.json", $"{Area}/oparl", $"{Area}/oparl/meetings", $"{Area}/dcat.rdf" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.NotNull(answer.Headers.ETag);
            using var post = await browser.PostAsync(address, null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        }
        using var page = await browser.GetAsync($"{Area}/moten");
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Coming_meetings_are_a_calendar_in_Swedish_time_to_another_reader()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "SR");
        var calendar = await Read.By("ical", browser, $"{Area}/organ/{body.Id}/moten.ics");
        Assert.Equal("Europe/Stockholm", calendar.GetProperty("zones").EnumerateArray().Single().GetString());
        var events = calendar.GetProperty("events").EnumerateArray().ToList();
        var meeting = (await world.In(s => s.GetRequiredService<MeetingsLists>().Coming(new(2026, 12, 11), body.Id, 1, default))).Rows[0];
        var december = events.Single(e => e.GetProperty("uid").GetString() == $"{meeting.Id:D}@samverk");
        Assert.Equal("2026-12-11T08:30:00.000Z", december.GetProperty("start").GetString());
        Assert.Equal("Samverkansrådet", december.GetProperty("summary").GetString());
        Assert.Equal("Regionhuset Stenvalla", december.GetProperty("location").GetString());
        Assert.All(events, e => Assert.True(e.GetProperty("stamp").GetBoolean()));
        Assert.Contains(events, e => e.GetProperty("start").GetString()!.StartsWith("2026-11-20", StringComparison.Ordinal));
        using var raw = await browser.GetAsync($"{Area}/moten.ics");
        Assert.All((await raw.Content.ReadAsStringAsync()).Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task The_catalogue_has_what_the_data_portal_asks_for_no_blank_node_and_every_feed_it_tells_of_answers()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var triples = (await Read.By("rdf", browser, $"{Area}/dcat.rdf")).GetProperty("triples").EnumerateArray()
            .Select(t => (S: t.GetProperty("s").GetString()!, P: t.GetProperty("p").GetString()!, O: t.GetProperty("o").GetString()!, Blank: t.GetProperty("blank").GetBoolean())).ToList();
        Assert.DoesNotContain(triples, t => t.Blank);
        const string Dcat = "http://www.w3.org/ns/dcat#", Terms = "http://purl.org/dc/terms/", Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
        var kinds = new Dictionary<string, string[]>
        {
            [Dcat + "Catalog"] = [Terms + "title", Terms + "description", Terms + "publisher", Terms + "license", Dcat + "dataset"],
            [Dcat + "Dataset"] = [Terms + "title", Terms + "description", Terms + "publisher", Dcat + "distribution"],
            [Dcat + "Distribution"] = [Dcat + "accessURL", Terms + "license", Terms + "format"],
            [Dcat + "DataService"] = [Terms + "title", Dcat + "endpointURL"],
            ["http://xmlns.com/foaf/0.1/Agent"] = ["http://xmlns.com/foaf/0.1/name"],
        };
        foreach (var (kind, wanted) in kinds)
        {
            var things = triples.Where(t => t.P == Type && t.O == kind).Select(t => t.S).ToList();
            Assert.NotEmpty(things);
            Assert.All(things, thing => Assert.All(wanted, p => Assert.Contains(triples, t => t.S == thing && t.P == p)));
        }
        var subjects = triples.Select(t => t.S).ToHashSet();
        Assert.Empty(triples.Where(t => t.O.StartsWith($"{site.Address}{Area}/dcat.rdf#", StringComparison.Ordinal) && !subjects.Contains(t.O)).Select(t => t.O));
        foreach (var address in triples.Where(t => t.P is Dcat + "downloadURL" or Dcat + "endpointURL").Select(t => t.O).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/oppna-data"));
        Assert.All(triples.Where(t => t.P == Dcat + "downloadURL"), t => Assert.Contains($"href=\"{t.O[site.Address.Length..]}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Popolo_has_organisations_bodies_posts_and_seats_that_hold_together_and_no_people()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var popolo = JsonDocument.Parse(await browser.GetStringAsync($"{Area}/popolo.json")).RootElement;
        HashSet<string?> Ids(string of) => popolo.GetProperty(of).EnumerateArray().Select(x => x.GetProperty("id").GetString()).ToHashSet();
        var (organisations, posts) = (Ids("organizations"), Ids("posts"));
        Assert.True(organisations.Count >= 21);
        Assert.NotEmpty(posts);
        Assert.All(popolo.GetProperty("posts").EnumerateArray(), p => Assert.Contains(p.GetProperty("organization_id").GetString(), organisations));
        var memberships = popolo.GetProperty("memberships").EnumerateArray().ToList();
        Assert.NotEmpty(memberships);
        Assert.All(memberships, m =>
        {
            Assert.Contains(m.GetProperty("organization_id").GetString(), organisations);
            Assert.Contains(m.GetProperty("on_behalf_of_id").GetString(), organisations);
            Assert.Contains(m.GetProperty("post_id").GetString(), posts);
        });
        Assert.Equal(0, popolo.GetProperty("persons").GetArrayLength());
    }

    static string? Link(JsonElement of, string relation) =>
        of.GetProperty("links").EnumerateArray().Where(l => l.GetProperty("rel").GetString() == relation).Select(l => l.GetProperty("href").GetString()).FirstOrDefault();
}
