using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

[Trait("database", "both")]
public sealed class SignInTests(WorldOnce once)
{
    static async Task<PersonInfo> Someone(TestWorld world) => (await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))[0];

    [Fact]
    public async Task A_person_of_the_demo_is_picked_and_comes_to_the_page_that_was_asked_for()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var person = await Someone(world);
        using var browser = site.Browser();
        var asked = await browser.GetAsync("/administration?gjort=organ");
        Assert.Equal("/logga-in?till=%2Fadministration%3Fgjort%3Dorgan", asked.Headers.Location!.OriginalString);

        var page = await browser.GetStringAsync("/logga-in");
        Assert.Contains(person.Name, page, StringComparison.Ordinal);
        Assert.Contains("Sekreterare", page, StringComparison.Ordinal);
        var answer = await TestSite.Post(browser, "/logga-in", "/logga-in/person", ("person", $"{person.Id}"), ("till", "/kortkommandon"));
        Assert.Equal((HttpStatusCode.Redirect, "/kortkommandon"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("samverk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Du är inloggad som {person.Name}", await browser.GetStringAsync("/logga-in"), StringComparison.Ordinal);

        var left = await TestSite.Post(browser, "/logga-in", "/logga-ut");
        Assert.Equal("/logga-in", left.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Du är inloggad", await browser.GetStringAsync("/logga-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_signs_nobody_in()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var answer = await browser.PostAsync("/logga-in/person", new FormUrlEncodedContent([KeyValuePair.Create("person", $"{(await Someone(world)).Id}")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("läs in sidan igen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Du är inloggad", await browser.GetStringAsync("/logga-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("moten", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    [InlineData("/moten?sida=2", "/moten?sida=2")]
    public void The_way_back_never_leads_out(string? to, string destination) => Assert.Equal(destination, SignIn.Destination(to));

    [Fact]
    public async Task A_session_survives_that_the_server_starts_again()
    {
        await using var world = await once.Copy();
        var person = await Someone(world);
        var cookies = new CookieContainer();
        await using (var site = await TestSite.Over(world))
        {
            using var browser = site.Browser(cookies);
            await TestSite.Post(browser, "/logga-in", "/logga-in/person", ("person", $"{person.Id}"));
        }
        await using var again = await TestSite.Over(world);
        using var same = again.Browser(cookies);
        Assert.Contains($"Du är inloggad som {person.Name}", await same.GetStringAsync("/logga-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_in_person_who_may_not_is_told_so_in_words()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        foreach (var person in people)
            if (await world.Actor(person.Id) is { IsAdministrator: false } actor)
            {
                using var browser = site.Browser(actor);
                var answer = await browser.GetAsync("/administration");
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.Contains("Du har inte rätt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                var nowhere = await browser.GetAsync("/finns-inte");
                Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
                return;
            }
        Assert.Fail("Everybody administers the World.");
    }
}
