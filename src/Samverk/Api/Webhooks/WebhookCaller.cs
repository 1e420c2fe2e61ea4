using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>What became of a try.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Problem">Null when the receiver took it.</param>
/// <param name="After">As long as the receiver asked us to wait.</param>
sealed record Answered(int? Status, string? Problem, TimeSpan? After = null)
{
    public bool IsTaken => Problem is null;

    /// <summary>The receiver wants no more.</summary>
    public bool IsGone => Status == (int)HttpStatusCode.Gone;
}

/// <summary>What a webhook is told: that something happened, and where the rest is read. Never what it says.</summary>
sealed record WebhookEvent([About("Händelsens slag.")] string Type, [About("När det hände.")] DateTimeOffset Timestamp, WebhookEvent.Pointed Data)
{
    public sealed record Pointed([About("Sakens id.")] Guid Id, [About("Adressen i API:et där saken läses, med nyckel.")] string Url);

    public static WebhookEvent Of(Webhook webhook, Delivery delivery) =>
        new(delivery.Type, delivery.HappenedAt, new(delivery.Thing, webhook.Site + (EventKinds.Find(delivery.Type)?.Address(delivery.Thing) ?? Things.Me.Route.Address)));
}

/// <summary>Calls receivers, signed as Standard Webhooks 1.0.0 says.</summary>
sealed class WebhookCaller(WebhookSettings settings, WebhookSecrets secrets, TimeProvider clock) : IDisposable
{
    readonly HttpClient client = Outgoing.Client(settings.Hosts);

    public async Task<Answered> Call(Webhook webhook, Delivery delivery, CancellationToken ct)
    {
        // What the operator has named may have changed since the address was written.
        if (WebhookAddress.Fault(webhook.Address, settings) is { } fault)
            return new(null, fault.Text);
        try
        {
            using var request = Request(webhook, delivery);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return Of(answer);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return new(null, Words(e));
        }
    }

    public void Dispose() => client.Dispose();

    HttpRequestMessage Request(Webhook webhook, Delivery delivery)
    {
        var (id, now) = ($"msg_{delivery.Id:N}", clock.GetUtcNow());
        var (timestamp, body) = (now.ToUnixTimeSeconds(), JsonSerializer.Serialize(WebhookEvent.Of(webhook, delivery), ApiJson.Options));
        var signatures = new[] { webhook.Secret, webhook.SecretBeforeUntil > now ? webhook.SecretBefore : null }.OfType<byte[]>().Select(secret => secrets.Open(webhook.Id, secret).Sign(id, timestamp, body));
        return new(HttpMethod.Post, webhook.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture) },
                { "webhook-signature", string.Join(' ', signatures) },
                { "User-Agent", "Samverk" },
            },
        };
    }

    Answered Of(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var after = answer.Headers.RetryAfter is { } wait ? wait.Delta ?? wait.Date - clock.GetUtcNow() : null;
        return new(status, status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => $"Mottagaren hänvisade till en annan adress ({status}). Samverk följer inte med: skriv den rätta adressen.",
            401 or 403 => $"Mottagaren släppte inte in meddelandet ({status}).",
            404 => "Adressen finns inte hos mottagaren (404).",
            410 => "Mottagaren vill inte ha fler meddelanden (410).",
            429 => "Mottagaren bad Samverk vänta (429).",
            _ => $"Mottagaren tog inte emot meddelandet ({status}).",
        }, after);
    }

    static string Words(Exception e) => e switch
    {
        CryptographicException => "Hemligheten går inte att läsa längre. Skapa en ny.",
        TaskCanceledException => "Mottagaren svarade inte på femton sekunder.",
        _ when Causes(e).Any(c => c is InsideException) => WebhookAddress.Inside.Text,
        _ when Causes(e).Any(c => c is AuthenticationException) => "Mottagarens certifikat godtas inte.",
        _ when Causes(e).Any(c => c is SocketException or IOException or HttpRequestException) => "Mottagaren gick inte att nå.",
        _ => "Meddelandet gick inte att skicka.",
    };

    static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
