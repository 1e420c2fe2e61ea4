using System.Security.Cryptography;
using System.Text;

namespace Samverk.Organisations.SigningIn;

/// <summary>Whom an account is in an area: at most one person in each. Area-less, so that signing in finds the areas.</summary>
internal sealed class AccountPerson(Guid account, Guid area, Guid person)
{
    public Guid Account { get; private set; } = account;
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;

    /// <summary>The same person under another account: whom they are known as elsewhere.</summary>
    public void Join(Guid account) => Account = account;
}

/// <summary>
/// An identity at a provider, bound to an account at the first sign-in and never moved by anything that the provider
/// says later. Area-less.
/// </summary>
internal sealed class Login(string issuer, byte[] subject, Guid account, string provider, DateTimeOffset boundAt)
{
    public string Issuer { get; private set; } = issuer;
    /// <summary>A fingerprint; some providers' subject is a personnummer.</summary>
    public byte[] Subject { get; private set; } = subject;
    public Guid Account { get; private set; } = account;
    /// <summary>The provider's key in the configuration when it was bound.</summary>
    public string Provider { get; private set; } = provider;
    public DateTimeOffset BoundAt { get; private set; } = boundAt;

    public static byte[] Fingerprint(string issuer, string subject) => SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"));
}
