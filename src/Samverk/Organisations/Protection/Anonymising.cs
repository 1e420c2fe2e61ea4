using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.SigningIn;
using Samverk.Organisations.Views;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>Why another room can't yet let go of a person; null when it can.</summary>
public sealed record PersonHold(Func<IServiceProvider, Guid, CancellationToken, Task<Refusal?>> Why);

/// <summary>What anonymising somebody would do, for the one who is about to.</summary>
/// <param name="Places">Places, standings and functions: they stay.</param>
/// <param name="Rows">Rows of the history whose content goes.</param>
/// <param name="No">Why it can't be done now; null when it can.</param>
sealed record AnonymisingPlan(string? Title, string? Mail, int Spellings, int WaysIn, int Sessions, int Invitations, int Letters, int Views, int Rows, int Origins, int Places, Refusal? No);

/// <summary>
/// Forgets who a person was who has left. The places that they had stay, and the names that minutes have: those are public
/// record. What the history says of them is erased row by row, so that its chain proves the rest.
/// </summary>
sealed class Anonymising(SamverkDb db, Work work, HistoryErasing erasing, Post post, IEnumerable<PersonHold> holds, IServiceProvider services, TimeProvider clock)
{
    /// <summary>How long somebody must have had no place.</summary>
    public const int RestMonths = 12;

    const string Reason = "Personen anonymiserades", LegalBasis = "dataskyddsförordningen artikel 5.1 e";

    /// <returns>Null when there is no such person, or the actor doesn't look after them.</returns>
    public async Task<AnonymisingPlan?> Plan(Guid id, Actor by, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, ct);
        if (person is null || person.AnonymisedAt is not null || by.MayKeep(person.Organisation) is not null)
            return null;
        var account = await Account(id, ct);
        var alone = account is not null && await IsOnlyHere(account.Value, id, ct);
        return new(
            person.Title, person.Mail, await db.Set<PersonAlias>().CountAsync(a => a.Person == id, ct),
            alone ? await db.Set<Login>().CountAsync(l => l.Account == account, ct) + await db.Set<Passkey>().CountAsync(k => k.Account == account, ct) : 0,
            await db.Set<Session>().CountAsync(s => s.Person == id, ct), await db.Set<Invitation>().CountAsync(i => i.Person == id, ct), await post.Count(id, ct), await db.Set<SavedView>().CountAsync(v => v.Person == id, ct),
            (await Rows(id).ToListAsync(ct)).Count, await OriginsBy(id).CountAsync(ct), (await Places(id, ct)).Count, await MayNot(person, by, ct));
    }

    public Task<Refusal?> Anonymise(Guid id, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var person = await db.Person(id, ct);
        Refusal.Heed(by.MayKeep(person.Organisation));
        await db.OneAtATime(ct);
        Refusal.Heed(await MayNot(person, by, ct));
        await post.Forget(id, ct);
        await ForgetWaysIn(id, ct);
        await db.Set<PersonAlias>().Where(a => a.Person == id).ExecuteDeleteAsync(ct);
        await db.Set<SavedView>().Where(v => v.Person == id).ExecuteDeleteAsync(ct);
        await db.Set<ProtectedName>().Where(n => n.Person == id).ExecuteDeleteAsync(ct);
        await db.Set<Function>().Where(f => f.Person == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Mail, (string?)null).SetProperty(x => x.Telephone, (string?)null).SetProperty(x => x.Hours, (string?)null), ct);
        await OriginsBy(id).ExecuteDeleteAsync(ct);
        await erasing.EraseAll(await Rows(id).ToListAsync(ct), Reason, LegalBasis, by.Person, ct);
        person.Anonymise(clock.Now(), by.Person);
    }, ct);

    async Task<Refusal?> MayNot(Person person, Actor by, CancellationToken ct)
    {
        if (person.Id == by.Person)
            return new("yourself", "Du kan inte anonymisera dig själv. Be en annan administratör.");
        var (today, days) = (clock.Today(), await Places(person.Id, ct));
        if (await IsLastAdministrator(person.Id, today, ct))
            return new("last-administrator", "Personen är områdets enda administratör. Lägg till en annan först.");
        if (days.Exists(d => d.To is null || d.To >= today))
            return new("still-place", "Personen har en plats eller funktion som gäller i dag eller senare. Avsluta den först.");
        var last = days.Max(d => d.To);
        if (last?.AddMonths(RestMonths) >= today)
            return new("place-recent", $"Personens senaste plats slutade {last.Value.InWords()}. Personen kan anonymiseras från {last.Value.AddMonths(RestMonths).AddDays(1).InWords()}.");
        foreach (var hold in holds)
            if (await hold.Why(services, person.Id, ct) is { } no)
                return no;
        return null;
    }

    async Task<bool> IsLastAdministrator(Guid person, DateOnly today, CancellationToken ct)
    {
        var administrators = await db.Set<Function>().Where(f => f.Kind == FunctionKind.Administrator && f.Organisation == null && f.From <= today && (f.To == null || f.To >= today)).Select(f => f.Person).ToListAsync(ct);
        return administrators.Contains(person) && administrators.TrueForAll(p => p == person);
    }

    async Task<List<Period>> Places(Guid person, CancellationToken ct) =>
    [
        .. await db.Set<Membership>().Where(m => m.Person == person).Select(m => new Period(m.From, m.To)).ToListAsync(ct),
        .. await db.Set<Standing>().Where(s => s.Person == person).Select(s => new Period(s.From, s.To)).ToListAsync(ct),
        .. await db.Set<Function>().Where(f => f.Person == person).Select(f => new Period(f.From, f.To)).ToListAsync(ct),
    ];

    /// <summary>What the history tells about the person: rows of their own, and rows of bodies and organisations that name them. Not what they did.</summary>
    IQueryable<long> Rows(Guid person)
    {
        var named = $"\"Person\":\"{person:D}\"";
        return db.Set<HistoryRow>().Where(r => r.Told != "" && r.Kind != nameof(HistoryErased) && r.Kind != nameof(PersonAnonymised) && (r.Subject == person || r.Told.Contains(named)))
            .OrderBy(r => r.Number).Select(r => r.Number);
    }

    /// <summary>From where the person did what they did.</summary>
    IQueryable<HistoryOrigin> OriginsBy(Guid person) => db.Set<HistoryOrigin>().Where(o => db.Set<HistoryRow>().Any(r => r.Number == o.Number && r.By == person));

    Task<Guid?> Account(Guid person, CancellationToken ct) => db.Set<AccountPerson>().Where(p => p.Person == person).Select(p => (Guid?)p.Account).SingleOrDefaultAsync(ct);

    async Task<bool> IsOnlyHere(Guid account, Guid person, CancellationToken ct) => !await db.Set<AccountPerson>().AnyAsync(p => p.Account == account && p.Person != person, ct);

    /// <summary>An account that is somebody in another area too stays for that.</summary>
    async Task ForgetWaysIn(Guid person, CancellationToken ct)
    {
        await db.Set<Session>().Where(s => s.Person == person).ExecuteDeleteAsync(ct);
        await db.Set<KeptForm>().Where(f => f.Person == person).ExecuteDeleteAsync(ct);
        await db.Set<Invitation>().Where(i => i.Person == person).ExecuteDeleteAsync(ct);
        await db.Set<AccessToken>().Where(t => t.Person == person).ExecuteDeleteAsync(ct);
        if (await Account(person, ct) is not { } account)
            return;
        var alone = await IsOnlyHere(account, person, ct);
        await db.Set<AccountPerson>().Where(p => p.Person == person).ExecuteDeleteAsync(ct);
        if (!alone)
            return;
        await db.Set<Session>().Where(s => s.Account == account).ExecuteDeleteAsync(ct);
        await db.Set<Login>().Where(l => l.Account == account).ExecuteDeleteAsync(ct);
        await db.Set<Passkey>().Where(k => k.Account == account).ExecuteDeleteAsync(ct);
        await db.Set<KeptForm>().Where(f => f.Account == account).ExecuteDeleteAsync(ct);
        await db.Set<Account>().Where(a => a.Id == account).ExecuteDeleteAsync(ct);
    }
}
