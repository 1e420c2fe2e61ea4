using Xunit;

namespace Samverk.Tests.House;

/// <summary>A text of the source tree that a test makes, and compares with what is kept.</summary>
static class KeptText
{
    /// <summary>Fails when the kept text is another; with SAMVERK_WRITE=true it is written anew.</summary>
    public static void IsAsWritten(string path, string text)
    {
        var file = Path.Combine(Source.Root, path);
        if (Environment.GetEnvironmentVariable("SAMVERK_WRITE") == "true")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"{path} is not what was found: write it anew with SAMVERK_WRITE=true, and read the difference.");
    }
}
