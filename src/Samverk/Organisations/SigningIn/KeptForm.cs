namespace Samverk.Organisations.SigningIn;

/// <summary>
/// What somebody typed and sent after their session had lapsed, kept for a day for the same person in the same browser.
/// The content is protected by the browser's key beside the installation's. Area-less.
/// </summary>
internal sealed class KeptForm(byte[] keyHash, Guid account, Guid person, string page, string target, byte[] content, DateTimeOffset createdAt)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    public byte[] KeyHash { get; private set; } = keyHash;
    public Guid Account { get; private set; } = account;
    public Guid Person { get; private set; } = person;
    /// <summary>The page that shows the form, path and query.</summary>
    public string Page { get; private set; } = page;
    /// <summary>Where the form is sent.</summary>
    public string Target { get; private set; } = target;
    public byte[] Content { get; private set; } = content;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}

/// <summary>A logout token that has been obeyed, so that it is not obeyed twice. Area-less.</summary>
internal sealed class ObeyedLogout(string issuer, string jti, DateTimeOffset expiresAt)
{
    public string Issuer { get; private set; } = issuer;
    public string Jti { get; private set; } = jti;
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;
}
