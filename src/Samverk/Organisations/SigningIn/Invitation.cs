using Samverk.Shared;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// A link that lets an invited person choose how to sign in. Used once, for fourteen days. Area-less: the link alone
/// says which area it leads to.
/// </summary>
internal sealed class Invitation(Guid area, Guid person, byte[] keyHash, Guid by, DateTimeOffset createdAt, DateTimeOffset expiresAt)
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public byte[] KeyHash { get; private set; } = keyHash;
    public Guid By { get; private set; } = by;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsOpen(DateTimeOffset at) => UsedAt is null && RevokedAt is null && at < ExpiresAt;
}
