using System.Net;
using System.Text.RegularExpressions;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>What every answer tells the browser, page by page.</summary>
public sealed partial class HeadersTests(WorldOnce once)
{
    const string PagePolicy =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    [Theory]
    [InlineData("Maria Sandelin")]
    [InlineData(null)]
    public async Task Every_page_is_strict_and_kept_nowhere_and_has_nothing_inline(string? name)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = name is null ? site.Browser() : site.Browser(await world.Actor(name));
        var pages = await Visit.All(browser, 2, "/finns/inte", "/fel/403", "/fel/413", "/logga-in", "/kortkommandon", "/administration", "/moten/0192f0c0-0000-7000-8000-000000000000");
        Assert.True(pages.Count > (name is null ? 4 : 20), $"Only {pages.Count} pages.");
        Assert.All(pages, page =>
        {
            Assert.Equal(PagePolicy, Header(page.Answer, "Content-Security-Policy"));
            Assert.Equal("nosniff", Header(page.Answer, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(page.Answer, "X-Frame-Options"));
            Assert.Equal("same-origin", Header(page.Answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(page.Answer, "Cross-Origin-Opener-Policy"));
            Assert.Contains("camera=()", Header(page.Answer, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.Equal("no-store", Header(page.Answer, "Cache-Control"));
            Assert.Equal("", Header(page.Answer, "Server"));
            Assert.Equal("text/html; charset=utf-8", page.Answer.Content.Headers.ContentType!.ToString());
            Assert.False(Inline().IsMatch(page.Html), $"{page.Address}: {Inline().Match(page.Html).Value}");
        });
    }

    [Fact]
    public async Task Css_and_scripts_may_be_kept_but_not_guessed_to_be_something_else()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var answer = await browser.GetAsync("/app.css");
        Assert.NotEqual("no-store", Header(answer, "Cache-Control"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_form_may_lead_on_to_the_providers_that_are_configured_and_nowhere_else()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--SignIn:Providers:0:Issuer", "https://inloggning.example/adfs", "--SignIn:Providers:0:ClientId", "samverk", "--SignIn:Providers:0:ClientSecret", "hemlig", "--SignIn:Providers:0:Organisation", "9901");
        using var browser = site.Browser();
        Assert.EndsWith("form-action 'self' https://inloggning.example", Header(await browser.GetAsync("/logga-in"), "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/moten")]
    [InlineData("/finns/inte")]
    [InlineData("/app.css")]
    [InlineData("/kortkommandon")]
    public async Task Asking_for_the_head_alone_is_answered_as_the_page_without_its_body(string address)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        using var whole = await browser.GetAsync(address);
        using var head = await browser.SendAsync(new(HttpMethod.Head, address));
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(Header(whole, "Content-Security-Policy"), Header(head, "Content-Security-Policy"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task Other_verbs_do_nothing_whatever_a_header_says_that_they_are(string verb)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        foreach (var address in new[] { "/", "/importera", "/logga-ut" })
        {
            using var request = new HttpRequestMessage(new(verb), address);
            request.Headers.Add("X-HTTP-Method-Override", "POST");
            using var answer = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.DoesNotContain("X-HTTP-Method-Override", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        // A form can't be sent by a link.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/logga-ut")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/moten")).StatusCode);
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=\"|<base|<iframe|<object|<embed|importmap|href=\"javascript:|http-equiv")]
    private static partial Regex Inline();
}
