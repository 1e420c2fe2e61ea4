using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.SigningIn;

namespace Samverk.Tests.House;

/// <summary>The whole web site over a test's database, on a port of its own.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    readonly WebApplication app;

    TestSite(WebApplication app) => this.app = app;

    /// <param name="settings">More of the configuration, as arguments.</param>
    public static async Task<TestSite> Over(TestWorld world, params IEnumerable<string> settings)
    {
        var place = world.Place;
        var built = Server.Build(
            ["--urls", "http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange", "false", "--SAMVERK_DEMO", "false", "--SAMVERK_DATA", place.Folder, "--ConnectionStrings:Samverk", place.Connection, "--ConnectionStrings:SamverkOwner", place.Owner ?? "", .. settings], world.Clock);
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
    internal string Session(Actor actor) => Open(actor).GetAwaiter().GetResult();

    async Task<string> Open(Actor actor)
    {
        var (key, refusal) = await app.Services.GetRequiredService<OneArea>().Do(actor.Area,
            services => services.GetRequiredService<Sessions>().Open(actor.Person, SignInWay.Link, null, "Provbläddrare", default));
        Assert.Null(refusal);
        return key.Text;
    }

    /// <summary>A browser with a session of this person.</summary>
    internal HttpClient Browser(Actor actor)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie("samverk", Session(actor), "/", "127.0.0.1"));
        return Browser(cookies);
    }

    /// <summary>A program with a token of this person's, and nothing else.</summary>
    internal async Task<HttpClient> Program(Actor actor, TokenScope scope = TokenScope.ReadAndImport) => Carry(Browser(), await Token(actor, scope));

    /// <summary>A browser with a session of this person, that carries their token too: what programs are answered can be walked like pages.</summary>
    internal async Task<HttpClient> BrowserWithToken(Actor actor) => Carry(Browser(actor), await Token(actor));

    /// <summary>The secret of a token that this person has just made.</summary>
    internal async Task<string> Token(Actor actor, TokenScope scope = TokenScope.ReadAndImport)
    {
        var (secret, refusal) = await app.Services.GetRequiredService<OneArea>().Do(actor.Area, services => services.GetRequiredService<TokenKeeper>().GiveOwn(new("Prov", scope, 30), actor, default));
        Assert.Null(refusal);
        return secret!.Text;
    }

    static HttpClient Carry(HttpClient browser, string token)
    {
        browser.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return browser;
    }

    /// <summary>Posts a form as a browser does that has just read a page: with its hidden fields.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string page, string address, params (string Name, string Value)[] typed) =>
        await PostWith(browser, await Token(browser, page), address, typed);

    /// <summary>Posts a form with the token of a page that was read before.</summary>
    public static Task<HttpResponseMessage> PostWith(HttpClient browser, (string Name, string Value) token, string address, params (string Name, string Value)[] typed) =>
        browser.PostAsync(address, new FormUrlEncodedContent(typed.Prepend(token).Where(f => f.Name.Length > 0).Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>What a page's forms are protected with; empty when it has none.</summary>
    public static async Task<(string Name, string Value)> Token(HttpClient browser, string page) =>
        Hidden().Matches(await browser.GetStringAsync(page)).Select(field => (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value)))
            .FirstOrDefault(field => field.Name is "__RequestVerificationToken", (Name: "", Value: ""));

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
