using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

/// <summary>Passkeys in Chromium with a virtual authenticator, on localhost as WebAuthn wants.</summary>
[Trait("database", "both")]
public sealed class PasskeyTests(WorldOnce once, Chromium chromium)
{
    static string Localhost(TestSite site, string address) => site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + address;

    // The World is a demo, whose sign-in page offers its people; with a provider it also offers the other ways.
    static Task<TestSite> Site(TestWorld world)
    {
        world.Clock.At = DateTimeOffset.UtcNow;
        return TestSite.Over(world, OpenIdPeer.Settings("https://idp.askvik.example"));
    }

    static async Task<IPage> WithAuthenticator(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return page;
    }

    [Fact]
    public async Task The_invited_makes_a_key_signs_out_and_comes_back_with_it()
    {
        await using var world = await once.Copy();
        await using var site = await Site(world);
        var (key, person) = await InvitationTests.Invite(world);
        await using var context = await chromium.As(null, site);
        var page = await WithAuthenticator(context);
        await page.GotoAsync(Localhost(site, $"/inbjudan?nyckel={key}"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa nyckel" }).ClickAsync();
        await page.WaitForURLAsync(Localhost(site, "/"));
        Assert.Contains("Yusuf Brorson tog emot inbjudan och loggar in med en inloggningsnyckel", await InvitationTests.Told(world, person));

        await page.GotoAsync(Localhost(site, "/konto"));
        await Assertions.Expect(page.GetByText("Inloggningsnyckel, Chrome, Linux")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await page.GotoAsync(Localhost(site, "/logga-in?till=/konto"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" }).ClickAsync();
        await page.WaitForURLAsync(Localhost(site, "/konto"));
        await Assertions.Expect(page.GetByText("Med inloggningsnyckel, i Bergslunda")).ToBeVisibleAsync();
        var used = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Passkey>().SingleAsync());
        Assert.NotNull(used.UsedAt);

        // The invitation is used up: the same link makes no second key.
        await page.GotoAsync(Localhost(site, $"/inbjudan?nyckel={key}"));
        await Assertions.Expect(page.GetByText("Inbjudan är redan använd")).ToBeVisibleAsync();

        // Without the key there is no way in with it.
        await page.GotoAsync(Localhost(site, "/konto"));
        await page.GetByRole(AriaRole.Button, new() { NameString = "Ta bort inloggningsnyckeln" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Inloggningsnyckeln är borttagen.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await page.GotoAsync(Localhost(site, "/logga-in"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nyckeln kändes inte igen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_signed_in_person_adds_a_key_of_their_own()
    {
        await using var world = await once.Copy();
        await using var site = await Site(world);
        var maria = await world.Actor("Maria Sandelin");
        await using var context = await chromium.As(null, site);
        await context.AddCookiesAsync([new() { Name = "samverk", Value = site.Session(maria), Url = Localhost(site, "") }]);
        var page = await WithAuthenticator(context);
        await page.GotoAsync(Localhost(site, "/konto"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa en inloggningsnyckel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Inloggningsnyckeln är skapad.")).ToBeVisibleAsync();
        Assert.Contains("Maria Sandelin skapade en inloggningsnyckel", await InvitationTests.Told(world, maria.Person));
        // An authenticator that has a key already makes no second for the same account.
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa en inloggningsnyckel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Det blev ingen nyckel.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_page_says_what_is_needed_and_shows_no_button()
    {
        await using var world = await once.Copy();
        await using var site = await Site(world);
        await using var context = await chromium.As(null, site, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/logga-in");
        await Assertions.Expect(page.GetByText("Det behövs JavaScript och en ganska ny webbläsare.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" })).Not.ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("inte json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task An_answer_made_by_hand_is_refused_in_words(string answer)
    {
        await using var world = await once.Copy();
        await using var site = await Site(world);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await TestSite.Post(browser, "/logga-in", "/logga-in/nyckel/fraga")).StatusCode);
        var refused = await TestSite.Post(browser, "/logga-in", "/logga-in/nyckel", ("svar", answer));
        Assert.Contains("nyckelfel=passkey-wrong", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        // The question is answered once.
        var again = await TestSite.Post(browser, "/logga-in", "/logga-in/nyckel", ("svar", answer));
        Assert.Contains("nyckelfel=passkey-late", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Försök igen", WebUtility.HtmlDecode(await browser.GetStringAsync(again.Headers.Location)), StringComparison.Ordinal);
        Assert.False(await SessionTests.IsIn(browser));
    }
}
