using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;
using Samverk.Tests.House;
using static Samverk.Tests.Pages.TwoAreasTests;

namespace Samverk.Tests.Pages;

/// <summary>Two areas that have the same of everything: whoever stands in one never meets a word of the other. A class for each long walk, so that they go side by side.</summary>
[Trait("database", "both")]
public sealed class TwoAreasByLinksTests(WorldOnce once)
{
    [Fact]
    public async Task No_page_that_links_lead_to_shows_a_word_of_the_other_area()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        foreach (var actor in await Actors(two, two.Ours))
        {
            using var browser = await site.BrowserWithToken(actor);
            // The administrator walks much of every kind of page, the others some.
            var crawl = new Crawl(browser, actor.IsAdministrator ? 12 : 4);
            await crawl.From(await Plain(site, two));
            Assert.True(crawl.Seen.Count > (actor.IsAdministrator ? 250 : 80), $"{actor.Name} met {crawl.Seen.Count} pages");
            Assert.Empty(crawl.Seen.Where(page => page.Value.Contains(TwoAreas.Mark, StringComparison.Ordinal)).Select(page => page.Key));
        }
    }

    // Else the walk would prove nothing: the mark could be where no page shows it.
    [Fact]
    public async Task Those_of_the_other_area_meet_its_words_on_every_kind_of_page()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        using var browser = site.Browser((await Actors(two, two.Theirs))[^1]);
        var crawl = new Crawl(browser, 8);
        await crawl.From(["/"]);
        var kinds = crawl.Seen.Where(p => Id().IsMatch(p.Key) && crawl.Found.Contains(p.Key)).GroupBy(p => Id().Replace(p.Key.Split('?')[0], "{id}")).ToList();
        Assert.True(kinds.Count >= 8, string.Join(' ', kinds.Select(k => k.Key)));
        // The words of a PDF are packed.
        Assert.Empty(kinds.Where(kind => !kind.Key.EndsWith(".pdf", StringComparison.Ordinal) && !kind.Any(page => IsMarked(page.Value))).Select(kind => kind.Key));
    }
}

[Trait("database", "both")]
public sealed class TwoAreasByAddressesTests(WorldOnce once)
{
    [Fact]
    public async Task Every_address_of_a_thing_of_the_other_area_is_not_found()
    {
        await using var two = await once.TwoAreas();
        // So many knocks at what is taken out as files would be too many in a minute.
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        var ids = await IdsOf(two, two.Theirs);
        Assert.True(ids.Count > 25, $"only {ids.Count} kinds of ids");
        var doors = await Doors(site, two, ids);
        Assert.True(doors.Count > 12, $"only {doors.Count} kinds of addresses answer those of their own area");
        var (ours, theirs) = (await AnyDocument(two, two.Ours), await AnyDocument(two, two.Theirs));
        List<string> faults = [];
        var knocks = 0;
        foreach (var actor in await Actors(two, two.Ours))
        {
            using var browser = await site.BrowserWithToken(actor);
            foreach (var endpoint in site.Endpoints.Where(e => Parameters(e) > 0 && Methods(e).Contains("GET")))
                foreach (var address in Addresses(endpoint, Fitting(endpoint, doors, ids), ours, theirs))
                {
                    using var answer = await browser.GetAsync(address);
                    knocks++;
                    var expected = May(endpoint, actor) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
                    if (answer.StatusCode != expected || (await answer.Content.ReadAsStringAsync()).Contains(TwoAreas.Mark, StringComparison.Ordinal))
                        faults.Add($"GET {address} as {actor.Name}: {(int)answer.StatusCode}");
                }
        }
        Assert.True(knocks > 500, $"only {knocks} knocks");
        Assert.Empty(faults);
    }
}

[Trait("database", "both")]
public sealed class TwoAreasByFormsTests(WorldOnce once)
{
    [Fact]
    public async Task No_form_changes_a_thing_of_the_other_area()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        var ids = await IdsOf(two, two.Theirs);
        var doors = await Doors(site, two, ids);
        var (ours, theirs) = (await AnyDocument(two, two.Ours), await AnyDocument(two, two.Theirs));
        var before = await Told(two);
        var posted = 0;
        foreach (var actor in (await Actors(two, two.Ours)).Where(a => a.MayImport))
        {
            using var browser = site.Browser(actor);
            var token = await TestSite.Token(browser, "/importera");
            foreach (var endpoint in site.Endpoints.Where(e => Parameters(e) > 0 && Methods(e).Contains("POST")))
                foreach (var address in Addresses(endpoint, Fitting(endpoint, doors, ids), ours, theirs))
                {
                    using var answer = await TestSite.PostWith(browser, token, address, ("Version", "0"), ("person", ids[0][0].ToString("D")), ("val", "bekrafta"));
                    Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"POST {address}: {(int)answer.StatusCode}");
                    Assert.DoesNotContain(TwoAreas.Mark, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                    posted++;
                }
        }
        Assert.True(posted > 50, $"only {posted} forms");
        Assert.Equal(before, await Told(two));
    }
}

[Trait("database", "both")]
public sealed partial class TwoAreasTests(WorldOnce once)
{
    const string Reader = "Björn Åkerlind", Secretary = "Maria Sandelin", OurSlug = "vart", TheirSlug = "deras";
    const int IdsOfEach = 2;

    [Fact]
    public async Task A_session_of_one_area_opens_nothing_in_the_other()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        var ours = (await Actors(two, two.Ours))[^1];
        using var browser = site.Browser(ours);
        // The cookie is only a key, so the area can be changed by asking alone.
        using var answer = await TestSite.Post(browser, "/konto", "/konto/omrade", ("omrade", two.Theirs.ToString("D")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organ/{await AnyBody(two, two.Theirs)}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/organ/{await AnyBody(two, two.Ours)}")).StatusCode);
    }

    [Fact]
    public async Task Who_may_be_anybody_in_a_demo_comes_to_the_area_of_the_one_they_are()
    {
        await using var two = await once.TwoAreas();
        await using (var scope = two.World.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            db.Add(new Mark(Mark.Demo, "färdig"));
            await db.SaveChangesAsync();
        }
        await using var site = await TestSite.Over(two.World, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        foreach (var area in new[] { two.Ours, two.Theirs })
        {
            using var browser = site.Browser();
            var id = (await Actors(two, area))[0].Person;
            using var answer = await TestSite.Post(browser, "/logga-in", "/logga-in/person", ("person", id.ToString("D")));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(area == two.Theirs, (await browser.GetStringAsync("/organ")).Contains(TwoAreas.Mark, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_same_file_is_kept_by_each_area_for_itself()
    {
        await using var two = await once.TwoAreas();
        var hashes = new List<List<string>>();
        foreach (var area in new[] { two.Ours, two.Theirs })
            hashes.Add(await two.World.In(area, s => s.GetRequiredService<SamverkDb>().Set<Document>().Select(d => d.Sha256).Order().ToListAsync()));
        Assert.NotEmpty(hashes[0]);
        Assert.Equal(hashes[0], hashes[1]);
    }

    // Of a page what stands in its own part: the head of every page names the area.
    internal static bool IsMarked(string answer) => (Content().Match(answer) is { Success: true } main ? main.Value : answer).Contains(TwoAreas.Mark, StringComparison.Ordinal);

    /// <summary>A reader, a secretary and the administrator of an area, in that order.</summary>
    internal static async Task<List<Actor>> Actors(TwoAreas two, Guid area) => await two.World.In(area, async s =>
    {
        var people = await s.GetRequiredService<AreaDirectory>().People(default);
        var administrator = (await s.GetRequiredService<AreaSetup>().Administrator(default))!.Value;
        List<Actor> actors = [];
        foreach (var id in new[] { Reader, Secretary }.Select(name => people.Single(p => p.Name == name || p.Name == $"{name} {TwoAreas.Mark}").Id).Append(administrator))
            actors.Add((await s.GetRequiredService<Actors>().Find(id, new(2026, 11, 24), default))!);
        Assert.True(actors is [{ HasPlace: true, MayImport: false }, { MayImport: true, IsAdministrator: false }, { IsAdministrator: true }]);
        return actors;
    });

    /// <summary>Some of every kind of thing that has an id, a list for each kind.</summary>
    internal static Task<List<List<Guid>>> IdsOf(TwoAreas two, Guid area) => two.World.In(area, async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        List<List<Guid>> ids = [];
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(IInArea).IsAssignableFrom(e.ClrType) && e.FindProperty("Id")?.ClrType == typeof(Guid)))
            ids.Add(await (Task<List<Guid>>)typeof(TwoAreasTests).GetMethod(nameof(Some), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(entity.ClrType).Invoke(null, [db])!);
        // What only opens on the public site, where most is not.
        var published = await db.Set<Publication>().Where(p => p.WithdrawnAt == null).Select(p => p.Meeting).Order().ToListAsync();
        ids.Add(published);
        ids.Add(await db.Set<Decision>().Where(d => published.Contains(d.Meeting)).Select(d => d.Id).Order().Take(IdsOfEach).ToListAsync());
        ids.RemoveAll(kind => kind.Count == 0);
        return ids;
    });

    /// <summary>What the other area's administrator is answered: the beginning of each address of one thing, with the kinds of ids that open it.</summary>
    internal static async Task<Dictionary<string, List<List<Guid>>>> Doors(TestSite site, TwoAreas two, List<List<Guid>> ids)
    {
        Task<Dictionary<string, List<int>>> found;
        lock (AtTheDoors)
            found = doorsOfKinds ??= DoorsOfKinds(site, two, ids);
        return (await found).ToDictionary(door => door.Key, door => door.Value.ConvertAll(kind => ids[kind]));
    }

    static readonly Lock AtTheDoors = new();
    static Task<Dictionary<string, List<int>>>? doorsOfKinds;

    // Some thousands of knocks: what one test has found holds for every copy of the two areas.
    static async Task<Dictionary<string, List<int>>> DoorsOfKinds(TestSite site, TwoAreas two, List<List<Guid>> ids)
    {
        using var browser = await site.BrowserWithToken((await Actors(two, two.Theirs))[^1]);
        Dictionary<string, List<int>> doors = [];
        foreach (var endpoint in site.Endpoints.Where(e => Parameters(e) == 1 && Methods(e).Contains("GET") && e.Metadata.GetMetadata<MayAttribute>() is not null))
        {
            // Pages that begin alike are of the same thing: the first that opens tells its kinds.
            if (doors.ContainsKey(Beginning(endpoint)))
                continue;
            List<int> known = [];
            for (var kind = 0; kind < ids.Count; kind++)
            {
                using var answer = await browser.GetAsync(Filled(endpoint, TheirSlug, ids[kind][0]), HttpCompletionOption.ResponseHeadersRead);
                if (answer.StatusCode == HttpStatusCode.OK)
                    known.Add(kind);
            }
            if (known.Count > 0)
                doors[Beginning(endpoint)] = known;
        }
        return doors;
    }

    /// <summary>The ids that open such an address at home; where none is known to, one of every kind.</summary>
    internal static List<Guid> Fitting(RouteEndpoint endpoint, Dictionary<string, List<List<Guid>>> doors, List<List<Guid>> ids) =>
        doors.TryGetValue(Beginning(endpoint), out var known) ? [.. known.SelectMany(kind => kind).Distinct()] : [.. ids.Select(kind => kind[0])];

    static string Beginning(RouteEndpoint endpoint) => Parameter().Split("/" + endpoint.RoutePattern.RawText!.TrimStart('/'))[0];

    // The newest first: what was read in first was undone, and opens nothing at home either. The oldest is asked for too, as the last.
    static async Task<List<Guid>> Some<T>(SamverkDb db) where T : class
    {
        var ids = db.Set<T>().Select(row => EF.Property<Guid>(row, "Id"));
        return [.. (await ids.OrderByDescending(id => id).Take(IdsOfEach).ToListAsync()).Union(await ids.OrderBy(id => id).Take(1).ToListAsync())];
    }

    static Task<Guid> AnyBody(TwoAreas two, Guid area) =>
        two.World.In(area, s => s.GetRequiredService<SamverkDb>().Set<Body>().OrderBy(b => b.NameSort).Select(b => b.Id).FirstAsync());

    internal static Task<(Guid Batch, Guid Document)> AnyDocument(TwoAreas two, Guid area) => two.World.In(area, async s =>
    {
        var document = await s.GetRequiredService<SamverkDb>().Set<Document>().Where(d => !d.Confirmations.Any()).Select(d => new { d.Batch, d.Id }).FirstAsync();
        return (document.Batch, document.Id);
    });

    /// <summary>All that was told in the other area, and the versions of its documents.</summary>
    internal static Task<string> Told(TwoAreas two) => two.World.In(two.Theirs, async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        return $"{await db.Set<HistoryRow>().CountAsync()} {string.Join(' ', await db.Set<Document>().OrderBy(d => d.Id).Select(d => d.Version).ToListAsync())}";
    });

    /// <summary>A page of one thing with the ids of the other area; of two things also with the first from the own.</summary>
    internal static IEnumerable<string> Addresses(RouteEndpoint endpoint, List<Guid> ids, (Guid Batch, Guid Document) ours, (Guid Batch, Guid Document) theirs) =>
        Parameters(endpoint) == 1 ? ids.Select(id => Filled(endpoint, OurSlug, id))
        : [Filled(endpoint, OurSlug, theirs.Batch, theirs.Document), Filled(endpoint, OurSlug, ours.Batch, theirs.Document), Filled(endpoint, OurSlug, theirs.Batch, ours.Document)];

    // A place more than there are ids takes the last one too; other places take the first version, item or extract, at the area whose site is asked.
    static string Filled(RouteEndpoint endpoint, string slug, params Guid[] ids)
    {
        var next = 0;
        var address = Parameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), _ => ids[Math.Min(next++, ids.Length - 1)].ToString("D"));
        return OtherParameter().Replace(address, place => place.Value.Equals("{area}", StringComparison.OrdinalIgnoreCase) ? slug : "1");
    }

    /// <summary>What answers without an id, as it is and with an id of the other area in every place of its address that takes one.</summary>
    internal static Task<List<string>> Plain(TestSite site, TwoAreas two) => two.World.In(two.Ours, services =>
    {
        var registers = services.GetServices<Register>().ToList();
        return Task.FromResult(site.Endpoints.Where(IsPlain).SelectMany(endpoint =>
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var names = registers.Where(r => address == r.Path || address.StartsWith($"{r.Path}.", StringComparison.Ordinal) || address.StartsWith($"{r.Path}/", StringComparison.Ordinal)).SelectMany(r => r.Filters.Where(f => f.IsId).Select(f => f.Name))
                .Concat(registers.Where(r => address == $"/api/v1/{r.ApiName}").SelectMany(r => r.Filters.Where(f => f.IsId).Select(f => f.ApiName))).Concat(QueryNames(endpoint));
            return names.Distinct().Select(name => $"{address}?{name}={two.Theirs:D}").Prepend($"{address}?q=och").Prepend(address);
        }).ToList());
    });

    static IEnumerable<string> QueryNames(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
        ? page.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType.GetElementType() ?? p.PropertyType) == typeof(Guid))
            .SelectMany(p => p.GetCustomAttributes(inherit: false).OfType<SupplyParameterFromQueryAttribute>().Select(a => a.Name!))
        : [];

    internal static bool May(RouteEndpoint endpoint, Actor actor) => Permission.All.Single(p => p.Code == endpoint.Metadata.GetMetadata<MayAttribute>()!.Policy).Holds(actor, default);

    // The public site names every area: it is walked by itself (Public/PublicSiteTests).
    internal static bool IsPlain(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PublicPartAttribute>() is null && endpoint.RoutePattern.Parameters.Count == 0 && Methods(endpoint).Contains("GET") && endpoint.Metadata.GetMetadata<MayAttribute>() is not null
        && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("fel/", StringComparison.Ordinal);

    internal static int Parameters(RouteEndpoint endpoint) => Parameter().Count(endpoint.RoutePattern.RawText ?? "");

    internal static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    [GeneratedRegex("""\{[^}]*:guid\}""")]
    private static partial Regex Parameter();

    [GeneratedRegex("""\{[^}]*\}""")]
    private static partial Regex OtherParameter();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    internal static partial Regex Id();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Content();

    /// <summary>Follows the links of the site; of one page under different filters some.</summary>
    internal sealed partial class Crawl(HttpClient browser, int mostOfAKind)
    {
        const int MostOfOnePage = 8;
        readonly Dictionary<string, int> asked = [];

        /// <summary>What each address answered, with its headers.</summary>
        public Dictionary<string, string> Seen { get; } = [];

        /// <summary>The addresses that there is something at.</summary>
        public HashSet<string> Found { get; } = [];

        public async Task From(IEnumerable<string> addresses)
        {
            var queue = new Queue<string>(addresses);
            while (queue.TryDequeue(out var address))
            {
                var (path, kind) = (address.Split('?')[0], Id().Replace(address.Split('?')[0], "{id}"));
                if (Seen.ContainsKey(address) || Asked(path) > MostOfOnePage || (path != kind && Asked(kind) > mostOfAKind))
                    continue;
                using var answer = await browser.GetAsync(address);
                var text = await answer.Content.ReadAsStringAsync();
                Seen.Add(address, answer.Headers + answer.Content.Headers.ToString() + text);
                Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{address}: {(int)answer.StatusCode}");
                if (answer.IsSuccessStatusCode)
                    Found.Add(address);
                foreach (Match link in Link().Matches(text))
                    if (WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0] is ['/', not '/', ..] or "/")
                        queue.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
            }
        }

        int Asked(string what) => asked[what] = asked.GetValueOrDefault(what) + 1;

        [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
        private static partial Regex Link();
    }
}
