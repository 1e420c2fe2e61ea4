using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>A session that lasts, as its owner and an administrator see it.</summary>
sealed record SessionRow(Guid Id, SignInWay Way, string? Provider, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string Browser, string AreaName);

/// <param name="Places">In how many areas the account has a person.</param>
sealed record FoundSession(Session Session, bool IsOpen, int Places);

/// <summary>Sessions live in the database, so that they can be listed and ended; the browser has nothing but the key.</summary>
sealed class Sessions(SamverkDb db, Work work, SignInSettings settings, TimeProvider clock)
{
    /// <summary>How long it can be asked who was signed in when, after the last day that they could be.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    static readonly TimeSpan BetweenSights = TimeSpan.FromMinutes(1);

    /// <summary>Opens a session for a person of the current area.</summary>
    /// <returns>The key, for the browser alone; or the rule that said no.</returns>
    public async Task<(SecretKey Key, Refusal? Refusal)> Open(Guid person, SignInWay way, ProviderSession? provider, string browser, CancellationToken ct)
    {
        var (key, at) = (SecretKey.New(), clock.Now());
        var refusal = await work.Do(async () =>
        {
            await Forget(at, ct);
            var who = await db.Set<AccountPerson>().SingleOrDefaultAsync(p => p.Person == person, ct) ?? await new Accounts(db, clock).Of(person, ct);
            db.Add(new Session(key, who, way, provider, browser, at, settings.Longest));
        }, ct);
        return (key, refusal);
    }

    /// <returns>Null when no session has the key; one that has lapsed or been ended is found too.</returns>
    public async Task<FoundSession?> Find(string key, CancellationToken ct)
    {
        var hash = SecretKey.HashOf(key);
        var found = await db.Set<Session>().Where(s => s.KeyHash == hash)
            .Select(s => new { Session = s, Places = db.Set<AccountPerson>().Count(p => p.Account == s.Account) }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.Session, found.Session.IsOpen(clock.GetUtcNow(), settings.Idle), found.Places);
    }

    /// <summary>Remembers that the session is used; at most once a minute.</summary>
    public async Task Seen(Session session, CancellationToken ct)
    {
        var at = clock.Now();
        if (at - session.SeenAt < BetweenSights)
            return;
        var before = at - BetweenSights;
        await work.Must(() => db.Set<Session>().Where(s => s.Id == session.Id && s.SeenAt <= before).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, at), ct), ct);
    }

    /// <summary>Moves a session to another area of its account.</summary>
    public Task<Refusal?> Move(Guid session, Guid area, CancellationToken ct) => work.Do(async () =>
    {
        var moved = await db.Set<Session>().AsTracking().SingleAsync(s => s.Id == session, ct);
        moved.Move(await db.Set<AccountPerson>().SingleOrDefaultAsync(p => p.Account == moved.Account && p.Area == area, ct)
            ?? throw new RefusedException(new("not-there", "Du finns inte i det området.")));
    }, ct);

    public Task<List<SessionRow>> Of(Guid account, CancellationToken ct)
    {
        var (at, idle) = (clock.GetUtcNow(), clock.GetUtcNow() - settings.Idle);
        return (from s in db.Set<Session>()
                join a in db.Set<Area>() on s.Area equals a.Id
                where s.Account == account && s.EndedAt == null && s.ExpiresAt > at && s.SeenAt > idle
                orderby s.SeenAt descending
                select new SessionRow(s.Id, s.Way, s.Provider, s.CreatedAt, s.SeenAt, s.Browser, a.Name)).Take(200).ToListAsync(ct);
    }

    /// <summary>Ends one session of an account.</summary>
    public Task<Refusal?> End(Guid account, Guid session, Guid by, CancellationToken ct) => work.Do(() => End(OpenOf(account).Where(s => s.Id == session), by, ct), ct);

    /// <summary>Ends all sessions of an account but one.</summary>
    public Task<Refusal?> EndOthers(Guid account, Guid but, Guid by, CancellationToken ct) => work.Do(() => End(OpenOf(account).Where(s => s.Id != but), by, ct), ct);

    /// <summary>An administrator ends all sessions of a person of the area, who is signed out at the next step.</summary>
    public Task<Refusal?> EndAll(Guid person, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(Invitations.MayManage(by));
        var signedOut = await db.Set<Person>().AsTracking().SingleOrDefaultAsync(p => p.Id == person, ct) ?? throw new RefusedException(Invitations.NoSuchPerson);
        var account = await db.Set<AccountPerson>().Where(p => p.Person == person).Select(p => p.Account).SingleOrDefaultAsync(ct);
        if (await End(OpenOf(account), by.Person, ct) > 0)
            signedOut.SignedOut(clock.Now(), by.Person);
    }, ct);

    /// <summary>A provider says that somebody has signed out there: the session of that id, or all of the subject.</summary>
    public Task<int> EndBy(string issuer, byte[]? subject, string? sid, CancellationToken ct) =>
        End(db.Set<Session>().Where(s => s.EndedAt == null && s.Issuer == issuer && (sid == null ? s.Subject == subject : s.Sid == sid)), null, ct);

    IQueryable<Session> OpenOf(Guid account) => db.Set<Session>().Where(s => s.Account == account && s.EndedAt == null);

    Task<int> End(IQueryable<Session> sessions, Guid? by, CancellationToken ct)
    {
        var at = clock.Now();
        return sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, at).SetProperty(x => x.EndedBy, by), ct);
    }

    // What nobody can use is kept for as long as somebody may ask who was signed in when.
    async Task Forget(DateTimeOffset at, CancellationToken ct)
    {
        var (sessions, forms) = (at - Remembered, at - KeptForm.Lasts);
        await db.Set<Session>().Where(s => s.ExpiresAt < sessions).ExecuteDeleteAsync(ct);
        await db.Set<KeptForm>().Where(f => f.CreatedAt <= forms).ExecuteDeleteAsync(ct);
        await db.Set<ObeyedLogout>().Where(t => t.ExpiresAt < at).ExecuteDeleteAsync(ct);
    }
}
