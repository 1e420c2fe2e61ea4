using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Samverk.Organisations.SigningIn;

/// <summary>Texts that travel by way of the browser for some minutes, and that nobody but this installation can make or read.</summary>
sealed class ShortSecrets(IDataProtectionProvider protection)
{
    static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Samverk.SigningIn").ToTimeLimitedDataProtector();

    public string Protect(string text) => protector.Protect(text, Holds);

    /// <returns>Null when it isn't ours, or is too old.</returns>
    public string? Read(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
