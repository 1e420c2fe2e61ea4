using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

/// <summary>From an empty installation to an area with a secretary.</summary>
[Trait("database", "both")]
public sealed class StartTests(WorldOnce once)
{
    static string Link(TestWorld world) => File.ReadAllText(Path.Combine(world.Place.Folder, FirstRun.FileName)).Trim();

    static readonly (string, string)[] Orebro =
    [
        ("_handler", "start"), ("namn", "Örebro län"), ("kommun", "1880"), ("kommun", "1882"), ("kommun", "0180"),
        ("annan-1", "Räddningsförbundet Tallvik"), ("slag-1", "Association"), ("administrator", "Saga Tallgren"), ("titel", "samverkansstrateg"),
    ];

    [Fact]
    public async Task The_one_time_link_creates_the_area_and_signs_its_administrator_in()
    {
        await using var world = await once.Empty();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/kom-igang")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/kom-igang?nyckel=fel")).StatusCode);

        var link = Link(world);
        Assert.Contains("Region Örebro län", await browser.GetStringAsync(link), StringComparison.Ordinal);
        var proposed = await browser.GetStringAsync($"{link}&region=18");
        Assert.Contains("value=\"1882\" checked", proposed, StringComparison.Ordinal);
        var answer = await TestSite.Post(browser, $"{link}&region=18", $"{link}&region=18", Orebro);
        Assert.Equal("/administration", answer.Headers.Location?.AbsolutePath);
        Assert.Contains("Saga Tallgren", await browser.GetStringAsync("/administration"), StringComparison.Ordinal);
        Assert.Contains("En administratör får", await browser.GetStringAsync("/behorigheter"), StringComparison.Ordinal);

        var organisations = await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default));
        Assert.Equal(["Region Örebro län", "Askersunds kommun", "Räddningsförbundet Tallvik", "Örebro kommun"], organisations.Select(o => o.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).StatusCode);
        Assert.False(File.Exists(Path.Combine(world.Place.Folder, FirstRun.FileName)));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_is_kept()
    {
        await using var world = await once.Empty();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var link = Link(world);
        var answer = await TestSite.Post(browser, $"{link}&region=18", $"{link}&region=18", ("_handler", "start"), ("namn", "Mitt län"), ("kommun", "1880"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Administratörens namn saknas.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Mitt län\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1880\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"1882\" checked", page, StringComparison.Ordinal);
        Assert.Empty(await Areas(world));
    }

    [Fact]
    public async Task Of_two_who_open_the_link_at_once_one_gets_in()
    {
        await using var world = await once.Empty();
        await using var site = await TestSite.Over(world);
        var link = Link(world);
        using var one = site.Browser();
        using var other = site.Browser();
        var answers = await Task.WhenAll(new[] { one, other }.Select(browser => TestSite.Post(browser, $"{link}&region=18", $"{link}&region=18", Orebro)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await Areas(world));
    }

    [Fact]
    public async Task A_link_from_the_command_line_signs_its_person_in_once()
    {
        await using var world = await once.Empty();
        var (code, words) = await Command(world, "area", "add", "--region", "region örebro LÄN", "--admin", "Saga Tallgren");
        Assert.Equal((0, true), (code, words.Contains("12 kommuner", StringComparison.Ordinal)));
        Assert.Equal(0, (await Command(world, "area", "list")).Code);
        Assert.Contains("Örebro län\tRegion Örebro län\torebro-lan", (await Command(world, "area", "list")).Words, StringComparison.Ordinal);

        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var link = Link(world);
        Assert.Equal("/", (await browser.GetAsync(link)).Headers.Location?.AbsolutePath);
        Assert.Contains("Du är inloggad som Saga Tallgren", await browser.GetStringAsync("/logga-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser().GetAsync(link)).StatusCode);
        Assert.Equal(0, (await Command(world, "area", "link", "--person", "saga tallgren")).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().GetAsync(Link(world))).StatusCode);
    }

    [Theory]
    [InlineData("samverk area list", "area")]
    [InlineData("samverk area list", "area", "remove")]
    [InlineData("Ange --region och --admin.", "area", "add", "--region", "Region Skåne")]
    [InlineData("Region Bergslunda är ingen region", "area", "add", "--region", "Region Bergslunda", "--admin", "Saga Tallgren")]
    [InlineData("Växjö är ingen region", "area", "add", "--region", "Växjö", "--admin", "Saga Tallgren")]
    [InlineData("Okänt val: --regio.", "area", "add", "--regio", "Region Skåne")]
    [InlineData("--admin behöver ett värde", "area", "add", "--region", "Region Skåne", "--admin")]
    [InlineData("Inga samverkansområden än.", "area", "link", "--person", "Saga Tallgren")]
    public async Task The_command_line_says_what_is_wrong(string words, params string[] args)
    {
        await using var world = await once.Empty();
        var (code, said) = await Command(world, args);
        Assert.Equal(2, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Empty(await Areas(world));
    }

    [Fact]
    public async Task An_area_is_created_once()
    {
        await using var world = await once.Empty();
        Assert.Equal(0, (await Command(world, "area", "add", "--region", "18", "--admin", "Saga Tallgren")).Code);
        var (code, words) = await Command(world, "area", "add", "--region", "17", "--admin", "Omar Lindqvist");
        Assert.Equal((2, true), (code, words.Contains("väntar", StringComparison.Ordinal)));
        await using (var site = await TestSite.Over(world))
            await site.Browser().GetAsync(Link(world));
        Assert.Contains("finns redan", (await Command(world, "area", "add", "--region", "18", "--admin", "Saga Tallgren")).Words, StringComparison.Ordinal);
        Assert.Single(await Areas(world));
    }

    [Fact]
    public async Task Invented_codes_are_refused_outside_demo()
    {
        await using var world = await once.Empty();
        foreach (var plan in new[]
        {
            new AreaPlan("Bergslunda", "bergslunda", new("Region Bergslunda", OrganisationKind.Region, "99"), []),
            new AreaPlan("Blandat", "blandat", new("Region Örebro län", OrganisationKind.Region, "18"), [new("Granåkers kommun", OrganisationKind.Municipality, "9906")]),
        })
        {
            await using var scope = world.Services.CreateAsyncScope();
            var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AreaSetup>().Create(plan, default);
            Assert.Equal("invented-code", refusal?.Code);
        }
        Assert.Empty(await Areas(world));
    }

    [Fact]
    public async Task An_organisation_that_stands_twice_is_refused()
    {
        await using var world = await once.Empty();
        await using var scope = world.Services.CreateAsyncScope();
        var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AreaSetup>().Create(
            new("Örebro län", "orebro-lan", new("Region Örebro län", OrganisationKind.Region, "18"), [new("REGION ÖREBRO LÄN", OrganisationKind.Other, null)]), default);
        Assert.Equal("organisation-twice", refusal?.Code);
    }

    static async Task<List<AreaInfo>> Areas(TestWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(default);
    }

    static async Task<(int Code, string Words)> Command(TestWorld world, params string[] args)
    {
        await using var scope = world.Services.CreateAsyncScope();
        using var words = new StringWriter();
        var code = await AreaCommand.Run(args[1..], scope.ServiceProvider, words, words, default);
        return (code, words.ToString());
    }
}
