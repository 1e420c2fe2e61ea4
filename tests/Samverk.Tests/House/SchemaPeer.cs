using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Samverk.Tests.House;

/// <summary>A judge of JSON that is not our own: whether a document is OpenAPI 3.1, and whether an answer has the shape that it says.</summary>
sealed class SchemaPeer : IAsyncDisposable
{
    readonly Peer peer;
    readonly HttpClient judge;

    SchemaPeer(Peer peer) => (this.peer, judge) = (peer, new() { BaseAddress = new($"http://127.0.0.1:{peer.Ready.GetProperty("port").GetInt32()}") });

    /// <returns>The judge, and what is wrong with the document.</returns>
    public static async Task<(SchemaPeer Judge, IReadOnlyList<string> Faults)> Of(string document)
    {
        var made = new SchemaPeer(await Peer.Start("schema.mjs"));
        return (made, await made.Ask("/document", document));
    }

    /// <summary>What of an instance is not as one of the document's schemas says.</summary>
    public Task<IReadOnlyList<string>> Faults(string schema, JsonNode? instance) =>
        Ask("/check", new JsonObject { ["pointer"] = $"/components/schemas/{schema}", ["instance"] = instance?.DeepClone() }.ToJsonString());

    async Task<IReadOnlyList<string>> Ask(string what, string told)
    {
        using var answer = await judge.PostAsync(what, new StringContent(told, Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var said = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return (bool)said["valid"]! ? [] : [.. said["errors"]!.AsArray().Select(e => (string)e!)];
    }

    public async ValueTask DisposeAsync()
    {
        judge.Dispose();
        await peer.DisposeAsync();
    }
}
