using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Samverk.Public.Subscriptions;

/// <summary>The links of a subscription's letters: only this installation can make one, so who has it has had the letter.</summary>
sealed class SubscriptionLinks(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Samverk.Public.Subscription");

    public string Confirm(string site, string slug, Guid subscription) => $"{site}{PublicPages.Subscribe(slug)}/bekrafta?nyckel={Key(subscription)}";

    public string End(string site, string slug, Guid subscription) => $"{site}{PublicPages.Subscribe(slug)}/avsluta?nyckel={Key(subscription)}";

    /// <returns>Null when the key is none of ours.</returns>
    public Guid? Of(string? key)
    {
        if (key is not { Length: > 0 and < 500 } || !Base64Url.IsValid(key))
            return null;
        try
        {
            return new Guid(protector.Unprotect(Base64Url.DecodeFromChars(key)));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    string Key(Guid subscription) => Base64Url.EncodeToString(protector.Protect(subscription.ToByteArray()));
}
