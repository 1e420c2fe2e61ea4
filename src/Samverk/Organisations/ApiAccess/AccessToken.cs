using Samverk.Shared;

namespace Samverk.Organisations.ApiAccess;

/// <summary>What a token lets its holder do, at most: never more than they may themselves.</summary>
public enum TokenScope { Read, ReadAndImport, ReadAndRegister }

/// <summary>
/// The right of a program to act as a person, or as the connected system that it is. The database keeps the hash of the
/// secret alone. It ends by its day, by being revoked, and with what its person may.
/// </summary>
internal sealed class AccessToken : Remembering, IInArea
{
    AccessToken() { }

    AccessToken(Guid area, TokenSecret secret, string name, TokenScope scope, DateTimeOffset at, DateTimeOffset expiresAt, Guid? by) =>
        (Area, SecretHash, Name, Scope, CreatedAt, ExpiresAt, CreatedBy) = (area, secret.Hash, name, scope, at, expiresAt, by);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    /// <summary>What its owner calls it: 'Diariet'.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Whose it is; null when it is a system's.</summary>
    public Guid? Person { get; private set; }
    public Guid? System { get; private set; }
    public TokenScope Scope { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Null when it was made on the command line.</summary>
    public Guid? CreatedBy { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    /// <summary>The last day that it was used; null until it is.</summary>
    public DateOnly? UsedOn { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public Guid? RevokedBy { get; private set; }

    public static AccessToken Of(Person person, TokenSecret secret, string name, TokenScope scope, DateTimeOffset at, DateTimeOffset expiresAt, Guid? by)
    {
        var token = new AccessToken(person.Area, secret, name, scope, at, expiresAt, by) { Person = person.Id };
        token.Remember(new TokenGiven(person.Id, token.Id, name, person.Name, scope, at, by));
        return token;
    }

    public static AccessToken Of(ConnectedSystem system, TokenSecret secret, string name, TokenScope scope, DateTimeOffset at, DateTimeOffset expiresAt, Guid? by)
    {
        var token = new AccessToken(system.Area, secret, name, scope, at, expiresAt, by) { System = system.Id };
        token.Remember(new TokenGiven(system.Id, token.Id, name, system.Name, scope, at, by));
        return token;
    }

    public bool IsOpen(DateTimeOffset at) => RevokedAt is null && at < ExpiresAt;

    /// <summary>Of one that is revoked already nothing changes.</summary>
    public void Revoke(DateTimeOffset at, Guid by)
    {
        if (RevokedAt is not null)
            return;
        (RevokedAt, RevokedBy) = (at, by);
        Remember(new TokenRevoked(Person ?? System!.Value, Id, Name, at, by));
    }
}

/// <summary>A machine that asks for an organisation, under its own name: a case system, a statistics job.</summary>
internal sealed class ConnectedSystem : Remembering, IInArea
{
    ConnectedSystem() { }

    public ConnectedSystem(Guid area, Guid organisation, string name, DateTimeOffset at, Guid by)
    {
        (Area, Organisation, Name, NameSort) = (area, organisation, name, Swedish.SortKey(name));
        Remember(new SystemConnected(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    /// <summary>Whose it is, and which it acts for.</summary>
    public Guid Organisation { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>Since then it is let in no more.</summary>
    public DateTimeOffset? DisconnectedAt { get; private set; }

    public void Disconnect(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(DisconnectedAt is null ? null : new("system-disconnected", "Systemet är redan frånkopplat."));
        DisconnectedAt = at;
        Remember(new SystemDisconnected(Id, Name, at, by));
    }
}
