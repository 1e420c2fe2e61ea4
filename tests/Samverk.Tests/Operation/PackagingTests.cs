using System.Diagnostics;
using System.Text.RegularExpressions;
using Samverk.Import.Files;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Operation;

/// <summary>What an installation is made of: the published program and the units that keep it running.</summary>
public sealed class PackagingTests
{
    static string Root { get; } = Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "Samverk.slnx")));

    [Theory]
    [InlineData("samverk.service")]
    [InlineData("samverk-backup.service")]
    [InlineData("samverk-backup.timer")]
    public async Task Systemd_finds_no_fault_with_the_units(string unit)
    {
        Tools.Need("systemd-analyze");
        using var folder = new TemporaryFolder();
        // Where the program is not installed, that is the only fault.
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "packaging"), "samverk*.*"))
            await File.WriteAllTextAsync(folder[Path.GetFileName(file)], (await File.ReadAllTextAsync(file)).Replace("/opt/samverk/Samverk", "/bin/sh", StringComparison.Ordinal));
        var (code, said) = await Run("systemd-analyze", folder.Path, "verify", "--man=no", folder[unit]);
        Assert.True(code == 0 && said.Length == 0, said);
    }

    [Fact]
    public async Task Systemd_holds_the_service_for_well_shut_in()
    {
        Tools.Need("systemd-analyze");
        // Of 100; 96 is a service with no protection at all.
        var (code, said) = await Run("systemd-analyze", Root, "security", "--offline=yes", "--no-pager", "--threshold=25", Path.Combine(Root, "packaging", "samverk.service"));
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_published_program_reads_serves_and_verifies_from_its_own_folder()
    {
        using var folder = new TemporaryFolder();
        var (published, said) = await Run("dotnet", Root, "publish", Path.Combine(Root, "src", "Samverk"), "-c", Configuration, "--no-build", "-v", "q", "-o", folder["program"]);
        Assert.True(published == 0, said);
        var program = folder[Path.Combine("program", "Samverk")];
        var place = new DataPlace(folder["data"], $"Data Source={folder[Path.Combine("data", "samverk.db")]}");
        var minutes = folder["protokoll.txt"];
        await File.WriteAllTextAsync(minutes, "Minnesanteckningar\nArbetsgrupp hemgång\n\nDatum: 2022-03-07\n\n1. Öppnande\nGruppen beslutar att prova.\n");

        var read = await SamverkProcess.RunProgram(program, place, ["read", minutes]);
        Assert.True(read.Code == 0 && read.Said.Contains("2022-03-07", StringComparison.Ordinal), read.Complained);
        await using (var server = await SamverkProcess.ServeProgram(program, place))
        {
            using var browser = new HttpClient { BaseAddress = server.Address };
            Assert.Equal("ok", await browser.GetStringAsync(new Uri("/halsa/redo", UriKind.Relative)));
            var page = await browser.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
            var css = Regex.Match(page, "href=\"(?<file>/?lib/designsystemet[^\"]*)\"").Groups["file"].Value;
            Assert.NotEmpty(await browser.GetStringAsync(new Uri("/" + css.TrimStart('/'), UriKind.Relative)));
        }
        var verified = await SamverkProcess.RunProgram(program, place, ["verify"]);
        Assert.True(verified.Code == 0 && verified.Said.Contains("Historiken är hel", StringComparison.Ordinal), verified.Complained);
        var doctor = await SamverkProcess.RunProgram(program, place, ["doctor"]);
        Assert.True(doctor.Code == 0, doctor.Said);
    }

    static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    static async Task<(int Code, string Said)> Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (said + await errors).Trim());
    }

    static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
