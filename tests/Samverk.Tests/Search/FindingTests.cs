using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Search;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Search;

/// <summary>What is found, by whom, and for how long.</summary>
[Trait("database", "both")]
public sealed class FindingTests(WorldOnce once)
{
    const string Mark = "kvicksilverfrågan";

    const string Minutes = $"""
        Protokoll
        Chefsgruppen

        Tid: Fredag den 20 november 2026 kl. 9.00–12.00
        Plats: Teams

        Närvarande:
        Helena Wikmark	Region Bergslunda

        1. {Mark}
        Hälso- och sjukvårdsavtalet gäller också termometrarna. Skriv till siv.akesson@gmail.com.
        Beslut: Chefsgruppen ställer sig bakom förslaget om kvicksilvertermometrar.
        """;

    [Fact]
    public async Task Minutes_are_found_once_they_are_confirmed_and_not_after_that_is_undone()
    {
        await using var world = await once.Copy();
        var (reader, administrator) = (await world.Actor("Björn Åkerlind"), await world.Actor("Linda Ekroth"));
        var document = await HandIn(world);
        Assert.Empty((await Find(world, administrator, "kvicksilver")).Hits);
        await Confirm(world, administrator, document);
        await Follow(world);
        var found = await Find(world, reader, "kvicksilver");
        Assert.Equal([ThingKind.Meeting, ThingKind.Decision, ThingKind.Original], found.Hits.Select(h => h.Kind).Distinct().Order());
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(document, administrator, default)));
        // At once: before anything has been done after the commit.
        Assert.Empty((await Find(world, reader, "kvicksilver")).Hits);
        await Follow(world);
        Assert.Empty((await Find(world, reader, "kvicksilver")).Hits);
        Assert.Null((await Find(world, reader, "kvicksilverfrågam")).Proposal);
        Assert.DoesNotContain(await Suggest(world, reader, "kvicks"), s => s.Text.Contains("kvicksilver", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_undone_and_confirmed_again_is_found_as_it_is_now()
    {
        await using var world = await once.Copy();
        var administrator = await world.Actor("Linda Ekroth");
        var document = await HandIn(world);
        for (var i = 0; i < 3; i++)
        {
            await Confirm(world, administrator, document);
            await Follow(world);
            Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(document, administrator, default)));
        }
        await Confirm(world, administrator, document);
        await Follow(world);
        Assert.Single((await Find(world, administrator, Mark)).Hits, h => h.Kind == ThingKind.Meeting);
    }

    [Fact]
    public async Task A_compound_and_a_suspended_hyphen_are_found_by_their_parts()
    {
        await using var world = await once.Copy();
        var administrator = await world.Actor("Linda Ekroth");
        await Confirm(world, administrator, await HandIn(world));
        await Follow(world);
        foreach (var typed in new[] { "avtal termometrarna", "hälso- och sjukvårdsavtalet", "sjukvård avtal termometrar" })
            Assert.Contains((await Find(world, administrator, typed)).Hits, h => h.Kind == ThingKind.Original && h.Passage.Any(p => p is { IsFound: true, Text: "sjukvårdsavtalet" }));
    }

    [Fact]
    public async Task Personal_data_of_an_original_is_neither_found_nor_shown()
    {
        await using var world = await once.Copy();
        var administrator = await world.Actor("Linda Ekroth");
        await Confirm(world, administrator, await HandIn(world));
        await Follow(world);
        Assert.Equal(0, (await Find(world, administrator, "gmail")).Total);
        Assert.Equal(0, (await Find(world, administrator, "akesson")).Total);
        Assert.DoesNotContain("akesson", string.Concat((await Find(world, administrator, "termometrarna")).Hits.SelectMany(h => h.Passage).Select(p => p.Text)));
    }

    [Fact]
    public async Task Who_may_not_read_finds_nothing()
    {
        await using var world = await once.Copy();
        var outside = await Outside(world);
        var answer = await Find(world, outside, "utskrivning");
        Assert.Equal((0, 0), (answer.Total, answer.Facets.Kinds.Count));
        Assert.Null((await Find(world, outside, "utskrivnig")).Proposal);
        Assert.Empty(await Suggest(world, outside, "utskr"));
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(outside);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/sok?q=utskrivning")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/sok/forslag?q=utskr")).StatusCode);
    }

    [Fact]
    public async Task Another_area_is_neither_found_nor_counted_nor_suggested()
    {
        await using var two = await once.TwoAreas();
        foreach (var area in new[] { two.Ours, two.Theirs })
            await two.World.In(area, s => s.GetRequiredService<SearchIndex>().Rebuild(null, default));
        var administrator = await Administrator(two, two.Ours);
        var (mark, before) = (TwoAreas.Mark.ToLowerInvariant(), await FindIn(two, two.Ours, administrator, "utskrivning"));
        Assert.True(before.Total > 0);
        Assert.Equal(0, (await FindIn(two, two.Ours, administrator, mark)).Total);
        Assert.Empty(await two.World.In(two.Ours, s => s.GetRequiredService<SearchLists>().Suggest(mark[..3], administrator, default)));
        Assert.Null((await FindIn(two, two.Ours, administrator, mark[1..])).Proposal);
        // Theirs does have it: the mark is where a search looks.
        Assert.True((await FindIn(two, two.Theirs, await Administrator(two, two.Theirs), mark)).Total > 0);
    }

    [Fact]
    public async Task An_index_made_anew_finds_the_same_as_one_that_followed()
    {
        await using var world = await once.Copy();
        var administrator = await world.Actor("Linda Ekroth");
        await Confirm(world, administrator, await HandIn(world));
        await Follow(world);
        string[] searches = ["utskrivning", "avtal", "kvicksilver", "SIP", "Helena Wikmark", "\"ställer sig bakom\""];
        var followed = await All(searches);
        await world.In(s => s.GetRequiredService<SearchIndex>().Rebuild(null, default));
        Assert.Equal(followed, await All(searches));

        async Task<List<string>> All(string[] typed)
        {
            List<string> all = [];
            foreach (var one in typed)
                all.AddRange((await world.In(s => s.GetRequiredService<SearchLists>().Find(new(one) { Size = 500 }, administrator, default))).Hits.Select(h => $"{one} {h.Kind} {h.Thing} {h.Note} {h.TitleText}").Order());
            return all;
        }
    }

    [Fact]
    public async Task A_body_with_another_name_is_found_by_that_with_its_meetings()
    {
        await using var world = await once.Copy();
        var administrator = await world.Actor("Linda Ekroth");
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            await s.GetRequiredService<Work>().Must(async () =>
            {
                var body = await db.Set<Body>().AsTracking().SingleAsync(b => b.Code == "EH");
                body.Change(new("Nätverket för digital samverkan", "Digitalnätverket", body.Kind, body.Parent, body.Owner), _ => "", TestWorld.Noon, administrator.Person);
            });
        });
        await Follow(world);
        var found = await Find(world, administrator, "digitalnätverket");
        Assert.Equal(ThingKind.Body, found.Hits[0].Kind);
        Assert.Contains(found.Facets.Kinds, k => k is { Value: ThingKind.Meeting, Count: > 3 });
    }

    [Fact]
    public async Task Filters_narrow_and_each_is_counted_by_the_others()
    {
        await using var world = await once.Copy();
        var actor = await world.Actor("Linda Ekroth");
        var all = await Find(world, actor, "utskrivning");
        var (kind, body, year) = (all.Facets.Kinds.First(k => k.Value == ThingKind.Decision), all.Facets.Bodies[0], all.Facets.Years[0]);
        Assert.Equal(all.Total, all.Facets.Kinds.Sum(k => k.Count));
        var narrowed = await world.In(s => s.GetRequiredService<SearchLists>().Find(new("utskrivning") { Kinds = [kind.Value], Size = 500 }, actor, default));
        Assert.Equal((kind.Count, kind.Count), (narrowed.Total, narrowed.Hits.Count));
        Assert.Equal(all.Facets.Kinds, narrowed.Facets.Kinds);
        Assert.Equal(kind.Count, narrowed.Facets.Years.Sum(y => y.Count));
        var both = await world.In(s => s.GetRequiredService<SearchLists>().Find(new("utskrivning") { Bodies = [body.Value], Years = [year.Value], Size = 500 }, actor, default));
        Assert.All(both.Hits, h => Assert.Equal((body.Value, year.Value), (h.Body!.Value, h.On!.Value.Year)));
        Assert.Equal(both.Total, both.Hits.Count);
    }

    static Task<SearchAnswer> Find(TestWorld world, Actor actor, string typed) => world.In(s => s.GetRequiredService<SearchLists>().Find(new(typed), actor, default));

    static Task<SearchAnswer> FindIn(TwoAreas two, Guid area, Actor actor, string typed) => two.World.In(area, s => s.GetRequiredService<SearchLists>().Find(new(typed), actor, default));

    static Task<IReadOnlyList<SearchSuggestion>> Suggest(TestWorld world, Actor actor, string typed) => world.In(s => s.GetRequiredService<SearchLists>().Suggest(typed, actor, default));

    static Task<Actor> Administrator(TwoAreas two, Guid area) => two.World.In(area, async s =>
        (await s.GetRequiredService<Actors>().Find((await s.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default))!);

    /// <summary>Does what waits after the commits.</summary>
    static async Task Follow(TestWorld world)
    {
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.Empty(await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.Problem != null).Select(r => r.Problem).ToListAsync()));
    }

    static async Task<Actor> Outside(TestWorld world)
    {
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            if (await world.Actor(person.Id) is { HasPlace: false } actor)
                return actor;
        throw new InvalidOperationException("Everybody in the World has a place");
    }

    static async Task<Guid> HandIn(TestWorld world)
    {
        var (_, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Kvicksilver", [new("cg-2026-11-20.txt", Encoding.UTF8.GetBytes(Minutes))], null, default));
        await Follow(world);
        return received[0].Document;
    }

    static Task Confirm(TestWorld world, Actor administrator, Guid document) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var review = (await db.Set<Samverk.Import.Reading>().SingleAsync(r => r.Document == document)).Review;
        var version = await db.Set<Document>().Where(d => d.Id == document).Select(d => d.Version).SingleAsync();
        foreach (var question in review.Questions)
            question.Answer ??= "ok";
        Assert.Null(await s.GetRequiredService<Importing>().Save(document, review, version, administrator, default));
        Assert.Null(await s.GetRequiredService<Importing>().Confirm(document, administrator, default));
    });
}
