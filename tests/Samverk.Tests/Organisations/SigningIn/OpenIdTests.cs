using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

/// <summary>Signing in at a real provider, npm oidc-provider, which can be told to misbehave.</summary>
[Trait("database", "both")]
public sealed class OpenIdTests(WorldOnce once)
{
    static Task<int> Logins(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Login>().CountAsync());

    [Fact]
    public async Task The_invited_is_bound_at_the_first_sign_in_and_comes_back_without_the_invitation()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await peer.Knows("yb01", "Yusuf Brorson", "annan.adress@askvik.example", verified: false);
        var (key, person) = await InvitationTests.Invite(world);
        using var browser = peer.Site.Browser();
        Assert.Contains("Logga in med Askviks kommun", await browser.GetStringAsync($"/inbjudan?nyckel={key}"), StringComparison.Ordinal);
        var (at, _) = await peer.SignIn(browser, "yb01", $"/logga-in/hos/9901?nyckel={key}");
        Assert.Equal("/", at.AbsolutePath);
        Assert.Contains("Yusuf Brorson", await browser.GetStringAsync("/konto"), StringComparison.Ordinal);
        Assert.Contains("Yusuf Brorson tog emot inbjudan och loggar in med Askviks kommun", await InvitationTests.Told(world, person));

        using var again = peer.Site.Browser();
        var (_, page) = await peer.SignIn(again, "yb01", "/logga-in/hos/9901?till=/konto");
        Assert.Contains("Yusuf Brorson", page, StringComparison.Ordinal);
        Assert.Contains("Med Askviks kommun", page, StringComparison.Ordinal);

        // The link is used; somebody else who has it gets nowhere.
        await peer.Knows("tjuv", "Någon Annan", "tjuv@askvik.example", verified: true);
        using var thief = peer.Site.Browser();
        var (_, refused) = await peer.SignIn(thief, "tjuv", $"/logga-in/hos/9901?nyckel={key}");
        Assert.Contains("Inbjudan gäller inte längre", refused, StringComparison.Ordinal);
        Assert.False(await SessionTests.IsIn(thief));
        Assert.Equal(1, await Logins(world));
    }

    [Fact]
    public async Task A_verified_address_of_the_providers_own_organisation_is_recognised_and_no_other()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        var (_, person) = await InvitationTests.Invite(world);
        await InvitationTests.Invite(world, "Birgit Aho", "birgit.aho@bjorkfors.example", "Björkfors kommun");
        await peer.Knows("overifierad", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: false);
        await peer.Knows("annan", "Birgit Aho", "birgit.aho@bjorkfors.example", verified: true);
        await peer.Knows("yb01", "Yusuf Brorson", "Yusuf.Brorson@askvik.example", verified: true);
        await peer.Knows("yb02", "Yusuf Brorson den yngre", "yusuf.brorson@askvik.example", verified: true);
        foreach (var login in new[] { "overifierad", "annan" })
        {
            using var stranger = peer.Site.Browser();
            var (at, page) = await peer.SignIn(stranger, login);
            Assert.Equal("/logga-in", at.AbsolutePath);
            Assert.Contains("ingen i Samverk hör ihop med den inloggningen", page, StringComparison.Ordinal);
            Assert.Contains("administratör för ert samverkansområde", page, StringComparison.Ordinal);
            Assert.Contains("servicedesk i Askvik", page, StringComparison.Ordinal);
        }
        Assert.Equal(0, await Logins(world));
        using var browser = peer.Site.Browser();
        var (home, _) = await peer.SignIn(browser, "yb01");
        Assert.Equal("/", home.AbsolutePath);
        Assert.Contains("Yusuf Brorson kändes igen av Askviks kommun genom sin e-postadress", await InvitationTests.Told(world, person));

        // The address goes to somebody else some day: the identity that came first keeps the person.
        using var successor = peer.Site.Browser();
        var (_, refused) = await peer.SignIn(successor, "yb02");
        Assert.Contains("En annan inloggning hos Askviks kommun hör redan ihop", refused, StringComparison.Ordinal);
        Assert.Equal(1, await Logins(world));
    }

    [Fact]
    public async Task Nobody_unknown_leaves_anything_behind()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await peer.Knows("okand", "Okänd Person", "okand@askvik.example", verified: true);
        Task<(int, int, int)> Rows() => world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            return (await db.Set<Account>().CountAsync(), await db.Set<Person>().CountAsync(), await db.Set<Session>().CountAsync());
        });
        var before = await Rows();
        using var browser = peer.Site.Browser();
        var (_, page) = await peer.SignIn(browser, "okand");
        Assert.Contains("Du kom som okand@askvik.example.", page, StringComparison.Ordinal);
        Assert.Equal(before, await Rows());
        Assert.Equal(0, await Logins(world));
        Assert.False(await SessionTests.IsIn(browser));
    }

    [Theory]
    [InlineData("nonce", "hörde inte till den här inloggningen")]
    [InlineData("audience", "ställt till ett annat system")]
    [InlineData("expired", "gällde inte längre")]
    [InlineData("foreign-key", "undertecknat med en nyckel")]
    [InlineData("no-token", "inte rätt inställd")]
    public async Task A_token_that_proves_nothing_lets_nobody_in_and_says_why(string how, string words)
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        await peer.Misbehave(how);
        using var browser = peer.Site.Browser();
        var (at, page) = await peer.SignIn(browser, "yb01", "/logga-in/hos/9901?till=/moten");
        Assert.Equal("/logga-in", at.AbsolutePath);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("till=%2Fmoten", at.Query, StringComparison.Ordinal);
        Assert.False(await SessionTests.IsIn(browser));
        Assert.Equal(0, await Logins(world));

        await peer.Misbehave(null);
        var (home, _) = await peer.SignIn(browser, "yb01");
        Assert.Equal("/", home.AbsolutePath);
    }

    [Fact]
    public async Task A_provider_that_has_changed_its_keys_is_asked_for_the_new_ones()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        using var first = peer.Site.Browser();
        await peer.SignIn(first, "yb01");
        await peer.Rotate();
        using var second = peer.Site.Browser();
        var (at, _) = await peer.SignIn(second, "yb01");
        Assert.Equal("/", at.AbsolutePath);
        Assert.True(await SessionTests.IsIn(second));
    }

    [Fact]
    public async Task A_provider_that_is_down_says_so_and_works_again_when_it_is_up()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await peer.Stop();
        using var browser = peer.Site.Browser();
        var (at, page) = await peer.SignIn(browser, "yb01");
        Assert.Equal("/logga-in", at.AbsolutePath);
        Assert.Contains("Askviks kommun svarar inte just nu", page, StringComparison.Ordinal);
        await peer.Start();
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        Assert.Equal("/", (await peer.SignIn(browser, "yb01")).At.AbsolutePath);
    }

    [Fact]
    public async Task Answers_that_were_not_asked_for_lead_nowhere()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        using var browser = peer.Site.Browser();
        async Task<string> Said(string address)
        {
            var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return WebUtility.HtmlDecode(await browser.GetStringAsync(answer.Headers.Location));
        }
        Assert.Contains("Logga in från början", await Said("/logga-in/svar/9901?code=x&state=y"), StringComparison.Ordinal);
        Assert.Contains("Logga in från början", await Said("/logga-in/svar/9901"), StringComparison.Ordinal);
        Assert.Contains("inte rätt inställd", await Said("/logga-in/svar/9901?code=x&state=y&iss=https%3A%2F%2Fnagon.annan.example"), StringComparison.Ordinal);
        var asked = await browser.GetAsync("/logga-in/hos/9901");
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Headers.Location!.Query)["state"].ToString();
        Assert.Contains("Du avbröt inloggningen hos Askviks kommun", await Said($"/logga-in/svar/9901?error=access_denied&state={Uri.EscapeDataString(state)}"), StringComparison.Ordinal);
        // Another browser that has got hold of the answer.
        asked = await browser.GetAsync("/logga-in/hos/9901");
        state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Headers.Location!.Query)["state"].ToString();
        using var other = peer.Site.Browser();
        var taken = await other.GetAsync($"/logga-in/svar/9901?code=x&state={Uri.EscapeDataString(state)}");
        Assert.Contains("fel=Lost", taken.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/logga-in/hos/0000")).StatusCode);
    }

    [Fact]
    public async Task The_provider_ends_our_session_when_somebody_signs_out_there()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        using var browser = peer.Site.Browser();
        await peer.SignIn(browser, "yb01");
        Assert.True(await SessionTests.IsIn(browser));
        // The provider's own way out, in the same browser, which tells us by the back channel.
        var page = await browser.GetStringAsync($"{peer.Issuer}/session/end");
        var xsrf = System.Text.RegularExpressions.Regex.Match(page, "name=\"xsrf\" value=\"([^\"]+)\"").Groups[1].Value;
        using var confirmed = await browser.PostAsync($"{peer.Issuer}/session/end/confirm", new FormUrlEncodedContent([new("xsrf", xsrf), new("logout", "yes")]));
        Assert.True(confirmed.StatusCode < HttpStatusCode.BadRequest, page);
        await Until.So(async () => !await SessionTests.IsIn(browser), () => peer.Complaints);
        Assert.Equal(1, await world.In(s => s.GetRequiredService<SamverkDb>().Set<ObeyedLogout>().CountAsync()));
        foreach (var forged in new[] { "", "x.y.z", "eyJhbGciOiJub25lIn0.e30." })
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/logga-ut/fran/9901", new FormUrlEncodedContent([new("logout_token", forged)]))).StatusCode);
    }

    [Fact]
    public async Task A_logout_token_is_obeyed_once_and_only_when_it_proves_what_it_says()
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        using var browser = peer.Site.Browser();
        await peer.SignIn(browser, "yb01");
        async Task<HttpStatusCode> Told(string token) => (await browser.PostAsync("/logga-ut/fran/9901", new FormUrlEncodedContent([new("logout_token", token)]))).StatusCode;
        foreach (object wrong in new object[]
        {
            new { sub = "yb01" }, new { jti = "1" }, new { sub = "yb01", jti = "2", nonce = "n" }, new { sub = "yb01", jti = "3", aud = "annat" },
            new { sub = "yb01", jti = "4", iss = "http://127.0.0.1:1" }, new { sub = "yb01", jti = "5", events = new { } },
        })
            Assert.Equal(HttpStatusCode.BadRequest, await Told(await peer.LogoutToken(wrong)));
        Assert.Equal(HttpStatusCode.OK, await Told(await peer.LogoutToken(new { sub = "nagon-annan", jti = "6" })));
        Assert.Equal(HttpStatusCode.OK, await Told(await peer.LogoutToken(new { sid = "en-annan", jti = "7" })));
        Assert.True(await SessionTests.IsIn(browser));

        var token = await peer.LogoutToken(new { sub = "yb01", jti = "8" });
        Assert.Equal(HttpStatusCode.OK, await Told(token));
        Assert.False(await SessionTests.IsIn(browser));
        await peer.SignIn(browser, "yb01");
        Assert.Equal(HttpStatusCode.BadRequest, await Told(token));
        Assert.True(await SessionTests.IsIn(browser));
    }

    [Theory]
    [InlineData("http://idp.askvik.example", "https://")]
    [InlineData("askvik", "Issuer")]
    public async Task A_provider_that_is_configured_wrong_stops_the_server_in_words(string issuer, string words)
    {
        await using var world = await once.Copy();
        await using var built = Server.Build(["--urls", "http://127.0.0.1:0", "--SAMVERK_DATA", world.Place.Folder, "--ConnectionStrings:Samverk", world.Place.Connection, .. OpenIdPeer.Settings(issuer)], world.Clock);
        Assert.Contains(words, await Server.Prepare(built.Services, built.Configuration, built.Environment), StringComparison.Ordinal);
    }
}
