using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Samverk.Public.Feeds;

/// <summary>JSON as bytes: Swedish letters as they are, nothing that has no value.</summary>
static class Json
{
    public const string Type = "application/json; charset=utf-8";
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    /// <summary>An object of what has a value; a property that is null is left out.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> properties) =>
        new(properties.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
