using System.Text.Json.Nodes;

namespace Samverk.Api.Description;

/// <summary>Answers of the World's, kept in the program. A test writes them, and holds that they have their schemas' shape.</summary>
sealed class Examples
{
    const string Resource = "Samverk.Api.Description.examples.json";

    readonly JsonObject kept = Read();

    /// <returns>Null when none is kept.</returns>
    public JsonNode? Of(string route, int status) => kept[$"{route} {status}"]?.DeepClone();

    static JsonObject Read()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream(Resource)!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
