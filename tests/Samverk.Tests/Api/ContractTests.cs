using Samverk.Shared;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Tests.House;
using Samverk.Tests.Security;

namespace Samverk.Tests.Api;

/// <summary>The OpenAPI document and the program say the same, route by route.</summary>
[Trait("database", "both")]
public sealed partial class ContractTests(WorldOnce once)
{
    const string Kept = "src/Samverk/Api/Description/examples.json";

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_has_every_address_that_answers()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        var text = await anybody.GetStringAsync("/api/openapi.json");
        var (judge, faults) = await SchemaPeer.Of(text);
        await using (judge)
            Assert.Empty(faults);
        var document = Parse(text);
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal($"{site.Address}/api/v1", (string)document["servers"]![0]!["url"]!);
        var answers = site.Endpoints.Where(e => Pattern(e).StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{Pattern(e)["api/v1/".Length..].Replace(":guid", "", StringComparison.Ordinal)}"));
        Assert.Equal(answers.Order(StringComparer.Ordinal), Operations(document).Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal));
        Assert.True(Operations(document).Count() > 20);
    }

    [Fact]
    public async Task Every_answer_has_the_status_the_kind_and_the_shape_that_the_document_says()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor("Maria Sandelin"));
        var document = await Document(program);
        var (judge, _) = await SchemaPeer.Of(document.ToJsonString());
        await using var _2 = judge;
        var examples = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        await HandOver(program, document, judge, examples);
        await Register(world, site, program, document, judge, examples);
        await Adopt(world, site, program, document, judge, examples);
        await Consult(world, site, program, document, judge, examples);
        await Dispute(world, site, program, document, judge, examples);
        await ActOnAssignments(world, site, program, document, judge, examples);
        var import = (string)examples["createImport 202"]!["id"]!;
        foreach (var (method, path, operation) in Operations(document).Where(o => o.Method == "GET"))
        {
            var address = "/api/v1" + InArea(path).Replace("{id}", path.StartsWith("/imports", StringComparison.Ordinal) ? import : await AnyId(program, InArea(path)), StringComparison.Ordinal);
            using var answer = await program.GetAsync(path == "/search" ? $"{address}?q=utskrivning&limit=3" : Takes(operation, "limit") ? $"{address}?limit=3" : address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            if (operation["responses"]!["200"]!["content"]!["application/json"] is null)
                Assert.Equal(Operations(document).Single(o => o.Path == path).Operation["responses"]!["200"]!["content"]!.AsObject().Single().Key, answer.Content.Headers.ContentType!.MediaType);
            else
                await HasShape(judge, operation, answer, examples);
            // A Word file is packed anew each time, and no two are the same bytes.
            if (!path.EndsWith(".docx", StringComparison.Ordinal))
                await IsKnownByItsTag(program, answer, path.StartsWith("/public/", StringComparison.Ordinal));
        }
        // One of each, two of what is handed over, and none of the minutes that are no JSON.
        Assert.Equal(Operations(document).Count() + 1 - Operations(document).Count(o => o.Method == "GET" && o.Operation["responses"]!["200"]!["content"]!["application/json"] is null), examples.Count);
        KeepExamples(examples);
    }

    [Fact]
    public async Task The_kept_examples_have_the_shape_that_the_document_says_and_there_is_one_of_each()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        var document = await Document(anybody);
        var (judge, _) = await SchemaPeer.Of(document.ToJsonString());
        await using var _2 = judge;
        foreach (var (method, path, operation) in Operations(document))
            foreach (var (status, said) in operation["responses"]!.AsObject().Where(r => r.Key[0] == '2'))
            {
                if (said!["content"]!["application/json"] is not { } media)
                    continue;
                var example = media["examples"]?["bergslunda"]?["value"];
                Assert.True(example is not null, $"{method} {path} has no example of {status}");
                Assert.Empty(await judge.Faults(SchemaOf(media), example));
            }
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_so_at_every_address()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor("Maria Sandelin"));
        using var nobody = site.Browser();
        var document = await Document(program);
        var (judge, _) = await SchemaPeer.Of(document.ToJsonString());
        await using var _2 = judge;
        using var registering = await site.Program(await Registrar(world), TokenScope.ReadAndRegister);
        using var keeping = await site.Program(await world.Actor("Linda Ekroth"), TokenScope.ReadAndRegister);
        foreach (var (method, path, operation) in Operations(document))
        {
            var asking = path.EndsWith("/registration", StringComparison.Ordinal) || path.EndsWith("/decision", StringComparison.Ordinal) || path.EndsWith("/answer", StringComparison.Ordinal) || path.EndsWith("/position", StringComparison.Ordinal) ? registering : path.StartsWith("/assignments/{id}/", StringComparison.Ordinal) ? keeping : program;
            var address = "/api/v1" + InArea(path).Replace("{id}", $"{Ids.Next()}", StringComparison.Ordinal);
            await IsProblem(judge, await Ask(asking, method, address + "?finnsinte=1"), HttpStatusCode.BadRequest, "unknown-parameter");
            if (Takes(operation, "cursor") && !path.Contains('{', StringComparison.Ordinal))
                foreach (var cursor in new[] { "x", "f00", $"f{Ids.Next():N}", "%00a", new string('a', 500) })
                    await IsProblem(judge, await Ask(asking, method, $"{address}?cursor={cursor}"), HttpStatusCode.BadRequest, cursor[0] == '%' ? "bad-request" : "bad-cursor");
            foreach (var limit in new[] { "0", "-1", "201", "x", "1&limit=2" })
                if (Takes(operation, "limit"))
                    await IsProblem(judge, await Ask(asking, method, $"{address}?limit={limit}"), HttpStatusCode.BadRequest, "wrong-value");
            if (operation["parameters"]!.AsArray().FirstOrDefault(p => (string)p!["name"]! == "sort") is not null)
                await IsProblem(judge, await Ask(asking, method, $"{address}?sort=finnsinte"), HttpStatusCode.BadRequest, "wrong-value");
            if (path.Contains("{id}", StringComparison.Ordinal))
                await IsProblem(judge, await Ask(asking, method, address), HttpStatusCode.NotFound, "not-found");
            if (operation["security"] is null)
            {
                using var answer = await Ask(nobody, method, address);
                Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
                await IsProblem(judge, answer, HttpStatusCode.Unauthorized, "no-token");
            }
            await IsProblem(judge, await Ask(asking, "DELETE", address), HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        }
        await IsProblem(judge, await Ask(program, "GET", "/api/v1/finns-inte"), HttpStatusCode.NotFound, "not-found");
        await IsProblem(judge, await Ask(program, "GET", "/api/v1/meetings/inget-id"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Every_parameter_takes_what_the_document_says_and_the_whole_is_the_sum_of_its_pages()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:ApiPerMinute", "100000");
        using var program = await site.Program(await world.Actor("Maria Sandelin"));
        var document = await Document(program);
        foreach (var (method, path, operation) in Operations(document).Where(o => o.Method == "GET" && !o.Path.Contains('{', StringComparison.Ordinal)))
            foreach (var parameter in operation["parameters"]!.AsArray().Where(p => (string)p!["in"]! == "query" && (string)p["name"]! != "cursor"))
            {
                var schema = parameter!["schema"]!["items"] ?? parameter["schema"]!;
                string[] values = schema["enum"] is JsonArray words ? [.. words.Select(w => (string)w!)] : (string?)schema["format"] switch { "uuid" => [$"{Ids.Next()}"], "date" => ["2025-06-30"], _ => (string?)schema["type"] == "integer" ? ["1", "200"] : ["2025"] };
                foreach (var value in values)
                    Assert.True((await program.GetAsync($"/api/v1{path}?{parameter["name"]}={value}")).StatusCode == HttpStatusCode.OK, $"{path}?{parameter["name"]}={value}");
            }
        foreach (var list in Operations(document).Where(o => o.Path != "/search" && Takes(o.Operation, "cursor") && !o.Path.Contains("{id}", StringComparison.Ordinal)))
            Assert.Equal(await IdsOf(program, InArea(list.Path), 200), await IdsOf(program, InArea(list.Path), 7));
    }

    static async Task<List<string>> IdsOf(HttpClient program, string path, int limit)
    {
        List<string> ids = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = Parse(await program.GetStringAsync($"/api/v1{path}?limit={limit}&cursor={cursor}"));
            Assert.InRange(page["items"]!.AsArray().Count, 0, limit);
            ids.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            cursor = (string?)page["next"];
        }
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEmpty(ids);
        return ids;
    }

    static async Task HandOver(HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var operation = Operations(document).Single(o => o is { Method: "POST", Path: "/imports" }).Operation;
        foreach (var expected in new[] { HttpStatusCode.Accepted, HttpStatusCode.OK })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("Protokoll fört vid Samverkansrådets möte den 4 december 2026")), "file", "sr-2026-12-04.txt" } };
            using var answer = await program.PostAsync("/api/v1/imports", form);
            Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(answer.Headers.Location)).StatusCode);
            await HasShape(judge, operation, answer, examples);
        }
    }

    /// <summary>The receiver's registrar registers minutes that were sent.</summary>
    static async Task Register(TestWorld world, TestSite site, HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var sent = Parse(await program.GetStringAsync("/api/v1/dispatches?state=sent&limit=1"))["items"]![0]!;
        using var registering = await site.Program(await Registrar(world, Guid.Parse((string)sent["receiver"]!["id"]!)), TokenScope.ReadAndRegister);
        using var answer = await registering.PostAsync($"/api/v1/dispatches/{sent["id"]}/registration", new StringContent("""{"caseNumber":"KS 2026/00417"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await HasShape(judge, Operations(document).Single(o => o.Path == "/dispatches/{id}/registration").Operation, answer, examples);
    }

    /// <summary>A party's registrar registers what it has decided.</summary>
    static async Task Adopt(TestWorld world, TestSite site, HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var waiting = Parse(await program.GetStringAsync("/api/v1/adoptions?waiting=true&limit=1"))["items"]![0]!;
        using var registering = await site.Program(await Registrar(world, Guid.Parse((string)waiting["principal"]!["id"]!)), TokenScope.ReadAndRegister);
        using var answer = await registering.PostAsync($"/api/v1/adoptions/{waiting["id"]}/decision",
            new StringContent("{\"outcome\":\"adopted\",\"committee\":\"Socialnämnden\",\"date\":\"2026-11-18\",\"paragraph\":\"104\",\"caseNumber\":\"SN 2026-231\"}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await HasShape(judge, Operations(document).Single(o => o.Path == "/adoptions/{id}/decision").Operation, answer, examples);
    }

    /// <summary>A consultee's registrar answers a consultation.</summary>
    static async Task Consult(TestWorld world, TestSite site, HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var open = (string)Parse(await program.GetStringAsync("/api/v1/consultations?state=open&kept=true&limit=1"))["items"]![0]!["id"]!;
        var silent = Parse(await program.GetStringAsync($"/api/v1/consultations/{open}"))["consultees"]!.AsArray().Last(c => (string)c!["state"]! == "none" && c["organisation"] is not null)!;
        using var registering = await site.Program(await Registrar(world, Guid.Parse((string)silent["organisation"]!)), TokenScope.ReadAndRegister);
        using var answer = await registering.PostAsync($"/api/v1/consultations/{open}/answer",
            new StringContent("{\"stance\":\"supportsWithChanges\",\"text\":\"Bra i stort.\",\"questions\":[{\"index\":0,\"text\":\"Ja.\"}],\"headings\":[{\"index\":1,\"text\":\"Skriv vem som betalar.\"}],\"caseNumber\":\"KS 2026-512\"}", Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal("sent", (string)Parse(await answer.Content.ReadAsStringAsync())["consultees"]!.AsArray().Single(c => (string)c!["id"]! == (string)silent["id"]!)!["state"]!);
        await HasShape(judge, Operations(document).Single(o => o.Path == "/consultations/{id}/answer").Operation, answer, examples);
    }

    /// <summary>A party's registrar sends its position in a dispute.</summary>
    static async Task Dispute(TestWorld world, TestSite site, HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var running = (string)Parse(await program.GetStringAsync("/api/v1/disputes?state=running&limit=1"))["items"]![0]!["id"]!;
        var silent = Parse(await program.GetStringAsync($"/api/v1/disputes/{running}"))["parties"]!.AsArray().Last(p => !(bool)p!["hasStated"]!)!;
        using var registering = await site.Program(await Registrar(world, Guid.Parse((string)silent["id"]!)), TokenScope.ReadAndRegister);
        using var answer = await registering.PostAsync($"/api/v1/disputes/{running}/position", new StringContent("{\"text\":\"Förband som läkaren ordinerar följer läkaren.\",\"caseNumber\":\"SN 2026-318\"}", Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.All(Parse(await answer.Content.ReadAsStringAsync())["parties"]!.AsArray(), p => Assert.True((bool)p!["hasStated"]!));
        await HasShape(judge, Operations(document).Single(o => o.Path == "/disputes/{id}/position").Operation, answer, examples);
    }

    /// <summary>An administrator acts on what others have: one is accepted, reported and approved, another sent on and taken back.</summary>
    static async Task ActOnAssignments(TestWorld world, TestSite site, HttpClient program, JsonObject document, SchemaPeer judge, SortedDictionary<string, JsonNode?> examples)
    {
        var open = Parse(await program.GetStringAsync("/api/v1/assignments?state=given&limit=2"))["items"]!.AsArray().Select(a => (string)a!["id"]!).ToList();
        using var keeping = await site.Program(await world.Actor("Linda Ekroth"), TokenScope.ReadAndRegister);
        foreach (var (id, act, said) in new (string, string, string?)[]
        {
            (open[0], "acceptance", null), (open[0], "report", """{"text":"Rutinen är klar och skickad till alla."}"""), (open[0], "approval", null),
            (open[1], "forwarding", """{"to":"Sekreteraren","text":"Det här ligger närmare dig."}"""), (open[1], "withdrawal", """{"reason":"Frågan är löst på annat sätt."}"""),
        })
        {
            using var answer = await keeping.PostAsync($"/api/v1/assignments/{id}/{act}", said is null ? null : new StringContent(said, Encoding.UTF8, "application/json"));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{act}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            await HasShape(judge, Operations(document).Single(o => o.Path == $"/assignments/{{id}}/{act}").Operation, answer, examples);
        }
    }

    static async Task<Actor> Registrar(TestWorld world, Guid? organisation = null) =>
        (await world.Actor((await world.In(s => s.GetRequiredService<PlaceLists>().ReachedFunctions(new(2026, 11, 24), default))).First(f => f.Kind == FunctionKind.Registrar && (organisation is null || f.Organisation == organisation)).Person))!;

    static async Task HasShape(SchemaPeer judge, JsonObject operation, HttpResponseMessage answer, SortedDictionary<string, JsonNode?> examples)
    {
        var said = operation["responses"]![$"{(int)answer.StatusCode}"];
        Assert.True(said is not null, $"{operation["operationId"]} says nothing of {(int)answer.StatusCode}");
        var media = answer.Content.Headers.ContentType!.MediaType!;
        Assert.Equal("application/json", media);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        Assert.True((await judge.Faults(SchemaOf(said["content"]![media]!), body)) is [], $"{operation["operationId"]}: {string.Join('\n', await judge.Faults(SchemaOf(said["content"]![media]!), body))}");
        Assert.Equal(said["headers"]!.AsObject().Select(h => h.Key).Order(StringComparer.Ordinal), said["headers"]!.AsObject().Select(h => h.Key).Where(name => answer.Headers.NonValidated.Contains(name) || answer.Content.Headers.NonValidated.Contains(name)).Order(StringComparer.Ordinal));
        examples[$"{operation["operationId"]} {(int)answer.StatusCode}"] = body;
    }

    static async Task IsKnownByItsTag(HttpClient program, HttpResponseMessage answer, bool isPublic)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await program.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
        Assert.Equal((!isPublic, isPublic), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.Public));
        Assert.Equal(isPublic, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    static async Task IsProblem(SchemaPeer judge, HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = Parse(text);
        Assert.Empty(await judge.Faults("Problem", problem));
        Assert.Equal((code, (int)status, $"urn:samverk:problem:{code}"), ((string)problem["code"]!, (int)problem["status"]!, (string)problem["type"]!));
    }

    static async Task<HttpResponseMessage> Ask(HttpClient program, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
            request.Content = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await program.SendAsync(request);
    }

    static async Task<string> AnyId(HttpClient program, string path) =>
        path.Split("/{id}") is [var list, _] ? (string)Parse(await program.GetStringAsync($"/api/v1{list}?limit=200{(path.Contains("/minutes.pdf", StringComparison.Ordinal) || path.Contains("/minutes.docx", StringComparison.Ordinal) ? "&state=adjusted" : path.Contains("/compilation", StringComparison.Ordinal) ? "&kept=true" : "")}"))["items"]!.AsArray()[^1]!["id"]! : "";

    static string InArea(string path) => path.Replace("{area}", "bergslunda", StringComparison.Ordinal);

    static async Task<JsonObject> Document(HttpClient program) => Parse(await program.GetStringAsync("/api/openapi.json"));

    static JsonObject Parse(string text) => (JsonObject)JsonNode.Parse(text)!;

    static IEnumerable<(string Method, string Path, JsonObject Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(o => o.Key is "get" or "post").Select(o => (o.Key.ToUpperInvariant(), path.Key, o.Value!.AsObject())));

    static bool Takes(JsonObject operation, string parameter) => operation["parameters"]!.AsArray().Any(p => (string)p!["name"]! == parameter);

    static string SchemaOf(JsonNode media) => ((string)media["schema"]!["$ref"]!).Split('/')[^1];

    static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>With SAMVERK_WRITE=true the answers become the document's examples, with ids that stay the same from one World to the next.</summary>
    static void KeepExamples(SortedDictionary<string, JsonNode?> examples)
    {
        if (Environment.GetEnvironmentVariable("SAMVERK_WRITE") != "true")
            return;
        var text = new JsonObject(examples.Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone()))).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var stable = Id().Replace(text, id => known.TryGetValue(id.Value, out var same) ? same : known[id.Value] = $"0192f0c0-0000-7000-8000-{known.Count + 1:d12}");
        stable = Cursor().Replace(stable, cursor => known.TryGetValue(Guid.Parse(cursor.Groups[1].Value).ToString("D"), out var same) ? $"\"f{same.Replace("-", "", StringComparison.Ordinal)}\"" : cursor.Value);
        File.WriteAllText(Path.Combine(Source.Root, Kept), Port().Replace(stable, "https://samverk.example") + "\n");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("\"f([0-9a-f]{32})\"")]
    private static partial Regex Cursor();

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex Port();
}
