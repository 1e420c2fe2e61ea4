using System.Diagnostics;
using System.Globalization;
using System.Text;
using Samverk.Import;
using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Tests.Import.Files;

/// <summary>
/// Damaged documents of every kind go through extraction and the reader. SAMVERK_FUZZ_SECONDS makes the run longer
/// (15 by default, shared by the kinds), SAMVERK_FUZZ_SEED repeats one.
/// </summary>
[Collection(nameof(FuzzingTests))]
[CollectionDefinition(nameof(FuzzingTests), DisableParallelization = true)]
public sealed class FuzzingTests(ITestOutputHelper log)
{
    const long MostMemory = 300L << 20;
    static readonly TimeSpan LongestDocument = TimeSpan.FromSeconds(10);
    static readonly double Seconds = double.Parse(Environment.GetEnvironmentVariable("SAMVERK_FUZZ_SECONDS") ?? "15", CultureInfo.InvariantCulture);
    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("SAMVERK_FUZZ_SEED"), out var seed) ? seed : Environment.TickCount;

    const string Minutes = """
        Protokoll Chefsgruppen för samverkan
        Tid: den 5 mars 2024 kl. 13.00-16.00
        Plats: Rådhuset, Askvik
        Närvarande: Aino Mäkelä, Askvik, ordförande; Yusuf Demir, Björkfors; Lejla Hodžić, Region Bergslunda, sekreterare
        ~~Per-Olof Wik~~ (ej fm)
        § 1 Mötets öppnande
        Ordföranden hälsar välkommen.
        § 2 Överenskommelse om utskrivning
        Föredragande: Yusuf Demir
        Chefsgruppen beslutar att godkänna överenskommelsen. Lejla Hodžić får i uppdrag att återkomma senast 30 september 2024.
        Fråga: När börjar den gälla?
        Svar: Vid årsskiftet.
        § 3 Nästa möte
        Nästa möte är fredag den 14 juni kl. 9.45 i Dalsjö.
        Justerat 2024-03-19, Yusuf Demir
        """;

    static readonly byte[] Docx = new DocxFile()
        .Definition(0, "decimal|%1.", "lowerLetter|%2)").List(1, 0)
        .Style("Rubrik1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
        .P("Protokoll Chefsgruppen").P("Mötets öppnande", "<w:pStyle w:val=\"Rubrik1\"/>").Item(1, 1, "Val av justerare")
        .Table(["Aino Mäkelä", "Askvik"], ["Yusuf Demir", "Björkfors"])
        .Body($"<w:p>{DocxFile.Run("Per-Olof Wik", "<w:strike/>")}<w:ins>{DocxFile.Run(" godkänner")}</w:ins><w:del><w:r><w:delText>avslår</w:delText></w:r></w:del></w:p>")
        .P("Beslut: att godkänna förslaget. Nästa möte 14 juni 2024.").Bytes();

    static readonly byte[] Html = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><h1>Protokoll</h1><table><tr><th>Namn<th>Kommun<tr><td><s>Aino Mäkelä</s><td>Askvik</table><ol><li>Öppnande<li>Val</ol><p>Beslut: att godk&auml;nna<br>förslaget</p></body></html>");

    static readonly byte[] Rtf = Encoding.Latin1.GetBytes(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Protokoll {\strike Aino M\'e4kel\'e4}\par\trowd\cellx2000\cellx4000\intbl Yusuf\cell Askvik\cell\row Beslut: godk\'e4nns\par}");

    [Fact]
    public Task Damaged_text_is_read_or_refused() => Fuzz("a.txt", 0.15, m => m.Bytes(Encoding.UTF8.GetBytes(Minutes)));

    [Fact]
    public Task Damaged_Windows_text_is_read_or_refused() => Fuzz("a.txt", 0.05, m => m.Bytes(Encoding.Latin1.GetBytes(Minutes)));

    [Fact]
    public Task Damaged_markdown_is_read_or_refused() => Fuzz("a.md", 0.1, m => m.Bytes(Encoding.UTF8.GetBytes("# " + Minutes + "\n\n| Namn | Kommun |\n|---|---|\n| *Aino* | Askvik |\n")));

    [Fact]
    public Task Damaged_html_is_read_or_refused() => Fuzz("a.html", 0.2, m => m.Bytes(Html));

    [Fact]
    public Task Damaged_docx_is_read_or_refused() => Fuzz("a.docx", 0.1, m => m.Bytes(Docx));

    [Fact]
    public Task Docx_with_damaged_parts_is_read_or_refused() => Fuzz("a.docx", 0.2, m => m.Part(Docx));

    [Fact]
    public Task Damaged_pdf_is_read_or_refused()
    {
        Tools.Need("pdftotext");
        return Fuzz("a.pdf", 0.15, m => m.Bytes(new PdfFile().Page(Minutes.Split('\n')).Page("§ 4 Övrigt").Bytes()));
    }

    [Fact]
    public Task Damaged_rtf_is_read_or_refused()
    {
        Tools.Need("soffice");
        return Fuzz("a.rtf", 0.025, m => m.Bytes(Rtf));
    }

    [Fact]
    public async Task Damaged_odt_is_read_or_refused()
    {
        Tools.Need("soffice");
        var odt = await Tools.Convert(Docx, "docx", "odt");
        await Fuzz("a.odt", 0.025, m => m.Part(odt));
    }

    async Task Fuzz(string name, double share, Func<Mutation, byte[]> damage)
    {
        var extraction = new TextExtraction(new ExtractionLimits { PdfTime = LongestDocument / 2, OfficeTime = LongestDocument * 3 });
        var limit = name is "a.rtf" or "a.odt" ? LongestDocument * 4 : LongestDocument;
        log.WriteLine($"seed {Seed}");
        var (runs, read, most) = (0, 0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var clock = Stopwatch.StartNew(); runs == 0 || clock.Elapsed.TotalSeconds < Seconds * share; runs++)
        {
            var content = damage(new Mutation(new Random(HashCode(runs))));
            var where = $"seed {Seed}, run {runs} of {name}";
            try
            {
                read += await Read(extraction, name, content).WaitAsync(limit) ? 1 : 0;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{where}: {e}");
            }
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            Assert.True(most < MostMemory || GC.GetTotalMemory(forceFullCollection: true) - before < MostMemory, $"{where}: {most >> 20} MB in use");
        }
        log.WriteLine($"{runs} documents, {read} read, at most {most >> 20} MB");
        Assert.True(runs < 20 || read > 0, "nothing was read: the damage is too great to test anything");
    }

    /// <summary>Runs beside the test, so that a hang is seen as one.</summary>
    static Task<bool> Read(TextExtraction extraction, string name, byte[] content) => Task.Run(async () =>
    {
        var extracted = await extraction.Extract(name, content, CancellationToken.None);
        Assert.NotEqual("surprise", extracted.Problem?.Code);
        if (extracted.Text is not { } text)
            return false;
        Assert.All(text.Pages, page => Assert.DoesNotContain('\f', page.Text));
        Assert.True(text.Text.EnumerateRunes().All(r => r.Value != 0), "a NUL in the text");
        Assert.Equal(text.Text, text.Text.Normalize());
        Assert.NotNull(DraftJson.Write(MinutesReader.Read(text), text, spans: true));
        Assert.Empty(PersonalData.Find(PersonalData.Mask(text.Text)));
        return true;
    });

    static int HashCode(int run) => unchecked((Seed * 397) ^ (run * 7919));
}
