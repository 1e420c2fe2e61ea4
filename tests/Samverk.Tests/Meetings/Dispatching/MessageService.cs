using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Samverk.Tests.Meetings.Dispatching;

/// <summary>A message service that speaks the recommended interface: it demands its token, keeps what it gets and says what the test tells it to.</summary>
sealed class MessageService : IAsyncDisposable
{
    public const string ClientId = "samverk", ClientSecret = "en hemlighet";
    const string Token = "nyckel-1";

    readonly WebApplication app;

    MessageService(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>The attributes of each message by its id.</summary>
    public ConcurrentDictionary<string, JsonObject> Messages { get; } = new();

    /// <summary>What it says of every message.</summary>
    public string Status { get; set; } = "SCHEDULED";

    /// <summary>Why it takes nothing; null when it does.</summary>
    public string? Refusal { get; set; }

    public int Handed { get; private set; }

    public IEnumerable<string> Settings(string code) =>
    [
        "--Sdk:Url", $"{Address}/v1", "--Sdk:TokenUrl", $"{Address}/token", "--Sdk:ClientId", ClientId, "--Sdk:ClientSecret", ClientSecret, "--Sdk:From:Id", "0203:bergslunda.example", "--Sdk:From:Function", "sdk:samverkan:0203:bergslunda.example",
        $"--Sdk:Receivers:{code}:Id", "0203:askvik.example", $"--Sdk:Receivers:{code}:Function", "sdk:registrator:0203:askvik.example",
    ];

    public static async Task<MessageService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var service = new MessageService(built);
        // As a delegate, or the answer is thrown away: an async method is a RequestDelegate too.
        built.MapPost("/token", (Delegate)service.Give);
        built.MapPost("/v1/sdk/messages", (Delegate)service.Take);
        built.MapGet("/v1/sdk/messages/{id}", (Delegate)service.Tell);
        await built.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task<IResult> Give(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return (form["grant_type"], form["client_id"], form["client_secret"]) == ("client_credentials", ClientId, ClientSecret) && form["scope"].ToString().StartsWith("urn:sdk.api:", StringComparison.Ordinal)
            ? Results.Json(new { access_token = Token, token_type = "Bearer", expires_in = 60 }) : Results.Unauthorized();
    }

    async Task<IResult> Take(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Token}")
            return Results.Unauthorized();
        if (Refusal is not null)
            return Results.Json(new { type = "urn:problem-type:sdk:badRequest", title = "Bad Request", status = 400, detail = "MESSAGE_EXCHANGE_ERROR", eventIssues = new[] { new { typeCode = "MESSAGE_EXCHANGE_ERROR", title = Refusal } } }, statusCode: 400);
        var sent = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!["data"]!["attributes"]!.AsObject();
        Handed++;
        Messages[(string)sent["messageId"]!] = sent;
        return Results.StatusCode((int)HttpStatusCode.Created);
    }

    IResult Tell(string id, HttpContext context) =>
        context.Request.Headers.Authorization != $"Bearer {Token}" ? Results.Unauthorized()
        : !Messages.ContainsKey(id) ? Results.NotFound()
        : Results.Json(new { data = new { type = "messages", id, attributes = new { messageStatus = Status, messageId = id, events = new { eventIssues = new[] { new { typeCode = Status, title = "Mottagaren svarar inte" } } } } } });
}
