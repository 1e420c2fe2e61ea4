using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Samverk.Tests.House;

/// <summary>A real OpenID provider (npm oidc-provider) for Askviks kommun, beside a site that knows it.</summary>
sealed partial class OpenIdPeer : IAsyncDisposable
{
    readonly HttpClient control;
    Peer? peer;
    string[] arguments = [];

    OpenIdPeer(string issuer) => (Issuer, control) = (issuer, new() { BaseAddress = new Uri(issuer) });

    public string Issuer { get; }

    public TestSite Site { get; private set; } = null!;

    /// <summary>The configuration as an operator writes it.</summary>
    public static string[] Settings(string issuer) =>
    [
        "--SignIn:Providers:0:Issuer", issuer, "--SignIn:Providers:0:ClientId", "samverk", "--SignIn:Providers:0:ClientSecret", "en-hemlighet-for-prov",
        "--SignIn:Providers:0:Organisation", "9901", "--SignIn:Providers:0:Name", "Askviks kommun", "--SignIn:Contact", "servicedesk i Askvik",
    ];

    /// <summary>Both started; tokens carry the real time, so the World's clock is set to it.</summary>
    public static async Task<OpenIdPeer> Beside(TestWorld world, params string[] more)
    {
        world.Clock.At = DateTimeOffset.UtcNow;
        var port = Peer.FreePort();
        var made = new OpenIdPeer($"http://127.0.0.1:{port}");
        made.Site = await TestSite.Over(world, [.. Settings(made.Issuer), .. more]);
        made.arguments = [$"{port}", made.Site.Address, "/logga-in/svar/9901", "/logga-ut/fran/9901"];
        await made.Start();
        return made;
    }

    public async Task Start() => peer = await Peer.Start("oidc.mjs", arguments);

    public string Complaints => peer?.Complaints ?? "";

    public async Task Stop()
    {
        await peer!.DisposeAsync();
        peer = null;
    }

    public Task Misbehave(string? how) => Act("misbehave", new { how });

    public Task Rotate() => Act("rotate", new { });

    public Task Knows(string login, string name, string mail, bool verified) =>
        Act("users", new Dictionary<string, object> { [login] = new { name, email = mail, email_verified = verified } });

    /// <summary>A logout token with these claims beside those it must have, signed by the provider.</summary>
    public async Task<string> LogoutToken(object claims) =>
        (await (await control.PostAsJsonAsync("/test/logout", claims)).Content.ReadFromJsonAsync<Dictionary<string, string>>())!["token"];

    /// <summary>Walks from a page of ours by way of the provider's login page and back, as a browser does; answers with the last page.</summary>
    public async Task<(Uri At, string Html)> SignIn(HttpClient browser, string login, string from = "/logga-in/hos/9901")
    {
        var answer = await Follow(browser, await browser.GetAsync(from));
        if (LoginForm().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } form)
            answer = await Follow(browser, await browser.PostAsync(new Uri(answer.RequestMessage!.RequestUri!, form.Groups[1].Value),
                new FormUrlEncodedContent([new("prompt", "login"), new("login", login), new("password", "x")])));
        return (answer.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    static async Task<HttpResponseMessage> Follow(HttpClient browser, HttpResponseMessage answer)
    {
        for (var steps = 0; answer.Headers.Location is { } to && steps < 15; steps++)
            answer = await browser.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, to));
        return answer;
    }

    async Task Act(string act, object told) => (await control.PostAsJsonAsync($"/test/{act}", told)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        if (peer is not null)
            await peer.DisposeAsync();
        await Site.DisposeAsync();
        control.Dispose();
    }

    [GeneratedRegex("""<form[^>]*action="([^"]*/interaction/[^"]*)"[^>]*method="post""")]
    private static partial Regex LoginForm();
}
