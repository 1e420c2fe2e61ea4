using Microsoft.Playwright;
using Samverk.Import.Files;
using Samverk.Organisations;
using Samverk.Tests.Import.Files;

[assembly: AssemblyFixture(typeof(Samverk.Tests.House.Chromium))]

namespace Samverk.Tests.House;

/// <summary>One real browser for the whole run; every test gets a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    // The build without windows starts half as many processes for a page.
    static readonly string? Program = Tool.Find("chromium-headless-shell", null) ?? Tool.Find("chromium", null);
    readonly SemaphoreSlim once = new(1, 1);
    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>A context signed in as a person, at a width in CSS pixels.</summary>
    internal async Task<IBrowserContext> As(Actor? actor, TestSite site, int width = 1280, bool script = true)
    {
        if (Program is null)
            Tools.Need("chromium");
        await once.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
        }
        finally
        {
            once.Release();
        }
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
        });
        if (actor is not null)
            await context.AddCookiesAsync([new() { Name = "samverk", Value = site.Session(actor), Url = site.Address }]);
        return context;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        once.Dispose();
    }
}
