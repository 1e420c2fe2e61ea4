using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Somebody who knows the id of a thing that is not theirs to see, and tries it at every address.</summary>
public sealed class GuessingTests(WorldOnce once)
{
    [Fact]
    public async Task What_another_area_has_is_not_found_by_its_id_at_any_address()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor("Maria Sandelin");
        using var browser = site.Browser(secretary);
        var seen = await Visit.All(browser);
        var addresses = seen.SelectMany(page => Visit.Links(page.Html)).Concat(seen.Select(page => page.Address)).Select(a => a.Split('?')[0]).Where(a => Visit.Ids(a).Any())
            .GroupBy(Visit.Kind).SelectMany(kind => kind.Distinct(StringComparer.Ordinal).Take(5)).ToList();
        Assert.True(addresses.Select(Visit.Kind).Distinct(StringComparer.Ordinal).Count() >= 9, string.Join('\n', addresses));

        var foreign = await AnotherArea.Administrator(world);
        using var stranger = site.Browser(foreign);
        foreach (var address in addresses)
        {
            var answer = await stranger.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }
        // Where a demo is signed in to, everybody in it is shown to all; the page about the API has its examples from there.
        Assert.All((await Visit.All(stranger)).Where(page => page.Address is not ("/logga-in" or "/api")), page => Assert.DoesNotContain("Bergslunda", page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_area_has_is_not_changed_by_its_id_at_any_address()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:ApiPerMinute", "1000000", "--Limits:CostlyPerMinute", "1000000");
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var pages = await Visit.All(browser, 2);
        var ids = pages.SelectMany(page => Visit.Ids(page.Html)).Distinct().Take(60).ToList();
        var documents = pages.SelectMany(page => Visit.Links(page.Html)).Where(a => a.StartsWith("/importera/", StringComparison.Ordinal) && Visit.Ids(a).Count() == 2).Select(a => Visit.Ids(a).ToList()).DistinctBy(d => d[1]).Take(3).ToList();
        Assert.NotEmpty(documents);
        var foreign = await AnotherArea.Administrator(world);
        using var stranger = await site.BrowserWithToken(foreign);
        var token = await TestSite.Token(stranger, "/konto");
        var before = await Target.Happenings(world);
        var doors = site.Endpoints.Select(e => e.RoutePattern).Where(p => p.Parameters.Count > 0 && p.RawText!.Contains(":guid", StringComparison.Ordinal)).Select(p => p.RawText!).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(doors.Count > 8);
        Assert.NotEmpty(token.Value);
        foreach (var door in doors)
            foreach (var guess in Guesses(door, ids, documents))
            {
                var answer = await TestSite.PostWith(stranger, token, guess, ("_handler", "redovisa"), ("Said", "Gjort"), ("Version", "1"), ("Body", $"{ids[0]}"));
                var said = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed || IsHarmless(answer, said, guess), $"{guess}: {(int)answer.StatusCode} {said}");
            }
        // A field of a form that names the other area's thing is of no more use.
        foreach (var id in ids)
            await TestSite.PostWith(stranger, token, "/administration", ("_handler", "avsluta"), ("uppdrag", $"{id}"));
        Assert.Equal(before, await Target.Happenings(world));
    }

    [Fact]
    public async Task Somebody_with_an_account_and_no_place_reads_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var addresses = (await Visit.All(browser, 2)).Select(p => p.Address.Split('?')[0]).Where(a => Visit.Ids(a).Any()).ToList();
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        foreach (var person in people)
            if (await world.Actor(person.Id) is { HasPlace: false } nobody)
            {
                using var outside = site.Browser(nobody);
                foreach (var address in addresses)
                    Assert.True((await outside.GetAsync(address)).StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, address);
                return;
            }
        Assert.Fail("Everybody in the World has a place.");
    }

    static IEnumerable<string> Guesses(string door, List<Guid> ids, List<List<Guid>> documents)
    {
        var parts = door.Split('/').Where(part => part.Contains(":guid", StringComparison.Ordinal)).ToList();
        var tries = parts.Count == 2 ? documents : [.. ids.Take(12).Select(id => new List<Guid> { id })];
        return tries.Select(guess => "/" + parts.Zip(guess).Aggregate(door.TrimStart('/'), (address, pair) => address.Replace(pair.First, $"{pair.Second:D}", StringComparison.Ordinal)));
    }

    // Undoing answers by going to the document, where it says why not; the page itself is not found.
    static bool IsHarmless(HttpResponseMessage answer, string said, string guess) =>
        (answer.StatusCode == HttpStatusCode.Redirect && guess.EndsWith("/angrande", StringComparison.Ordinal) && !answer.Headers.Location!.OriginalString.Contains("angrad", StringComparison.Ordinal))
        || (answer.StatusCode == HttpStatusCode.OK && guess.EndsWith("/utkast", StringComparison.Ordinal) && said.Contains("refusal", StringComparison.Ordinal));
}
