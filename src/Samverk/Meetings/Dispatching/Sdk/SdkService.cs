using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samverk.Shared;

namespace Samverk.Meetings.Dispatching.Sdk;

/// <summary>What a message service says of a message (the states of the recommended interface).</summary>
public enum SdkStatus { Waiting, Sent, Received, Failed }

/// <summary>The message service could not be asked, or said no. Says nothing of what was sent: it goes to the log.</summary>
public sealed class SdkException(string words) : Exception(words);

/// <summary>Hands messages over to a message service by the REST interface that DIGG recommends, and asks what became of them.</summary>
public sealed class SdkService(SdkSettings settings) : IDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    readonly HttpClient client = Outgoing.Client(new[] { settings.Url?.Host, settings.TokenUrl?.Host }.OfType<string>());

    /// <exception cref="SdkException">It was not taken; try again later.</exception>
    public async Task Send(SdkMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = await Request(HttpMethod.Post, "sdk/messages", "urn:sdk.api:sendMessages", ct);
        request.Content = JsonContent.Create(new { data = new { type = "messages", attributes = Attributes(message) } }, options: Json);
        using var answer = await Ask(request, ct);
        if (!answer.IsSuccessStatusCode)
            throw new SdkException($"Meddelandetjänsten tog inte emot meddelandet: {await Why(answer, ct)}");
    }

    /// <returns>Null when the service knows of no such message.</returns>
    /// <exception cref="SdkException">The service could not be asked.</exception>
    public async Task<(SdkStatus Status, string? Why)?> Status(Guid message, CancellationToken ct)
    {
        using var request = await Request(HttpMethod.Get, $"sdk/messages/{message:D}", "urn:sdk.api:getMessage", ct);
        using var answer = await Ask(request, ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (!answer.IsSuccessStatusCode)
            throw new SdkException($"Meddelandetjänsten svarade inte om meddelandet: {await Why(answer, ct)}");
        var attributes = (await Read(answer, ct)).GetProperty("data").GetProperty("attributes");
        var said = attributes.GetProperty("messageStatus").GetString();
        return (Of(said), Of(said) == SdkStatus.Failed ? Issue(attributes) ?? said : null);
    }

    public void Dispose() => client.Dispose();

    static SdkStatus Of(string? said) => said switch
    {
        "ACCEPTED" or "RETRIEVED" or "RECEIPT_SENT" => SdkStatus.Received,
        "ACKNOWLEDGE" or "WAITING_FOR_RECEIPT" => SdkStatus.Sent,
        "MESSAGE_EXCHANGE_ERROR" or "REJECTED" or "ERROR" => SdkStatus.Failed,
        _ => SdkStatus.Waiting,
    };

    static object Attributes(SdkMessage m) => new
    {
        creationDateTime = m.CreatedAt,
        messageId = m.Id.ToString("D"),
        conversationId = m.Id.ToString("D"),
        confidentiality = false,
        generatingSystem = new { root = "un-encoded", extension = SdkMessage.System },
        label = m.Label,
        sender = m.From.Id,
        recipient = m.To.Id,
        senderAttention = Attention(m.From),
        recipientAttention = Attention(m.To),
        digitalDocument = (object[])
        [
            new { documentId = "1", documentName = "Meddelande", index = "1", contentTextBody = new[] { m.Text } },
            .. m.Files.Select((f, i) => new { documentId = $"{i + 2}", documentName = f.Name, index = $"{i + 2}", contentFiles = new[] { new { fileName = f.Name, contentType = f.Type, content = Convert.ToBase64String(f.Bytes) } } }),
        ],
    };

    static object Attention(SdkParty party) => new { subOrganization = new { root = SdkMessage.FunctionRoot, extension = party.Function, label = party.Label } };

    async Task<HttpRequestMessage> Request(HttpMethod method, string path, string scope, CancellationToken ct) =>
        new(method, new Uri(settings.Url!.AbsoluteUri.TrimEnd('/') + "/" + path)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await Token(scope, ct)) } };

    async Task<string> Token(string scope, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenUrl)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", settings.ClientId), new("client_secret", settings.ClientSecret), new("scope", scope)]),
        };
        using var answer = await Ask(request, ct);
        if (!answer.IsSuccessStatusCode)
            throw new SdkException($"Meddelandetjänstens inloggning sade nej ({(int)answer.StatusCode}).");
        return (await Read(answer, ct)).TryGetProperty("access_token", out var token) && token.GetString() is { Length: > 0 } text ? text : throw new SdkException("Meddelandetjänstens inloggning gav ingen nyckel.");
    }

    async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await client.SendAsync(request, ct);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new SdkException("Meddelandetjänsten gick inte att nå.");
        }
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        }
        catch (JsonException)
        {
            throw new SdkException("Meddelandetjänsten svarade något som inte går att läsa.");
        }
    }

    // A problem (RFC 7807), with issues that say more.
    static async Task<string> Why(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var problem = await Read(answer, ct);
            return Issue(problem) ?? Text(problem, "detail") ?? Text(problem, "title") ?? $"{(int)answer.StatusCode}";
        }
        catch (SdkException)
        {
            return $"{(int)answer.StatusCode}";
        }
    }

    static string? Issue(JsonElement of)
    {
        var issues = of.ValueKind == JsonValueKind.Object && of.TryGetProperty("events", out var events) ? events : of;
        return issues.ValueKind == JsonValueKind.Object && issues.TryGetProperty("eventIssues", out var list) && list is { ValueKind: JsonValueKind.Array } && list.GetArrayLength() > 0 ? Text(list[0], "title") : null;
    }

    static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
