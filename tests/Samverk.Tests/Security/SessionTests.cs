using System.Net;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Ways in and out.</summary>
public sealed class SessionTests(WorldOnce once, Chromium chromium)
{
    [Theory]
    [InlineData("//ond.example")]
    [InlineData("///ond.example")]
    [InlineData("\\\\ond.example")]
    [InlineData("/\\ond.example")]
    [InlineData("https:ond.example")]
    [InlineData("https://ond.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/ond.example")]
    [InlineData("/\r\nLocation: https://ond.example")]
    [InlineData("%2F%2Fond.example")]
    [InlineData(" //ond.example")]
    public async Task Signing_in_never_leads_out(string to)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var person = (await world.Actor("Maria Sandelin")).Person;
        var answer = await TestSite.Post(browser, $"/logga-in?till={Uri.EscapeDataString(to)}", "/logga-in/person", ("person", $"{person}"), ("till", to));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("127.0.0.1", new Uri(new Uri(site.Address), answer.Headers.Location!).Host);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task After_signing_out_the_way_back_shows_nothing_of_what_was_read()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Maria Sandelin"), site);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/beslut");
        Assert.NotEqual(0, await page.Locator("table").CountAsync());
        await page.GotoAsync("/logga-in");
        await page.Locator("form[action='/logga-ut'] button").ClickAsync();
        await page.WaitForURLAsync("**/logga-in*");
        Assert.DoesNotContain(await context.CookiesAsync(), cookie => cookie.Name == "samverk");
        await page.GotoAsync("/kortkommandon");
        var steps = 0;
        await page.GoBackAsync();
        while (page.Url.StartsWith(site.Address, StringComparison.Ordinal))
        {
            Assert.Equal(0, await page.Locator("table.ds-table").CountAsync());
            Assert.DoesNotContain("Maria Sandelin", await page.Locator("header.bar").InnerTextAsync(), StringComparison.Ordinal);
            steps++;
            await page.GoBackAsync();
        }
        Assert.InRange(steps, 2, 6);
    }

    [Fact]
    public async Task Signing_out_clears_the_cookie_and_what_the_browser_keeps()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var left = await TestSite.Post(browser, "/logga-in", "/logga-ut");
        Assert.Equal("\"cache\"", left.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Contains(left.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("samverk=;", StringComparison.Ordinal) && cookie.Contains("1970", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/moten")).StatusCode);
    }

    [Theory]
    [InlineData("samverk=")]
    [InlineData("samverk=CfDJ8AAAA")]
    [InlineData("samverk=chunks-3; samverkC1=x")]
    [InlineData("samverk=chunks-99999999")]
    [InlineData("samverk=%00%0d%0aX")]
    public async Task A_made_up_session_is_nobodys(string cookie)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(site.Address) };
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        var answer = await browser.GetAsync("/moten");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/logga-in", new Uri(new Uri(site.Address), answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }
}
