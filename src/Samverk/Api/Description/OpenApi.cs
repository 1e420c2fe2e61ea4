using System.Text.Json.Nodes;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Description;

/// <summary>Writes the OpenAPI 3.1 document of the routes, so that it says what the program does and nothing else.</summary>
sealed class OpenApi(Routes all, Examples examples)
{
    readonly IReadOnlyList<Route> routes = all.All;

    /// <summary>Where it is fetched.</summary>
    public const string Address = "/api/openapi.json";

    static readonly (string Name, Words About)[] Tags =
    [
        (Things.Groups.Meetings, new("Möten och beslut.", "Meetings and decisions.")),
        (Things.Groups.Agreements, new("Överenskommelser, remisser och tvister.", "Agreements, consultations and disputes.")),
        (Things.Groups.Plans, new("Uppdrag och sista dagar.", "Assignments and deadlines.")),
        (Things.Groups.Organisations, new("Organ, personer och huvudmän.", "Bodies, people and principals.")),
        (Things.Groups.Documents, new("Protokoll som läses in, och deras original.", "Minutes that are imported, and their originals.")),
        (Things.Groups.Search, new("Sök i allt.", "Search in everything.")),
        (Things.Groups.Public, new("Det som är publicerat, utan nyckel.", "What is published, without a token.")),
        (Things.Groups.About, new("Om API:et och den som frågar.", "About the API and who asks.")),
    ];

    /// <param name="site">The address that the site is reached by.</param>
    public JsonObject Document(string site) => new()
    {
        ["openapi"] = "3.1.1",
        ["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema",
        ["info"] = Info(site),
        ["externalDocs"] = new JsonObject { ["description"] = "Dokumentation", ["url"] = $"{site}{ApiAddress.Page}" },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = $"{site}{Route.Root}", ["description"] = "Den här installationen" }),
        ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        ["tags"] = new JsonArray([.. Tags.Where(t => routes.Any(r => r.Group == t.Name)).Select(t => new JsonObject { ["name"] = t.Name, ["description"] = t.About.Swedish })]),
        ["paths"] = new JsonObject(routes.GroupBy(r => r.Path).Select(path => KeyValuePair.Create<string, JsonNode?>(path.Key, Path([.. path])))),
        ["webhooks"] = WebhookDescription.Write(),
        ["components"] = Components(),
    };

    static JsonObject Info(string site) => new()
    {
        ["title"] = "Samverk",
        ["version"] = Things.ApiInfo.Version,
        ["description"] = Texts.Introduction,
        ["termsOfService"] = $"{site}{ApiAddress.Page}#villkor",
        ["contact"] = new JsonObject { ["name"] = "Administratören för samverkansområdet", ["url"] = $"{site}{ApiAddress.Page}#kontakt" },
        ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
        ["x-limitations"] = Texts.Limitations,
    };

    JsonObject Path(IReadOnlyList<Route> of)
    {
        var path = new JsonObject();
        List<JsonNode> named = [];
        if (of[0].IsPublic)
            named.Add(InPath("area", "Området som det står i adresser: bergslunda.", JsonShape.Text()));
        if (of[0].HasId)
            named.Add(InPath("id", "Sakens id: en Guid med gemener.", JsonShape.Text("uuid")));
        if (named.Count > 0)
            path["parameters"] = new JsonArray([.. named]);
        foreach (var route in of)
            path[route.Method.ToLowerInvariant()] = Operation(route);
        return path;
    }

    static JsonObject InPath(string name, string about, JsonObject schema) => new() { ["name"] = name, ["in"] = "path", ["required"] = true, ["description"] = about, ["schema"] = schema };

    JsonObject Operation(Route route)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["tags"] = new JsonArray(route.Group),
            ["summary"] = route.Summary.Swedish,
            ["description"] = $"{(route.Description ?? route.Summary).Swedish}\n\n{Permission.All.Single(p => p.Code == route.May).Words}\n\nIn English: {(route.Description ?? route.Summary).English}",
        };
        if (route.IsForEveryone)
            operation["security"] = new JsonArray();
        operation["parameters"] = new JsonArray([.. route.Query.Select(Query), Header("Accept-Language", "sv eller en: språket i ord och fel."), .. route.Method == "GET" ? [Header("If-None-Match", "Ett ETag från förut: oförändrat ger 304.")] : Array.Empty<JsonNode>()]);
        if (route.Body is { } body)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true, ["description"] = body.About.Swedish,
                ["content"] = new JsonObject(body.Media.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, new JsonObject { ["schema"] = m.Value.DeepClone() }))),
            };
        operation["responses"] = Responses(route);
        return operation;
    }

    static JsonNode Query(Parameter parameter) => new JsonObject
    {
        ["name"] = parameter.Name,
        ["in"] = "query",
        ["description"] = parameter.About.Swedish,
        ["schema"] = parameter.IsMany ? new JsonObject { ["type"] = "array", ["items"] = parameter.Schema.DeepClone() } : parameter.Schema.DeepClone(),
        ["style"] = "form",
        ["explode"] = true,
    };

    static JsonObject Header(string name, string about) => new JsonObject { ["name"] = name, ["in"] = "header", ["description"] = about, ["schema"] = JsonShape.Text() };

    JsonObject Responses(Route route)
    {
        var responses = new JsonObject();
        foreach (var success in route.Answers)
            responses[$"{success.Status}"] = Success(route, success);
        if (route.Method == "GET")
            responses["304"] = new JsonObject { ["description"] = "Oförändrat sedan det ETag som skickades." };
        foreach (var status in Problems(route).GroupBy(p => p.Status).OrderBy(s => s.Key))
            responses[$"{status.Key}"] = new JsonObject
            {
                ["description"] = string.Join("\n", status.Select(p => $"`{p.Code}`: {p.Swedish}")),
                ["content"] = new JsonObject { [Problem.MediaType] = new JsonObject { ["schema"] = Ref("Problem") } },
            };
        return responses;
    }

    JsonObject Success(Route route, Success success)
    {
        var headers = new JsonObject { ["ETag"] = Ref("ETag", "headers"), ["Content-Language"] = Ref("ContentLanguage", "headers") };
        if (!route.IsForEveryone)
            (headers["RateLimit"], headers["RateLimit-Policy"]) = (Ref("RateLimit", "headers"), Ref("RateLimitPolicy", "headers"));
        if (success.HasLocation)
            headers["Location"] = Ref("Location", "headers");
        var media = new JsonObject { ["schema"] = success.Schema is { } schema ? Ref(schema.Name) : JsonShape.Text() };
        if (examples.Of(route.Name, success.Status) is { } example)
            media["examples"] = new JsonObject { ["bergslunda"] = new JsonObject { ["summary"] = "Ur den påhittade regionen Bergslunda", ["value"] = example } };
        return new() { ["description"] = success.About.Swedish, ["headers"] = headers, ["content"] = new JsonObject { [success.Media] = media } };
    }

    /// <summary>All that a route may say no with.</summary>
    public static IEnumerable<Problem> Problems(Route route) =>
        [
            .. Serving.Problems, .. route.IsForEveryone ? Array.Empty<Problem>() : [Problem.NoToken, Problem.WrongToken, MayNot(route), Problem.TooMany], .. route.HasId || route.IsPublic ? [Problem.NotFound] : Array.Empty<Problem>(),
            .. route.Problems, Problem.Internal, Problem.Unavailable,
        ];

    static Problem MayNot(Route route) => Problem.Of(Permission.All.Single(p => p.Code == route.May).Refused, 403);

    JsonObject Components() => new()
    {
        ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "samverk_…", ["description"] = Texts.Token } },
        ["headers"] = new JsonObject
        {
            ["ETag"] = HeaderOf("Svarets märke. Skicka det som If-None-Match nästa gång."),
            ["ContentLanguage"] = HeaderOf("Språket i ord: sv eller en."),
            ["RateLimit"] = HeaderOf("Så många anrop som är kvar (r) och när de fylls på (t, sekunder)."),
            ["RateLimitPolicy"] = HeaderOf("Så många anrop (q) som får göras på w sekunder."),
            ["Location"] = HeaderOf("Adressen till det som skapades."),
        },
        ["schemas"] = new JsonObject([.. Schemas(), WebhookDescription.Schema(), KeyValuePair.Create<string, JsonNode?>("Problem", Texts.ProblemSchema())]),
    };

    IEnumerable<KeyValuePair<string, JsonNode?>> Schemas() =>
        routes.SelectMany(r => r.Answers).Select(a => a.Schema).OfType<JsonShape>().DistinctBy(s => s.Name).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, s.Shape.DeepClone()));

    static JsonObject HeaderOf(string about) => new() { ["description"] = about, ["schema"] = JsonShape.Text() };

    static JsonObject Ref(string name, string kind = "schemas") => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
