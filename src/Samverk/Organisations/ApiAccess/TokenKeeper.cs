using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.ApiAccess;

/// <param name="Days">How long it holds.</param>
public sealed record TokenFacts(string Name, TokenScope Scope, int Days);

/// <summary>Tokens and the systems that have them: made, revoked, connected, disconnected.</summary>
sealed class TokenKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public const int MostOpen = 20, LongestName = 100;

    /// <summary>The choices of how long a token holds, in days; the last is the longest.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [30, 90, 180, 365];

    static Refusal NoSuchToken { get; } = new("token-missing", "API-nyckeln finns inte.");

    /// <summary>Makes a token of somebody's own.</summary>
    /// <returns>The secret, told once; or the rule that said no.</returns>
    public Task<(TokenSecret? Secret, Refusal? Refusal)> GiveOwn(TokenFacts facts, Actor by, CancellationToken ct) => Give(by.Person, facts, by.Person, ct);

    /// <summary>Makes a token of a person's on the command line, where nobody is at the door.</summary>
    /// <param name="by">Null for the command line itself.</param>
    public Task<(TokenSecret? Secret, Refusal? Refusal)> Give(Guid person, TokenFacts facts, Guid? by, CancellationToken ct) => Make(facts, async (secret, at) =>
    {
        var whose = await db.Person(person, ct);
        await NotTooMany(t => t.Person == person, at, ct);
        return AccessToken.Of(whose, secret, facts.Name.Trim(), facts.Scope, at, at.AddDays(facts.Days), by);
    }, ct);

    public Task<(TokenSecret? Secret, Refusal? Refusal)> GiveSystem(Guid system, TokenFacts facts, Actor by, CancellationToken ct) => Make(facts, async (secret, at) =>
    {
        Refusal.Heed(MayManage(by));
        var whose = await System(system, ct);
        Refusal.Heed(whose.DisconnectedAt is null ? null : new("system-disconnected", "Systemet är frånkopplat. Anslut det på nytt."));
        await NotTooMany(t => t.System == system, at, ct);
        return AccessToken.Of(whose, secret, facts.Name.Trim(), facts.Scope, at, at.AddDays(facts.Days), by.Person);
    }, ct);

    /// <summary>Revokes a token: one's own, or anybody's for who administers the area.</summary>
    public Task<Refusal?> Revoke(Guid token, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var revoked = await db.One<AccessToken>(t => t.Id == token, NoSuchToken, ct);
        Refusal.Heed(revoked.Person == by.Person ? null : MayManage(by));
        revoked.Revoke(clock.Now(), by.Person);
    }, ct);

    public async Task<(Guid System, Refusal? Refusal)> Connect(string name, Guid? organisation, Actor by, CancellationToken ct)
    {
        var id = Guid.Empty;
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(MayManage(by) ?? TextRules.Name(name, "Systemets namn"));
            var whose = await db.Organisation(organisation, ct);
            var sort = Swedish.SortKey(name.Trim());
            Refusal.Heed(await db.Set<ConnectedSystem>().AnyAsync(s => s.NameSort == sort && s.DisconnectedAt == null, ct) ? new("system-exists", $"{name.Trim()} är redan anslutet.") : null);
            id = db.Add(new ConnectedSystem(db.Area, whose.Id, name.Trim(), clock.Now(), by.Person)).Entity.Id;
        }, ct);
        return (id, refusal);
    }

    /// <summary>Its tokens end with it.</summary>
    public Task<Refusal?> Disconnect(Guid system, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(MayManage(by));
        var at = clock.Now();
        (await System(system, ct)).Disconnect(at, by.Person);
        foreach (var token in await db.Set<AccessToken>().AsTracking().Where(t => t.System == system && t.RevokedAt == null).ToListAsync(ct))
            token.Revoke(at, by.Person);
    }, ct);

    public static Refusal? MayManage(Actor by) => by.May(Permission.Administer);

    async Task<(TokenSecret? Secret, Refusal? Refusal)> Make(TokenFacts facts, Func<TokenSecret, DateTimeOffset, Task<AccessToken>> make, CancellationToken ct)
    {
        var secret = TokenSecret.New(db.Area);
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(TextRules.Name(facts.Name, "Nyckelns namn") ?? LengthFault(facts));
            db.Add(await make(secret, clock.Now()));
        }, ct);
        return (refusal is null ? secret : null, refusal);
    }

    static Refusal? LengthFault(TokenFacts facts) =>
        facts.Name.Trim().Length > LongestName ? new("name-long", $"Nyckelns namn är längre än {LongestName} tecken. Korta det.")
        : facts.Days < 1 || facts.Days > Lengths[^1] ? new("days-odd", $"En API-nyckel gäller i högst {Lengths[^1]} dagar.")
        : null;

    async Task NotTooMany(Expression<Func<AccessToken, bool>> whose, DateTimeOffset at, CancellationToken ct) =>
        Refusal.Heed(await db.Set<AccessToken>().Where(whose).CountAsync(t => t.RevokedAt == null && t.ExpiresAt > at, ct) >= MostOpen
            ? new("tokens-many", $"Det finns redan {MostOpen} API-nycklar som gäller. Återkalla en först.") : null);

    Task<ConnectedSystem> System(Guid id, CancellationToken ct) => db.One<ConnectedSystem>(s => s.Id == id, new("system-missing", "Systemet finns inte."), ct);
}
