using System.Text.Json.Nodes;
using System.Runtime.CompilerServices;

namespace Samverk.Reading.Tests;

/// <summary>The labelled documents beside the tests (those in 'sealed' are never read here).</summary>
static class CorpusDocuments
{
    public static string Folder { get; } = Path.Combine(Here(), "Corpus");

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static DocumentText Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var pages = text.TrimEnd('\f', '\n').Split('\f');
        return pages.Length == 1 ? DocumentText.Of(text) : new([.. pages.Select((page, i) => new PageText(i + 1, page))]);
    }

    public static DocumentText Document(string name) => Read(Path.Combine(Folder, name + ".txt"));

    public static JsonObject Gold(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    public static JsonObject Reading(DocumentText document) => JsonNode.Parse(DraftJson.Write(MinutesReader.Read(document), document))!.AsObject();
}
