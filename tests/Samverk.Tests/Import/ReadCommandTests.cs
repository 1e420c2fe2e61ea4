using System.Text;
using System.Text.Json;
using Samverk.Import;
using Samverk.Import.Files;

namespace Samverk.Tests.Import;

public sealed class ReadCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    public ReadCommandTests()
    {
        File.WriteAllText(folder["protokoll.txt"], "Protokoll Chefsgruppen\nTid: 5 mars 2024\n", new UTF8Encoding(false));
        File.WriteAllBytes(folder["tom.docx"], []);
    }

    public void Dispose() => folder.Dispose();

    Task<int> Read(params string[] names) => ReadCommand.Run([.. names.Select(n => folder[n])], false, output, errors);

    static string[] Lines(StringWriter writer) => writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task One_file_is_one_object_and_nothing_else()
    {
        Assert.Equal(0, await Read("protokoll.txt"));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(output.ToString()).RootElement.ValueKind);
        Assert.Empty(errors.ToString());
    }

    [Theory]
    [InlineData("tom.docx", "Filen är tom")]
    [InlineData("saknas.docx", "Filen finns inte")]
    [InlineData(".", "Det är en mapp")]
    public async Task A_file_that_cannot_be_read_gets_one_line_and_exit_code_2(string name, string words)
    {
        Assert.Equal(2, await Read(name));
        Assert.Empty(output.ToString());
        Assert.Contains(words, Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_files_each_has_its_line_and_the_good_ones_are_read()
    {
        Assert.Equal(2, await Read("tom.docx", "protokoll.txt"));
        var lines = Lines(output);
        Assert.Equal(2, lines.Length);
        var failed = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(folder["tom.docx"], failed.GetProperty("file").GetString());
        Assert.StartsWith("Filen är tom", failed.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(lines[1]).RootElement.ValueKind);
        Assert.Single(Lines(errors));
    }

    [Fact]
    public async Task Without_a_file_it_says_how_it_is_used()
    {
        Assert.Equal(2, await ReadCommand.Run([], false, output, errors));
        Assert.Contains("samverk read", Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_is_UTF8_without_a_mark()
    {
        using var stream = new MemoryStream();
        await using (var writer = ReadCommand.Utf8(stream))
            await writer.WriteAsync("å");
        Assert.Equal([0xC3, 0xA5], stream.ToArray());
    }
}
