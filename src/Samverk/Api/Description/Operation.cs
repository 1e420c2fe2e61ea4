using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samverk.Api.Description;

/// <summary>One address as the page about the API shows it, read out of the OpenAPI document alone.</summary>
/// <param name="Paragraphs">What it is for, who may, and the same in English.</param>
/// <param name="Example">An answer, indented; null where none is kept.</param>
sealed record Operation(string Id, string Method, string Path, string Summary, IReadOnlyList<string> Paragraphs, IReadOnlyList<Operation.Given> Parameters, IReadOnlyList<Operation.Told> Answers, string? Example)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed record Given(string Name, string Where, string About, string Kind);

    public sealed record Told(string Status, IReadOnlyList<string> About, string Media);

    /// <summary>Those of a document, in its order, by the group they stand in.</summary>
    public static IEnumerable<(string About, IReadOnlyList<Operation> Operations)> Of(JsonObject document)
    {
        var all = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(o => o.Key is "get" or "post").Select(o => (Group: (string)o.Value!["tags"]![0]!, Operation: Read(path.Key, path.Value!.AsObject(), o.Key, o.Value!.AsObject())))).ToList();
        return document["tags"]!.AsArray().Select(tag => ((string)tag!["description"]!, (IReadOnlyList<Operation>)[.. all.Where(o => o.Group == (string)tag!["name"]!).Select(o => o.Operation)]));
    }

    static Operation Read(string path, JsonObject shared, string method, JsonObject operation)
    {
        var parameters = (shared["parameters"]?.AsArray() ?? []).Concat(operation["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! != "header");
        var answers = operation["responses"]!.AsObject();
        return new((string)operation["operationId"]!, method.ToUpperInvariant(), Route.Root + path, (string)operation["summary"]!, ((string)operation["description"]!).Split("\n\n"),
            [.. parameters.Select(p => new Given((string)p!["name"]!, (string)p["in"]! == "path" ? "i adressen" : "i frågan", (string)p["description"]!, Kind(p["schema"]!)))],
            [.. answers.Select(a => new Told(a.Key, ((string)a.Value!["description"]!).Split('\n'), a.Value["content"]?.AsObject().FirstOrDefault().Key ?? ""))], Shown(answers));
    }

    static string? Shown(JsonObject answers) =>
        answers.Where(a => a.Key is ['2', ..]).Select(a => a.Value!["content"]?.AsObject().FirstOrDefault().Value?["examples"]?.AsObject().FirstOrDefault().Value?["value"]).FirstOrDefault(v => v is not null)?.ToJsonString(Indented);

    static string Kind(JsonNode schema) =>
        schema["enum"] is JsonArray values ? string.Join(", ", values.Select(v => (string)v!))
        : schema["items"] is { } item ? $"flera: {Kind(item)}"
        : (string?)schema["format"] switch { "uuid" => "id", "date" => "dag, 2026-11-24", _ => (string?)schema["type"] switch { "integer" => $"tal{Bounds(schema)}", "boolean" => "true eller false", _ => "text" } };

    static string Bounds(JsonNode schema) => schema["minimum"] is { } least && schema["maximum"] is { } most ? $" från {least} till {most}" : "";
}
