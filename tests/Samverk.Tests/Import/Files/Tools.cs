using Samverk.Import.Files;

namespace Samverk.Tests.Import.Files;

/// <summary>Outside tools that some tests need: where they are missing the test is skipped and says so, but CI must have them.</summary>
static class Tools
{
    public static void Need(params string[] names)
    {
        var missing = names.Where(name => Tool.Find(name, null) is null).ToList();
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.True(missing.Count == 0, $"CI lacks {string.Join(", ", missing)}");
        Assert.SkipUnless(missing.Count == 0, $"{string.Join(", ", missing)} is not installed here");
    }

    /// <summary>Lets LibreOffice convert a file, as an independent judge; gives the bytes it made.</summary>
    public static async Task<byte[]> Convert(byte[] content, string from, string to)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder[$"in.{from}"], content);
        var format = to == "txt" ? "txt:Text (encoded):UTF8" : to;
        var tool = new Tool(
            Tool.Find("soffice", null)!,
            [$"-env:UserInstallation=file://{folder["profile"]}", "--headless", "--convert-to", format, "--outdir", folder["out"], folder[$"in.{from}"]],
            TimeSpan.FromSeconds(60), 4L << 30, 1 << 20, folder.Path);
        var run = await tool.Run(CancellationToken.None);
        Assert.Equal(ToolEnd.Finished, run.End);
        return await File.ReadAllBytesAsync(Path.Combine(folder["out"], $"in.{to}"));
    }

    public static async Task<string> Text(string name, byte[] content)
    {
        var extracted = await new TextExtraction().Extract(name, content, CancellationToken.None);
        Assert.Null(extracted.Problem);
        return extracted.Text!.Text;
    }

    public static async Task<string?> Problem(string name, byte[] content, ExtractionLimits? limits = null)
    {
        var extracted = await new TextExtraction(limits).Extract(name, content, CancellationToken.None);
        Assert.NotEqual(extracted.Text is null, extracted.Problem is null);
        return extracted.Problem?.Code;
    }
}
