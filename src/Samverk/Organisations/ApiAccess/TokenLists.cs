using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.ApiAccess;

/// <summary>A token that holds, as its owner and an administrator see it.</summary>
/// <param name="Whose">The person's or the system's name.</param>
public sealed record TokenRow(Guid Id, string Name, string Whose, Guid? System, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateOnly? UsedOn);

sealed record SystemRow(Guid Id, string Name, Guid Organisation, string OrganisationName);

/// <summary>A token that somebody came with.</summary>
/// <param name="Whose">The person, or the system.</param>
sealed record FoundToken(Guid Id, Guid Area, string Name, Guid Whose, bool IsSystem, TokenScope Scope, DateOnly? UsedOn);

/// <summary>What is asked of tokens and systems in the current area.</summary>
sealed class TokenLists(SamverkDb db, Work work, TimeProvider clock)
{
    const int Most = 500;

    /// <summary>Those that hold, of a person's own.</summary>
    public Task<List<TokenRow>> Of(Guid person, CancellationToken ct) => Rows(t => t.Person == person, ct);

    public Task<List<TokenRow>> OfSystems(CancellationToken ct) => Rows(t => t.System != null, ct);

    public Task<List<TokenRow>> OfPeople(CancellationToken ct) => Rows(t => t.Person != null, ct);

    public Task<List<SystemRow>> Systems(CancellationToken ct) =>
        (from s in db.Set<ConnectedSystem>()
         join o in db.Set<Organisation>() on s.Organisation equals o.Id
         where s.DisconnectedAt == null
         orderby s.NameSort
         select new SystemRow(s.Id, s.Name, o.Id, o.Name)).Take(Most).ToListAsync(ct);

    /// <returns>Null when no token that holds has the secret.</returns>
    public Task<FoundToken?> Find(TokenSecret secret, CancellationToken ct)
    {
        var (hash, at) = (secret.Hash, clock.GetUtcNow());
        return db.Set<AccessToken>().Where(t => t.SecretHash == hash && t.RevokedAt == null && t.ExpiresAt > at)
            .Select(t => new FoundToken(t.Id, t.Area, t.Name, t.Person ?? t.System!.Value, t.System != null, t.Scope, t.UsedOn)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Remembers the day that a token was used.</summary>
    public async Task Used(FoundToken token, CancellationToken ct)
    {
        var today = clock.Today();
        if (token.UsedOn == today)
            return;
        await work.Must(() => db.Set<AccessToken>().Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedOn, today), ct), ct);
    }

    Task<List<TokenRow>> Rows(Expression<Func<AccessToken, bool>> which, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return (from t in db.Set<AccessToken>().Where(which)
                join p in db.Set<Person>() on t.Person equals (Guid?)p.Id into people
                from p in people.DefaultIfEmpty()
                join s in db.Set<ConnectedSystem>() on t.System equals (Guid?)s.Id into systems
                from s in systems.DefaultIfEmpty()
                where t.RevokedAt == null && t.ExpiresAt > at
                orderby t.CreatedAt descending
                select new TokenRow(t.Id, t.Name, p != null ? p.Name : s.Name, t.System, t.Scope, t.CreatedAt, t.ExpiresAt, t.UsedOn)).Take(Most).ToListAsync(ct);
    }
}
