using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Samverk.Api.Webhooks;

/// <summary>What a webhook's messages are signed with (Standard Webhooks 1.0.0, HMAC-SHA256).</summary>
sealed class WebhookSecret(byte[] key)
{
    const string Mark = "whsec_";
    const int Bytes = 32;

    /// <summary>As the receiver keeps it.</summary>
    public string Text => Mark + Convert.ToBase64String(key);

    public byte[] Key => key;

    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(Bytes));

    public string Sign(string id, long timestamp, string body) => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";
}

/// <summary>Secrets as they are kept: readable by this installation alone.</summary>
sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    /// <summary>Before the unit of work: now and then this makes a new key, which is saved by a connection of its own.</summary>
    public byte[] Seal(Guid webhook, WebhookSecret secret) => Protector(webhook).Protect(secret.Key);

    /// <exception cref="CryptographicException">The installation has lost its keys.</exception>
    public WebhookSecret Open(Guid webhook, byte[] secret) => new(Protector(webhook).Unprotect(secret));

    IDataProtector Protector(Guid webhook) => protection.CreateProtector("Samverk.Webhook", webhook.ToString("N"));
}
