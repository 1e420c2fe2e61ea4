using Microsoft.Playwright;
using Samverk.Tests.House;

namespace Samverk.Tests.Pages;

/// <summary>Takes the handbook's pictures of the World. With SAMVERK_PICTURES=true they replace those in docs/user/bilder.</summary>
public sealed class PicturesTests(WorldOnce once, Chromium chromium)
{
    static readonly (string Name, string Start, string? Follow)[] Pictures =
    [
        ("idag", "/", null),
        ("moten", "/moten", null),
        ("mote", "/moten?lage=recorded", "main table a[href^='/moten/'], main .rows a[href^='/moten/']"),
        ("beslut", "/beslut", null),
        ("uppdrag", "/uppdrag", null),
        ("overenskommelser", "/overenskommelser", null),
        ("organ", "/organ", null),
        ("personer", "/personer", null),
        ("importera", "/importera", null),
        ("granska", "/importera", "a:has-text('Att granska')"),
        ("historik", "/moten?lage=recorded", "main table a[href^='/moten/'], main .rows a[href^='/moten/']"),
        ("logg", "/administration/logg", null),
    ];

    [Fact]
    public async Task The_handbook_has_its_pictures_of_the_World()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var keep = Environment.GetEnvironmentVariable("SAMVERK_PICTURES") == "true";
        var folder = keep ? Path.Combine(Source.Root, "docs", "user", "bilder") : Directory.CreateTempSubdirectory("samverk-bilder").FullName;
        Directory.CreateDirectory(folder);
        foreach (var width in new[] { 1280, 375 })
        {
            await using var secretary = await chromium.As(await EveryPageTests.Secretary(world), site, width);
            await using var administrator = await chromium.As(await world.Actor("Linda Ekroth"), site, width);
            var (hers, administrators) = (await secretary.NewPageAsync(), await administrator.NewPageAsync());
            foreach (var (name, start, follow) in Pictures)
            {
                var page = name == "logg" ? administrators : hers;
                await page.GotoAsync(start);
                if (follow is not null)
                    await page.Locator(follow).First.ClickAsync();
                if (name == "granska")
                    await page.GetByRole(AriaRole.Link, new() { NameString = "Granska" }).First.ClickAsync();
                if (name == "historik")
                    await page.GetByRole(AriaRole.Link, new() { NameString = "Visa allt" }).First.ClickAsync();
                var file = Path.Combine(folder, $"{name}-{width}.png");
                await page.ScreenshotAsync(new() { Path = file, FullPage = name is not ("granska" or "logg" or "mote" or "personer" or "moten") });
                Assert.True(new FileInfo(file).Length > 10_000, $"{name} is empty at {width}");
            }
        }
        foreach (var text in Directory.EnumerateFiles(Path.Combine(Source.Root, "docs", "user"), "*.md"))
            foreach (var picture in Pictures.Select(p => p.Name).SelectMany(n => new[] { $"{n}-1280.png", $"{n}-375.png" }))
                if ((await File.ReadAllTextAsync(text)).Contains(picture, StringComparison.Ordinal))
                    Assert.True(File.Exists(Path.Combine(Source.Root, "docs", "user", "bilder", picture)), $"{Path.GetFileName(text)} shows {picture}, which is not there: run with SAMVERK_PICTURES=true");
    }
}
