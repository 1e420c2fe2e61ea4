using Microsoft.Playwright;
using Samverk.Tests.Disclosure;
using Samverk.Tests.House;

namespace Samverk.Tests.Pages;

/// <summary>Takes the handbook's pictures of the World. With SAMVERK_PICTURES=true they replace those in docs/user/bilder.</summary>
public sealed class PicturesTests(WorldOnce once, Chromium chromium)
{
    /// <param name="Start">Where its reader begins.</param>
    /// <param name="Follow">What is pressed from there on, in order.</param>
    sealed record Picture(string Name, string Start, params string[] Follow)
    {
        public string By { get; init; } = Secretary;
        /// <summary>The whole page; otherwise what is seen of it at first.</summary>
        public bool IsWhole { get; init; } = true;

        public string File(int width) => $"{Name}-{width}.png";
    }

    const string Secretary = "Maria Sandelin", Administrator = "Linda Ekroth", FirstMeeting = "main table a[href^='/moten/'], main .rows a[href^='/moten/']";

    static readonly Picture[] Pictures =
    [
        new("idag", "/"),
        new("moten", "/moten") { IsWhole = false },
        new("mote", "/moten?lage=recorded", FirstMeeting) { IsWhole = false },
        new("beslut", "/beslut"),
        new("uppdrag", "/uppdrag"),
        new("mina-uppdrag", "/uppdrag/mina"),
        new("overenskommelser", "/overenskommelser"),
        new("overenskommelse", "/overenskommelser", "main a:has-text('samverkan vid utskrivning')"),
        new("matris", "/overenskommelser/matris"),
        new("antagande", "/overenskommelser", "main a:has-text('brukarundersökning')", "main table a:has-text('Stenvalla kommun')") { By = "Ahmed Yusuf" },
        new("remiss", "/remisser", "main a:has-text('samsjuklighet')"),
        new("sammanstallning", "/remisser", "main a:has-text('egenvård')", "main a[href$='/sammanstallning']") { IsWhole = false },
        new("tvist", "/tvister", "main table a[href^='/tvister/']"),
        new("organ", "/organ"),
        new("utvardering", "/organ", "main a:has-text('Chefsgruppen')", "main a[href$='/utvardering']"),
        new("personer", "/personer") { IsWhole = false },
        new("importera", "/importera"),
        new("granska", "/importera", "a:has-text('Att granska')", "main a:has-text('Granska')") { IsWhole = false },
        new("historik", "/moten?lage=recorded", FirstMeeting, "main a:has-text('Visa allt')"),
        new("dagordning", "/", "main a[href^='/moten/']:has-text('Samverkansrådet')", "main a[href$='/dagordning']") { IsWhole = false },
        new("protokollsbord", "/", "main a[href^='/moten/']:has-text('Arbetsutskottet')", "main a[href$='/protokollsbord']") { IsWhole = false },
        new("expediering", "/expediering"),
        new("publicera", "/publicera") { IsWhole = false },
        new("publikt", "/publikt/bergslunda"),
        new("oppna-data", "/publikt/bergslunda/oppna-data") { IsWhole = false },
        new("sok", "/sok?q=utskrivning") { IsWhole = false },
        new("behorigheter", "/behorigheter") { IsWhole = false },
        new("jag", "/jag"),
        new("api", "/api") { IsWhole = false },
        new("webhookar", "/administration/webhookar") { By = Administrator },
        new("administration", "/administration") { By = Administrator },
        new("system", "/administration/system") { By = Administrator, IsWhole = false },
        new("logg", "/administration/logg") { By = Administrator, IsWhole = false },
        new("anonymisera", "/personer?q=Torsten", "main table a[href^='/personer/']", "main a:text-is('Ändra')", "main a:has-text('Se vad som skulle tas bort')") { By = Administrator },
        new("utlamnande", "/utlamnande", "main table a[href^='/utlamnande/']") { By = Administrator },
    ];

    [Fact]
    public async Task The_handbook_has_its_pictures_of_the_World()
    {
        await using var world = await once.Copy();
        await DisclosureTests.Take(world, await DisclosureTests.Receive(world, await world.Actor(Administrator), from: new(2026, 11, 1)), await world.Actor(Administrator));
        await using var site = await TestSite.Over(world);
        var keep = Environment.GetEnvironmentVariable("SAMVERK_PICTURES") == "true";
        var folder = keep ? Kept : Directory.CreateTempSubdirectory("samverk-bilder").FullName;
        Directory.CreateDirectory(folder);
        // Where none is kept, one width tells that every picture can still be taken.
        foreach (var width in keep ? new[] { 1280, 375 } : [1280])
            foreach (var by in Pictures.GroupBy(p => p.By))
            {
                await using var browser = await chromium.As(await world.Actor(by.Key), site, width);
                var page = await browser.NewPageAsync();
                foreach (var picture in by)
                {
                    await page.GotoAsync(picture.Start);
                    foreach (var press in picture.Follow)
                        await page.Locator(press).First.ClickAsync();
                    await page.WaitForLoadStateAsync();
                    var file = Path.Combine(folder, picture.File(width));
                    await page.ScreenshotAsync(new() { Path = file, FullPage = picture.IsWhole });
                    Assert.True(new FileInfo(file).Length > 10_000, $"{picture.Name} is empty at {width}");
                }
            }
    }

    [Fact]
    public async Task Every_chapter_shows_a_page_and_every_picture_is_there_and_shown()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Source.Root, "docs", "user"), "*.md"))
        {
            var text = await File.ReadAllTextAsync(file);
            var pictures = Pictures.SelectMany(p => new[] { p.File(1280), p.File(375) }).Where(f => text.Contains($"(bilder/{f})", StringComparison.Ordinal)).ToList();
            Assert.True(pictures.Count > 0 || Path.GetFileName(file) == "README.md", $"{Path.GetFileName(file)} shows no picture");
            shown.UnionWith(pictures);
        }
        Assert.Equal(Pictures.Select(p => p.Name).Where(n => !shown.Contains($"{n}-1280.png") && !shown.Contains($"{n}-375.png")), []);
        Assert.Equal(Pictures.SelectMany(p => new[] { p.File(1280), p.File(375) }).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Kept, "*.png").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    static string Kept => Path.Combine(Source.Root, "docs", "user", "bilder");
}
