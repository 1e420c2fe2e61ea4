using System.Text.Json.Nodes;
using Samverk.Api.Webhooks;

namespace Samverk.Api.Description;

/// <summary>The OpenAPI document's section of webhooks, written from the table of event kinds, and read again by the page.</summary>
static class WebhookDescription
{
    static JsonShape Shape { get; } = JsonShape.Of<WebhookEvent>();

    /// <summary>One kind of event as the page shows it.</summary>
    /// <param name="Paragraphs">What it is, who is told, where the rest is read, and the same in English.</param>
    public sealed record Shown(string Id, string Type, IReadOnlyList<string> Paragraphs);

    public static JsonObject Write() => new(EventKinds.All.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.Type, new JsonObject { ["post"] = Operation(kind) })));

    public static KeyValuePair<string, JsonNode?> Schema() => KeyValuePair.Create<string, JsonNode?>(Shape.Name, Shape.Shape.DeepClone());

    public static IReadOnlyList<Shown> Read(JsonObject document) =>
        [.. document["webhooks"]!.AsObject().Select(hook => (hook.Key, Post: hook.Value!["post"]!)).Select(hook => new Shown((string)hook.Post["operationId"]!, hook.Key, ((string)hook.Post["description"]!).Split("\n\n")))];

    static JsonObject Operation(EventKind kind) => new()
    {
        ["operationId"] = Name(kind.Type),
        ["tags"] = new JsonArray(kind.Reads.Group),
        ["summary"] = kind.About.Swedish.TrimEnd('.'),
        ["description"] = $"{kind.About.Swedish}\n\n{kind.Whom.Swedish}\n\nGET {kind.Reads.Address}\n\nIn English: {kind.About.English} Told: {kind.Whom.English}",
        ["security"] = new JsonArray(),
        ["parameters"] = new JsonArray(
            Header("webhook-id", "Meddelandets id, detsamma vid varje försök: ta emot varje id en gång."),
            Header("webhook-timestamp", "När försöket gjordes, i sekunder sedan 1970. Avvisa det som är mer än fem minuter gammalt."),
            Header("webhook-signature", "`v1,` och base64 av HMAC-SHA256 över id, tidpunkt och innehåll med punkt emellan. Två med blanksteg emellan när hemligheten nyss har bytts.")),
        ["requestBody"] = new JsonObject { ["required"] = true, ["description"] = "Händelsen.", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{Shape.Name}" }, ["example"] = Example(kind) } } },
        ["responses"] = new JsonObject
        {
            ["2XX"] = new JsonObject { ["description"] = "Mottaget." },
            ["410"] = new JsonObject { ["description"] = "Mottagaren vill inte ha fler meddelanden: webhooken stoppas." },
            ["default"] = new JsonObject { ["description"] = "Allt annat, och inget svar på femton sekunder, försöks igen i tre dygn." },
        },
    };

    static JsonObject Example(EventKind kind)
    {
        var id = Guid.Parse("0192f0c0-0000-7000-8000-000000000001");
        return new() { ["type"] = kind.Type, ["timestamp"] = "2026-11-24T11:00:00.000Z", ["data"] = new JsonObject { ["id"] = id.ToString("D"), ["url"] = $"https://samverk.example{kind.Address(id)}" } };
    }

    static JsonObject Header(string name, string about) => new JsonObject { ["name"] = name, ["in"] = "header", ["required"] = true, ["description"] = about, ["schema"] = JsonShape.Text() };

    // 'agreement.in_force' is onAgreementInForce.
    static string Name(string type) => "on" + string.Concat(type.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
