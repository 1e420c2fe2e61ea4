using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Samverk.Api;

/// <summary>The shape of an answer, as JSON Schema 2020-12 under a name of its own.</summary>
sealed record JsonShape(string Name, JsonObject Shape)
{
    static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>Of a record that the API answers with, by its own name.</summary>
    public static JsonShape Of<T>()
    {
        var shape = Exported<T>();
        PointInto(shape, $"#/components/schemas/{typeof(T).Name}");
        return new(typeof(T).Name, shape);
    }

    /// <summary>A page of a register.</summary>
    public static JsonShape ListOf(string name, JsonObject item) => new(name, new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = item },
            ["next"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["description"] = "Skickas som cursor för nästa sida; null på den sista." },
        },
        ["required"] = new JsonArray("items", "next"),
        ["additionalProperties"] = false,
    });

    public static JsonObject Text(string? format = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (format is not null)
            schema["format"] = format;
        return schema;
    }

    public static JsonObject TimeOfDay() => new() { ["type"] = "string", ["pattern"] = "^[0-2][0-9]:[0-5][0-9]$" };

    /// <summary>Another thing that is pointed at.</summary>
    public static JsonObject Thing() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["id"] = Text("uuid"), ["name"] = Text() },
        ["required"] = new JsonArray("id", "name"),
        ["additionalProperties"] = false,
    };

    public static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    public static JsonObject Number(int least, int most, int? otherwise = null)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
        if (otherwise is not null)
            schema["default"] = otherwise;
        return schema;
    }

    /// <summary>A shape that stands twice is pointed at the second time: from where the document keeps it.</summary>
    static void PointInto(JsonNode? node, string whole)
    {
        if (node is JsonObject shape && shape["$ref"] is JsonValue pointer && pointer.GetValue<string>() is ['#', ..] at)
            shape["$ref"] = whole + at[1..];
        foreach (var part in node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] })
            PointInto(part, whole);
    }

    static JsonObject Exported<T>() => (JsonObject)ApiJson.Options.GetJsonSchemaAsNode(typeof(T), Exporting);

    // What has a converter of its own is unknown to the exporter.
    static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var known = type == typeof(DateTimeOffset) ? Text("date-time") : type == typeof(TimeOnly) ? TimeOfDay() : null;
        if (known is not null && context.TypeInfo.Type != type)
            known["type"] = new JsonArray("string", "null");
        var made = known ?? schema;
        if (made is JsonObject shape && About(context) is { } about)
            shape["description"] = about;
        return made;
    }

    static string? About(JsonSchemaExporterContext context) =>
        context.PropertyInfo?.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(AboutAttribute), inherit: false).OfType<AboutAttribute>().FirstOrDefault()?.Words;
}

/// <summary>What a field means, for the documentation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
sealed class AboutAttribute(string words) : Attribute
{
    public string Words { get; } = words;
}
