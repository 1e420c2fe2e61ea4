using Samverk.Shared;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Forms that others have made, and forms that say more than they may.</summary>
public sealed class ForgeryTests(WorldOnce once)
{
    static readonly string[] Forms = ["/logga-ut", "/logga-in/person", "/importera", "/administration", "/kortkommandon"];

    static async Task<HttpResponseMessage> Send(HttpClient browser, string address, string? token, params (string Name, string Value)[] fields) =>
        await browser.PostAsync(address, new FormUrlEncodedContent(fields.Concat(token is null ? [] : [("__RequestVerificationToken", token)]).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    static async Task<string> Token(HttpClient browser) => Visit.Token(await browser.GetStringAsync("/logga-in"));

    [Fact]
    public async Task A_missing_a_made_up_and_anothers_token_are_refused_everywhere()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var administrator = (await world.Actor(await Target.Administrator(world)))!;
        using var browser = site.Browser(administrator);
        using var stranger = site.Browser();
        using var other = site.Browser(await world.Actor("Maria Sandelin"));
        var before = await Target.Happenings(world);
        foreach (var token in new[] { null, "", "CfDJ8", await Token(stranger), await Token(other) })
            foreach (var address in Forms)
            {
                var answer = await Send(browser, address, token, ("_handler", "organ"), ("organ-namn", "Förfalskat"), ("organ-kod", "FF"));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} with {token}: {answer.StatusCode}");
            }
        Assert.Equal(before, await Target.Happenings(world));
        Assert.Contains($"Du är inloggad som {administrator.Name}", await browser.GetStringAsync("/logga-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_from_another_site_carries_no_session()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var left = await Send(browser, "/logga-ut", await Token(browser));
        // A browser sends neither cookie along with a form that another site has made.
        Assert.All(left.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase));
        using var page = await site.Browser().GetAsync("/logga-in");
        Assert.Contains("samesite=strict", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_says_no_more_than_its_fields()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var administrator = (await world.Actor(await Target.Administrator(world)))!;
        var (owner, another) = (Ids.Next(), Ids.Next());
        using var browser = site.Browser(administrator);
        var form = (await Visit.All(browser, 1)).SelectMany(FoundForm.On).First(found => found.Name == "organ");
        var organisation = Guid.Parse(form.Fields.Single(field => field.Name.EndsWith("vard", StringComparison.Ordinal)).Value);
        var answer = await form.Send(browser, field => field.Name.EndsWith("kod", StringComparison.Ordinal) ? "XQ" : field.Name.EndsWith("namn", StringComparison.Ordinal) ? "Samverkansgruppen Ny" : "",
            ("Area", $"{another}"), ("area", $"{another}"), ("Owner", $"{owner}"), ("Id", $"{another}"), ("id", $"{another}"), ("By", $"{another}"), ("Person", $"{another}"),
            ("IsAdministrator", "true"), ("CreatedAt", "1999-01-01"), ("organ.Area", $"{another}"), ("actor.Area", $"{another}"), ("body.Host", $"{another}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await world.In(async s =>
        {
            var body = await s.GetRequiredService<SamverkDb>().Set<Body>().SingleAsync(b => b.Code == "XQ");
            Assert.Equal((administrator.Area, organisation), (body.Area, body.Owner));
            Assert.NotEqual(another, body.Id);
            var row = await s.GetRequiredService<SamverkDb>().Set<HistoryRow>().FirstAsync(r => r.Subject == body.Id);
            Assert.Equal(administrator.Person, row.By);
        });
    }

    [Fact]
    public async Task A_person_without_the_right_gets_none_by_saying_so()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        var actors = new List<Actor>();
        foreach (var person in people)
            actors.Add((await world.Actor(person.Id))!);
        var member = actors.First(a => a is { IsAdministrator: false, MayImport: false, HasPlace: true });
        using var browser = site.Browser(member);
        var before = await Target.Happenings(world);
        foreach (var address in new[] { "/administration", "/importera" })
        {
            var answer = await Send(browser, $"{address}?IsAdministrator=true&MayImport=true", await Token(browser), ("IsAdministrator", "true"), ("MayImport", "true"), ("Person", $"{await Target.Administrator(world)}"), ("_handler", "organ"), ("organ-namn", "X"), ("organ-kod", "XX"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Equal(before, await Target.Happenings(world));
    }
}
