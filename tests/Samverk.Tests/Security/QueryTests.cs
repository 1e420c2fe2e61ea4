using System.Net;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Addresses that nobody has been given, typed by somebody who wants to see what happens.</summary>
[Trait("database", "both")]
public sealed class QueryTests(WorldOnce once)
{
    static readonly string[] Pages = ["/", "/moten", "/beslut", "/uppdrag", "/overenskommelser", "/personer", "/huvudman", "/importera", "/logga-in", "/administration", "/kortkommandon", "/behorigheter"];

    static readonly string[] Names = ["q", "sida", "ar", "organ", "slag", "ordning", "visa", "till", "nyckel", "finns", "fler", "inte", "nej", "bekraftad", "gjort", "fran", "redovisat"];

    static readonly string[] Values =
    [
        "-1", "0", "2147483647", "99999999999999999999", "1e9", "abc", "%00", "a%00b", "%ED%A0%80", "%FF", "'%20or%201=1--", "%25%5F%5C", "..%2F..%2Fetc%2Fpasswd", "%0d%0aX-Ond:%20ja",
        "00000000-0000-0000-0000-000000000000", "{{7*7}}", "$(id)", "null", "true", "[]", "%E2%80%AE", new('a', 5000),
    ];

    [Fact]
    public async Task No_value_of_a_query_makes_the_server_fail_or_tell_of_itself()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser((await world.Actor(await Target.Administrator(world)))!);
        List<string> faults = [];
        foreach (var page in Pages)
            foreach (var value in Values)
                await Ask(browser, page + "?" + string.Join('&', Names.Select(name => $"{name}={(value.Length > 1000 && name != "q" ? "x" : value)}")), faults);
        // Each name alone where it matters which one failed.
        foreach (var name in Names)
            foreach (var value in Values.Where(v => v.Length < 1000))
                await Ask(browser, $"/beslut?{name}={value}&{name}={value}", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Theory]
    [InlineData("/moten/%00")]
    [InlineData("/moten/..%2f..%2fetc%2fpasswd")]
    [InlineData("/lib/..%2f..%2fSamverk.dll")]
    [InlineData("/lib/../../appsettings.json")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/lib/%5c..%5c..%5cSamverk.dll")]
    [InlineData("/samverk.db")]
    [InlineData("/.git/config")]
    [InlineData("/fel/9999999999")]
    [InlineData("/importera/original/0192f0c0-0000-7000-8000-000000000000")]
    public async Task An_address_of_something_else_is_not_found(string address)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var answer = await browser.SendAsync(new(HttpMethod.Get, new Uri(site.Address + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_no_text_has_is_refused_in_a_form()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser((await world.Actor(await Target.Administrator(world)))!);
        var before = await Target.Happenings(world);
        var answer = await TestSite.Post(browser, "/administration", "/administration", ("_handler", "organisation"), ("org-namn", "Brukar\0rådet"), ("org-slag", "Association"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await Target.Happenings(world));
    }

    static async Task Ask(HttpClient browser, string address, List<string> faults)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await browser.GetAsync(address);
        }
        catch (TaskCanceledException)
        {
            faults.Add($"no answer: {address[..Math.Min(address.Length, 300)]}");
            return;
        }
        var html = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            faults.Add($"{(int)answer.StatusCode} {address[..Math.Min(address.Length, 300)]}");
        if (html.Contains("   at ", StringComparison.Ordinal) || html.Contains("Exception", StringComparison.Ordinal) || answer.Headers.Contains("X-Ond"))
            faults.Add($"tells of itself: {address[..Math.Min(address.Length, 300)]}");
    }
}
