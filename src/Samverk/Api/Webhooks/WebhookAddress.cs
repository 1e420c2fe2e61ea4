using System.Net;
using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>The hosts that the operator has named, under <c>Webhooks:Hosts</c> with commas between: they may be inside the network, and be called by http.</summary>
sealed record WebhookSettings(IReadOnlyList<string> Hosts)
{
    public static WebhookSettings Read(IConfiguration configuration) =>
        new(configuration["Webhooks:Hosts"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);

    public bool Names(string host) => Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a webhook's address may be. Where a name points is looked at when it is called, each time.</summary>
static class WebhookAddress
{
    public static Refusal Inside { get; } = new("address-inside", "Adressen leder in i nätet där Samverk står. Den som sköter servern kan tillåta den med Webhooks__Hosts.");

    public static Refusal? Fault(string address, WebhookSettings settings)
    {
        if (address.Length == 0)
            return new("address-missing", "Adressen saknas. Skriv den som https://diariet.example/samverk.");
        if (address.Length > Webhook.LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || address.Any(char.IsControl))
            return new("address-odd", $"Skriv adressen som https://diariet.example/samverk, utan lösenord och på högst {Webhook.LongestAddress} tecken.");
        if (settings.Names(uri.Host))
            return null;
        if (uri.Scheme == "http")
            return new("address-plain", "Adressen ska börja med https://, så att det som skickas inte kan läsas på vägen.");
        return uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && Outgoing.IsInside(ip)) ? Inside : null;
    }
}
