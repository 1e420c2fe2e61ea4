using Samverk.Shared;

namespace Samverk.Organisations.SigningIn;

/// <summary>How somebody proved who they are.</summary>
enum SignInWay { Link, Demo, Provider, Passkey }

/// <summary>What a provider said of a session, by which it can end it.</summary>
/// <param name="Subject">The fingerprint of the subject, see <see cref="Login.Fingerprint"/>.</param>
/// <param name="Sid">The provider's own id of the session, when it has one.</param>
sealed record ProviderSession(string Key, string Issuer, byte[] Subject, string? Sid);

/// <summary>Somebody is signed in, in one browser. Area-less: found by its key before any area is entered.</summary>
internal sealed class Session
{
    const int LongestBrowser = 60;

    Session() { }

    public Session(SecretKey key, AccountPerson who, SignInWay way, ProviderSession? provider, string browser, DateTimeOffset at, TimeSpan longest)
    {
        (KeyHash, Account, Area, Person, Way) = (key.Hash, who.Account, who.Area, who.Person, way);
        (Provider, Issuer, Subject, Sid) = (provider?.Key, provider?.Issuer, provider?.Subject, provider?.Sid);
        (CreatedAt, SeenAt, ExpiresAt) = (at, at, at + longest);
        Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser;
    }

    public Guid Id { get; private set; } = Ids.Next();
    public byte[] KeyHash { get; private set; } = [];
    public Guid Account { get; private set; }
    /// <summary>Where they are now; an account with people in several areas moves between them.</summary>
    public Guid Area { get; private set; }
    public Guid Person { get; private set; }
    public SignInWay Way { get; private set; }
    /// <summary>The provider's key in the configuration; the others of its kind are null without a provider.</summary>
    public string? Provider { get; private set; }
    public string? Issuer { get; private set; }
    public byte[]? Subject { get; private set; }
    public string? Sid { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Written at most once a minute.</summary>
    public DateTimeOffset SeenAt { get; private set; }
    /// <summary>The latest that it can last, however much it is used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>The person who ended it; null when a provider did, or while it lasts.</summary>
    public Guid? EndedBy { get; private set; }
    /// <summary>'Firefox, Windows'.</summary>
    public string Browser { get; private set; } = "";

    public bool IsOpen(DateTimeOffset at, TimeSpan idle) => EndedAt is null && at < ExpiresAt && at < SeenAt + idle;

    public void Move(AccountPerson to) => (Area, Person) = (to.Area, to.Person);
}
