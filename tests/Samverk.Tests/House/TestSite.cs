using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Samverk.Organisations;

namespace Samverk.Tests.House;

/// <summary>The whole web site over a test's database, on a port of its own.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    readonly WebApplication app;

    TestSite(WebApplication app) => this.app = app;

    /// <param name="settings">More of the configuration, as on the command line: <c>"--Proxy:Known", "10.0.0.5"</c>.</param>
    public static async Task<TestSite> Over(TestWorld world, params string[] settings)
    {
        var place = world.Place;
        var built = Server.Build(
            ["--urls", "http://127.0.0.1:0", "--SAMVERK_DEMO", "false", "--SAMVERK_DATA", place.Folder, "--ConnectionStrings:Samverk", place.Connection, .. settings], world.Clock);
        Assert.Null(await Server.Prepare(built.Services, built.Configuration, built.Environment));
        await built.StartAsync();
        return new(built);
    }

    internal IServiceProvider Services => app.Services;

    /// <summary>Every page, verb and file that answers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>A browser that nobody has signed in with; it keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = new Uri(app.Urls.Single()) };

    public string Address => app.Urls.Single();

    /// <summary>The session cookie of somebody who has just signed in as this person.</summary>
    internal string Session(Actor actor)
    {
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var now = TestWorld.Noon;
        var properties = new AuthenticationProperties { IssuedUtc = now.AddMinutes(-1), ExpiresUtc = now.AddHours(10) };
        return format.Protect(new(SignIn.Session(actor.Person, actor.Area), properties, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>A browser with a session of this person.</summary>
    internal HttpClient Browser(Actor actor)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie("samverk", Session(actor), "/", "127.0.0.1"));
        return Browser(cookies);
    }

    /// <summary>Posts a form as a browser does that has just read a page: with its hidden fields.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string page, string address, params (string Name, string Value)[] typed)
    {
        var html = await browser.GetStringAsync(page);
        var hidden = Hidden().Matches(html).Select(field => (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Where(field => field.Name is "__RequestVerificationToken").Take(1);
        return await browser.PostAsync(address, new FormUrlEncodedContent(hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
