using System.Text.Json.Nodes;

namespace Samverk.Api.Description;

/// <summary>What the document says in general.</summary>
static class Texts
{
    public const string Introduction = """
        Läs och sök i det som en region och dess kommuner har samverkat om: möten, beslut, uppdrag, överenskommelser, remisser, tvister, organ, personer och huvudmän. Protokoll kan läggas in för läsning. Nyckeln avgör i vilket samverkansområde och vad som får läsas: detsamma som på sidorna.

        Listor svarar med `items` och `next`. Skicka `next` som `cursor` för nästa sida; `null` betyder att det inte finns fler. Dagar är ISO 8601, tidpunkter är i UTC, id är Guid med gemener. Fel svarar som application/problem+json (RFC 9457) med ett fast `code`. Svaren har `ETag`. Begränsningar: 600 anrop i minuten per person eller system.

        In English: read and search what a Swedish region and its municipalities have collaborated on: meetings, decisions, assignments, agreements, consultations, disputes, bodies, people and principals. Minutes can be handed over for reading. The token decides the area and what may be read. Lists answer with `items` and `next`; send `next` as `cursor`. Limits: 600 requests a minute for a person or system.
        """;

    public const string Limitations = "600 anrop i minuten per person eller system och nod. En sida i en lista har högst 200 rader. Uppladdningar är högst 200 MB. Sekretessbelagda original lämnas inte ut.";

    public const string Token = "En API-nyckel: `Authorization: Bearer samverk_…`. Skapas på sidan Mina API-nycklar (/jag/nycklar), av administratören för ett system (/administration/system), eller med `samverk token`.";

    public static JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "Ett fel enligt RFC 9457.",
        ["properties"] = new JsonObject
        {
            ["type"] = Described(JsonShape.Text("uri"), "urn:samverk:problem: och felets kod. Ändras inte."),
            ["title"] = Described(JsonShape.Text(), "Vad som är fel, i korthet."),
            ["status"] = new JsonObject { ["type"] = "integer", ["minimum"] = 400, ["maximum"] = 599 },
            ["detail"] = Described(JsonShape.Text(), "Vad som är fel och vad man gör."),
            ["instance"] = Described(JsonShape.Text("uri-reference"), "Adressen som svarade så."),
            ["code"] = Described(JsonShape.Text(), "Felets kod. Ändras inte."),
            ["parameter"] = Described(JsonShape.Text(), "Parametern som är fel, när någon är det."),
            ["errorCode"] = Described(JsonShape.Text(), "Koden som loggen söks med, vid fel hos oss."),
        },
        ["required"] = new JsonArray("type", "title", "status", "detail", "instance", "code"),
        ["additionalProperties"] = false,
    };

    static JsonObject Described(JsonObject schema, string about)
    {
        schema["description"] = about;
        return schema;
    }
}
