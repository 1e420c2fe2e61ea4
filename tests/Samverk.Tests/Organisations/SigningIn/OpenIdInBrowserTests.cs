using Microsoft.Playwright;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

/// <summary>In and out at a real provider, in a real browser.</summary>
public sealed class OpenIdInBrowserTests(WorldOnce once, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_by_the_provider_and_out_at_both_ends(bool script)
    {
        await using var world = await once.Copy();
        await using var peer = await OpenIdPeer.Beside(world);
        await InvitationTests.Invite(world);
        await peer.Knows("yb01", "Yusuf Brorson", "yusuf.brorson@askvik.example", verified: true);
        await using var context = await chromium.As(null, peer.Site, script: script);
        // The provider's own pages ask for a typeface far away, which may never come.
        await context.RouteAsync("**/*googleapis*/**", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync("/konto");
        await page.GetByRole(AriaRole.Link, new() { Name = "Logga in med Askviks kommun" }).ClickAsync();
        await LogInThere(page);
        await page.WaitForURLAsync("**/konto");
        await Assertions.Expect(page.GetByText("Yusuf Brorson").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        // The provider asks whether it is meant there too, and sends back.
        await page.WaitForURLAsync($"{peer.Issuer}/session/end**");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Yes" }).ClickAsync();
        await page.WaitForURLAsync("**/logga-in**");
        await Assertions.Expect(page.GetByText("Du är inloggad som")).Not.ToBeVisibleAsync();

        // Signed out there too: the provider asks who it is.
        await page.GetByRole(AriaRole.Link, new() { Name = "Logga in med Askviks kommun" }).ClickAsync();
        await Assertions.Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
        await page.GetByText("Cancel").ClickAsync();
        await Assertions.Expect(page.GetByText("Du avbröt inloggningen hos Askviks kommun")).ToBeVisibleAsync();
    }

    static async Task LogInThere(IPage page)
    {
        await page.Locator("input[name=login]").FillAsync("yb01");
        await page.Locator("input[name=password]").FillAsync("x");
        await page.Locator("button[type=submit]").ClickAsync();
    }
}
