using System.Net;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>What a web server in front may say, and who may not say it.</summary>
public sealed class ProxyTests(WorldOnce once)
{
    static readonly string[] Known = ["--Proxy:Known", "10.1.0.0/16, 127.0.0.1", "--AllowedHosts", "samverk.example;127.0.0.1"];

    static async Task<HttpResponseMessage> Ask(HttpClient browser, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await browser.SendAsync(request);
    }

    [Fact]
    public async Task Behind_a_known_proxy_everything_is_https_and_cookies_say_so()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, Known);
        using var browser = site.Browser();
        var secure = await Ask(browser, "/logga-in", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "samverk.example"));
        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        Assert.Equal("max-age=31536000", secure.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(secure.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));

        var plain = await Ask(browser, "/logga-in?till=%2Fmoten", ("X-Forwarded-Proto", "http"), ("X-Forwarded-Host", "samverk.example"));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://samverk.example/logga-in?till=%2Fmoten"), (plain.StatusCode, plain.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/halsa")).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_is_believed()
    {
        await using var world = await once.Copy();
        foreach (var settings in new[] { [], ["--Proxy:Known", "10.1.0.5", "--AllowedHosts", "127.0.0.1"], new[] { "--ForwardedHeaders_Enabled", "true" } })
        {
            await using var site = await TestSite.Over(world, settings);
            using var browser = site.Browser();
            var answer = await Ask(browser, "/logga-in", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "samverk.example"), ("X-Forwarded-For", "192.0.2.7"));
            var isBehind = settings is ["--Proxy:Known", ..];
            Assert.Equal(isBehind ? HttpStatusCode.PermanentRedirect : HttpStatusCode.OK, answer.StatusCode);
            if (isBehind)
                Assert.Equal("https://127.0.0.1/logga-in", answer.Headers.Location!.OriginalString);
            else
                Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_the_start_in_words()
    {
        await using var world = await once.Copy();
        await using var app = Server.Build(["--urls", "http://127.0.0.1:0", "--SAMVERK_DATA", world.Place.Folder, "--ConnectionStrings:Samverk", world.Place.Connection, "--Proxy:Known", "10.0.0.5,proxyn"]);
        Assert.Contains("proxyn", await Server.Prepare(app.Services, app.Configuration, app.Environment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ond.example", false)]
    [InlineData("127.0.0.1.ond.example", false)]
    [InlineData("localhost", true)]
    public async Task A_server_for_this_machine_alone_answers_to_no_name_from_outside(string host, bool answers)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Host = host;
        var answer = await browser.GetAsync("/logga-in");
        Assert.Equal(answers ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (!answers)
            Assert.Contains("AllowedHosts", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_name_is_answered_to_and_another_is_not()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--AllowedHosts", "samverk.example;*.region.example");
        using var browser = site.Browser();
        foreach (var (host, status) in new[] { ("samverk.example", HttpStatusCode.OK), ("a.region.example", HttpStatusCode.OK), ("127.0.0.1", HttpStatusCode.BadRequest), ("region.example.ond.example", HttpStatusCode.BadRequest) })
        {
            browser.DefaultRequestHeaders.Host = host;
            Assert.Equal(status, (await browser.GetAsync("/logga-in")).StatusCode);
        }
    }
}
