using System.Diagnostics;
using System.Text;

namespace Samverk.Pdf.Tests;

/// <summary>Independent programs that judge our files. Where one is missing the test is skipped and says so, but CI must have it.</summary>
sealed class Judges : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samverk-pdf-");

    public string this[string file] => Path.Combine(folder.FullName, file);

    public static void Need(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = programs.Where(p => !folders.Any(f => File.Exists(Path.Combine(f, p)))).ToList();
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.True(missing.Count == 0, $"CI lacks {string.Join(", ", missing)}");
        Assert.SkipUnless(missing.Count == 0, $"{string.Join(", ", missing)} is not installed here");
    }

    public string Put(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public async Task<(int Code, string Said)> Try(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false, WorkingDirectory = folder.FullName };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public async Task<string> Run(string program, params string[] arguments)
    {
        var (code, said) = await Try(program, arguments);
        Assert.True(code == 0, $"{program} ended with {code}: {said}");
        return said;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
