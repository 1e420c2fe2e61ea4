using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Samverk.Organisations.SigningIn;

/// <summary>A key that a person's device or security key holds (WebAuthn); we keep its public half. Area-less.</summary>
internal sealed class Passkey
{
    Passkey() { }

    public Passkey(Guid account, UserPasskeyInfo info, string name)
    {
        (Id, Account, Name, PublicKey, CreatedAt) = (IdOf(info.CredentialId), account, name, info.PublicKey, info.CreatedAt);
        Transports = string.Join(' ', info.Transports ?? []);
        (SignCount, IsUserVerified, IsBackupEligible, IsBackedUp) = (info.SignCount, info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp);
    }

    /// <summary>The credential's id, base64url.</summary>
    public string Id { get; private set; } = "";
    public Guid Account { get; private set; }
    /// <summary>What its owner knows it as: the browser that it was made in.</summary>
    public string Name { get; private set; } = "";
    public byte[] PublicKey { get; private set; } = [];
    public string Transports { get; private set; } = "";
    public long SignCount { get; private set; }
    public bool IsUserVerified { get; private set; }
    public bool IsBackupEligible { get; private set; }
    public bool IsBackedUp { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static string IdOf(byte[] credential) => Base64Url.EncodeToString(credential);

    /// <summary>What the authenticator said of itself when it was used.</summary>
    public void Used(UserPasskeyInfo info, DateTimeOffset at) => (SignCount, IsBackedUp, UsedAt) = (info.SignCount, info.IsBackedUp, at);

    public UserPasskeyInfo Info() => new(Base64Url.DecodeFromChars(Id), PublicKey, CreatedAt, (uint)SignCount,
        Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsUserVerified, IsBackupEligible, IsBackedUp, [], []) { Name = Name };
}
