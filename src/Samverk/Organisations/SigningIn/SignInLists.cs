using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>How a person of the area can sign in today.</summary>
/// <param name="InvitedUntil">The last day of an open invitation.</param>
sealed record SignInRow(Guid Person, string Name, string? Organisation, string? Mail, int Logins, int Passkeys, DateTimeOffset? InvitedUntil);

/// <summary>What an administrator reads of how the area's people sign in.</summary>
sealed class SignInLists(SamverkDb db, TimeProvider clock)
{
    public async Task<Listed<SignInRow>> People(string? text, int page, int size, CancellationToken ct)
    {
        var folded = Swedish.Fold(text ?? "");
        var people = db.Set<Person>().Where(p => folded == "" || p.Folded.Contains(folded));
        var rows = Rows(people.OrderBy(p => p.NameSort).Skip((page - 1) * size).Take(size));
        return new(await rows.ToListAsync(ct), await people.CountAsync(ct));
    }

    public Task<SignInRow?> Person(Guid id, CancellationToken ct) => Rows(db.Set<Person>().Where(p => p.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>Some people's names, for links to them.</summary>
    public Task<Dictionary<Guid, string>> Names(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

    public Task<Guid?> Account(Guid person, CancellationToken ct) =>
        (from p in db.Set<Person>() join w in db.Set<AccountPerson>() on p.Id equals w.Person where p.Id == person select (Guid?)w.Account).SingleOrDefaultAsync(ct);

    /// <summary>The providers that an account signs in with, by their keys in the configuration.</summary>
    public Task<List<string>> Logins(Guid account, CancellationToken ct) =>
        db.Set<Login>().Where(l => l.Account == account).OrderBy(l => l.BoundAt).Select(l => l.Provider).ToListAsync(ct);

    IQueryable<SignInRow> Rows(IQueryable<Person> people)
    {
        var at = clock.GetUtcNow();
        return from p in people
               join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
               from o in organisations.DefaultIfEmpty()
               join w in db.Set<AccountPerson>() on p.Id equals w.Person into accounts
               from w in accounts.DefaultIfEmpty()
               orderby p.NameSort
               select new SignInRow(p.Id, p.Name, o == null ? null : o.Name, p.Mail,
                   w == null ? 0 : db.Set<Login>().Count(l => l.Account == w.Account),
                   w == null ? 0 : db.Set<Passkey>().Count(k => k.Account == w.Account),
                   db.Set<Invitation>().Where(i => i.Person == p.Id && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > at).Select(i => (DateTimeOffset?)i.ExpiresAt).FirstOrDefault());
    }
}
