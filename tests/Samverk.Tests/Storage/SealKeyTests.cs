using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Samverk.Import.Files;
using Samverk.Pdf;
using Samverk.Pdf.Content;
using Samverk.Storage;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Storage;

public sealed class SealKeyTests : IDisposable
{
    static readonly DateTimeOffset Day = new(2026, 9, 11, 12, 0, 0, TimeSpan.Zero);
    readonly TemporaryFolder folder = new();

    DataPlace Place => new(folder.Path, "Data Source=:memory:");

    public void Dispose() => folder.Dispose();

    [Fact, SupportedOSPlatform("linux")]
    public void A_certificate_is_made_once_and_kept_for_its_owner_alone()
    {
        Assert.Null(SealKey.Known(Place, Settings()));
        using var made = SealKey.Open(Place, Settings(("Seal:Organisation", "Region Bergslunda")), Day);
        using var again = SealKey.Open(Place, Settings(), Day.AddYears(1));
        Assert.Equal(made.Fingerprint, again.Fingerprint);
        Assert.Contains("O=Region Bergslunda", made.Certificate.Subject, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[SealKey.FileName]));
    }

    [Fact]
    public async Task Two_processes_that_make_one_at_once_get_the_same()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SealKey.Open(Place, Settings(), Day))));
        Assert.Single(keys.Select(k => k.Fingerprint).Distinct());
        Assert.Equal([SealKey.FileName], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Array.ForEach(keys, k => k.Dispose());
    }

    [Fact]
    public void What_is_configured_is_used_as_text_as_file_and_with_a_password()
    {
        using var own = SealCertificate.Make("Samverk", "Region Bergslunda", Day);
        File.WriteAllText(folder["own.pem"], SealCertificate.Pem(own));
        File.WriteAllBytes(folder["own.pfx"], own.Export(X509ContentType.Pfx, "hemligt"));
        foreach (var configuration in new[]
        {
            Settings(("Seal:Certificate", SealCertificate.Pem(own))),
            Settings(("Seal:Certificate", folder["own.pem"])),
            Settings(("Seal:Certificate", folder["own.pfx"]), ("Seal:Password", "hemligt")),
        })
        {
            using var key = SealKey.Open(Place, configuration, Day);
            Assert.Equal(own.Thumbprint, key.Certificate.Thumbprint);
            Assert.True(key.Certificate.HasPrivateKey);
            Assert.Empty(key.Issuers);
        }
        Assert.False(File.Exists(folder[SealKey.FileName]));
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_with_it()
    {
        Assert.Contains("Det finns inget certifikat", (await Look(Day)).Single(), StringComparison.Ordinal);
        SealKey.Open(Place, Settings(), Day).Dispose();
        Assert.Empty(await Look(Day.AddYears(1)));
        Assert.Contains("till 2036-06-13.", (await Look(Day.AddYears(10).AddDays(-120))).Single(), StringComparison.Ordinal);
        Assert.Contains("inte längre", (await Look(Day.AddYears(10).AddDays(1))).Single(), StringComparison.Ordinal);
        Assert.Contains("inte än", (await Look(Day.AddDays(-91))).Single(), StringComparison.Ordinal);
        Assert.Contains("ingen webbadress", (await Look(Day, ("Seal:TimeStamp", "tidsstämpel"))).Single(), StringComparison.Ordinal);
        Assert.Contains("går inte att läsa", (await Look(Day, ("Seal:Certificate", folder["finns-inte.pem"]))).Single(), StringComparison.Ordinal);
        Assert.Contains("går inte att läsa", (await Look(Day, ("Seal:Certificate", "-----BEGIN CERTIFICATE-----"))).Single(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder[SealKey.FileName], UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("Andra konton", (await Look(Day)).Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Documents_are_sealed_with_it()
    {
        using var key = SealKey.Open(Place, Settings(), Day);
        using var sealing = new Sealing(() => key, Settings());
        var written = PdfWriter.Write(new(new("Protokoll", "Samverkansrådet", Day), [new Paragraph("Mötet öppnas.")]), Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface")));
        var read = PdfSeals.Read(await sealing.Seal(written.Bytes, [new("Hanna Wikberg", "Justerat", Day.AddDays(3))], default));
        Assert.True(read.IsWhole);
        Assert.Equal(key.Certificate.RawData, read.Seals[0].Certificate);
    }

    [Fact]
    public async Task A_time_stamp_service_that_is_set_and_does_not_answer_stops_the_seal()
    {
        using var key = SealKey.Open(Place, Settings(), Day);
        using var sealing = new Sealing(() => key, Settings(("Seal:TimeStamp", "http://127.0.0.1:9/")));
        var written = PdfWriter.Write(new(new("Protokoll", "Samverkansrådet", Day), []), Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface")));
        await Assert.ThrowsAsync<TimeStampException>(() => sealing.Seal(written.Bytes, [new("Hanna Wikberg", "Justerat", Day)], default));
    }

    async Task<List<string>> Look(DateTimeOffset now, params (string Name, string Value)[] settings) =>
        await SealCheck.Look(Place, Settings(settings), now).Select(f => f.What).ToListAsync();

    static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
}
