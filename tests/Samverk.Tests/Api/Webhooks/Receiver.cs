using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Samverk.Tests.Api.Webhooks;

/// <summary>What came to a receiver.</summary>
sealed record Arrived(string Path, string Id, string Timestamp, string Signature, string Media, string Body);

/// <summary>An organisation's own system that is told of things: keeps what comes, and answers what the test says.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<Arrived> messages = new();

    Receiver(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.Single()}/samverk";

    public IReadOnlyList<Arrived> Messages => [.. messages];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    /// <summary>What its answer says of when to come back, or where to go.</summary>
    public (string Name, string Value)? Header { get; set; }

    /// <param name="port">0 for one that is free.</param>
    public static async Task<Receiver> Start(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var built = builder.Build();
        var receiver = new Receiver(built);
        built.Run(receiver.Take);
        await built.StartAsync();
        return receiver;
    }

    /// <summary>As a receiver checks a signature that only has the secret and what the specification says.</summary>
    public static string Signed(string secret, Arrived message)
    {
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        using var mac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        return "v1," + Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Body}")));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        messages.Enqueue(new(context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), context.Request.ContentType ?? "", await reader.ReadToEndAsync()));
        if (Header is var (name, value))
            context.Response.Headers[name] = value;
        context.Response.StatusCode = (int)Answer;
    }
}
