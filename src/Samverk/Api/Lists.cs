using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Samverk.Api.Things;
using Samverk.Shared;
using Samverk.Storage.Registers;

namespace Samverk.Api;

/// <summary>The registers as lists: their filters are the parameters, their columns the fields.</summary>
static class Lists
{
    const string Sort = "sort";

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly HashSet<string> Own = new(StringComparer.Ordinal) { Paging.Limit };

    // What each is called in words, and which group it stands in.
    static readonly Dictionary<string, (string Group, string English)> Known = new(StringComparer.Ordinal)
    {
        ["meetings"] = (Groups.Meetings, "Meetings, the latest first."),
        ["decisions"] = (Groups.Meetings, "Decisions, the latest first."),
        ["dispatches"] = (Groups.Meetings, "Adjusted minutes that were sent to principals, and what became of them there."),
        ["questions"] = (Groups.Meetings, "Questions that were put at meetings, with answers and comments."),
        ["agreements"] = (Groups.Agreements, "Joint agreements by name."),
        ["adoptions"] = (Groups.Agreements, "What each party has decided about each text; with waiting and principal the feed of what waits for a principal's decision."),
        ["consultations"] = (Groups.Agreements, "Proposals sent out for opinions."),
        ["disputes"] = (Groups.Agreements, "Disputes about agreements, where each is on its ladder and how it ended."),
        ["assignments"] = (Groups.Plans, "Assignments, those due first."),
        ["deadlines"] = (Groups.Plans, "Days by which something is to have happened."),
        ["deferrals"] = (Groups.Plans, "Decisions that bodies put off, to when, and whether they came back."),
        ["bodies"] = (Groups.Organisations, "Bodies by name."),
        ["people"] = (Groups.Organisations, "People by name."),
        ["principals"] = (Groups.Organisations, "Principals and other organisations by name."),
        ["documents"] = (Groups.Documents, "The originals that the record was read from."),
    };

    /// <summary>The list of a register.</summary>
    public static Route Of(Register register)
    {
        var (name, may) = (register.ApiName, register.Permission);
        var (group, english) = Known[name];
        return new("GET", $"/{name}", $"list{Capital(name)}", group, may, new(register.Title, Capital(name)), call => Page(call, name))
        {
            Description = new($"{register.Title} som på sidan {register.Path}. Flera värden under samma parameter vidgar, flera parametrar smalnar av.", $"{english} Several values of a parameter widen, several parameters narrow."),
            Query = [.. register.Filters.Select(Parameter), Sorting(register), Paging.Onward, Paging.Size],
            Answers = [new(200, new($"En sida: {register.Many}.", "A page of the list."), JsonShape.ListOf($"{Capital(name)}List", Item(register)))],
            Problems = [Paging.Bad],
        };
    }

    static async Task<Answer> Page(Call call, string name)
    {
        var register = call.Get<IEnumerable<Register>>().First(r => r.ApiName == name);
        await register.Prepare(call.Stop);
        var selection = register.Read(call.Context.Request.Query.Select(q => KeyValuePair.Create(q.Key, (IReadOnlyList<string>)[.. q.Value.OfType<string>()])), api: true, Own);
        if (selection.Faults is [var fault, ..])
            return fault.Name == Paging.Cursor ? Answer.No(Paging.Bad, Paging.Cursor) : Answer.No(fault.Value is null ? Serving.UnknownParameter : Serving.WrongValue, fault.Name);
        return await register.PageOfAny(selection, call.Number(Paging.Limit, Paging.Otherwise), call.Stop) is { } page ? new Found(Write(register, page)) : Answer.No(Paging.Bad, Paging.Cursor);
    }

    static byte[] Write(Register register, RegisterPage<object> page)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var row in page.Rows)
                RegisterJson.Write(json, register, row);
            json.WriteEndArray();
            json.WriteString("next", page.Next?.ToString());
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    // What the value may be is asked of the register, which knows it best.
    static Parameter Parameter(Filter filter) => new(filter.ApiName, new(About(filter), English.Spaced(filter.ApiName)), Shape(filter), IsMany: filter.Kind is not FilterKind.Day, _ => true);

    static string About(Filter filter) => filter.Kind == FilterKind.Words ? "Ord som alla ska finnas i texten." : $"{filter.Legend}.";

    static JsonObject Shape(Filter filter) =>
        filter.IsId ? JsonShape.Text("uuid")
        : filter.Kind == FilterKind.Day ? JsonShape.Text("date")
        : filter.Settled.Count > 0 ? JsonShape.OneOf(filter.Settled.Select(v => v.Value))
        : JsonShape.Text();

    static Parameter Sorting(Register register)
    {
        var own = register.OwnOrder.TrimStart('-');
        var byDefault = (register.OwnOrder[0] == '-' ? "-" : "") + register.Sorts.First(s => s.Name == own).ApiName;
        var shape = JsonShape.OneOf(register.Sorts.SelectMany(s => new[] { s.ApiName, $"-{s.ApiName}" }));
        shape["default"] = byDefault;
        return new(Sort, new("Ordningen; med - före åt andra hållet.", "The order; with - before it the other way round."), shape, IsMany: false, _ => true);
    }

    static JsonObject Item(Register register) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([KeyValuePair.Create<string, JsonNode?>("id", JsonShape.Text("uuid")), .. register.Columns.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, Field(c)))]),
        ["required"] = new JsonArray([(JsonNode)"id", .. register.Columns.Select(c => (JsonNode)c.Name)]),
        ["additionalProperties"] = false,
    };

    static JsonObject Field(Column column)
    {
        var shape = column.Kind switch
        {
            CellKind.Date => JsonShape.Text("date"),
            CellKind.Time => JsonShape.TimeOfDay(),
            CellKind.Instant => JsonShape.Text("date-time"),
            CellKind.Number => new JsonObject { ["type"] = "integer" },
            CellKind.YesNo => new JsonObject { ["type"] = "boolean" },
            CellKind.Thing => JsonShape.Thing(),
            CellKind.Word => JsonShape.OneOf(column.Codes ?? []),
            CellKind.Texts => new JsonObject { ["type"] = "array", ["items"] = JsonShape.Text() },
            _ => JsonShape.Text(),
        };
        shape["type"] = new JsonArray((string)shape["type"]!, "null");
        (shape["enum"] as JsonArray)?.Add(null);
        shape["description"] = column.Heading;
        return shape;
    }

    static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
