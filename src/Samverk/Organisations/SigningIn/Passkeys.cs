using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>A passkey as its owner and an administrator see it.</summary>
sealed record PasskeyRow(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, bool IsBackedUp);

/// <summary>
/// Passkeys: made by who is signed in or invited, used by anybody who has one. The question that the browser answers is
/// kept in a protected cookie for five minutes, and is answered once.
/// </summary>
sealed class Passkeys(IPasskeyHandler<Account> handler, SamverkDb db, Work work, ShortSecrets secrets, TimeProvider clock)
{
    public const int MostPerAccount = 20;

    const string Cookie = "samverk-fraga", Making = "gör:", Using = "visa:";
    const int LongestAnswer = 20_000;

    static readonly Refusal Wrong = new("passkey-wrong", "Nyckeln kändes inte igen. Försök igen, eller logga in på ett annat sätt.");
    static readonly Refusal Many = new("passkeys-many", $"Du har redan {MostPerAccount} nycklar. Ta bort en först.");
    static readonly Refusal Late = new("passkey-late", "Det tog för lång tid, eller svaret kom från ett annat håll. Försök igen.");

    /// <summary>What may be wrong with a key that a browser shows or makes.</summary>
    public static IReadOnlyList<Refusal> Refusals { get; } = [Wrong, Late, Many];

    /// <summary>What the browser's authenticator is asked to make a key of.</summary>
    public async Task<string> AskToMake(HttpContext context, Guid account, string name)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.ToString("D"), Name = name, DisplayName = name }, context);
        Keep(context, Making + asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>What the browser's authenticator is asked to sign.</summary>
    public async Task<string> AskToUse(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        Keep(context, Using + asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Reads what the browser answered to <see cref="AskToMake"/>; the key belongs to the account that was asked for.</summary>
    public async Task<(Passkey? Made, Refusal? Refusal)> Made(HttpContext context, Guid account, string answer)
    {
        if (Asked(context, Making) is not { } state)
            return (null, Late);
        if (!IsJson(answer))
            return (null, Wrong);
        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == account.ToString("D") ? (new Passkey(account, result.Passkey, BrowserName.Of(context.Request)), null) : (null, Wrong);
    }

    /// <summary>Reads what the browser answered to <see cref="AskToUse"/>.</summary>
    /// <returns>Whose key it is; or why it opens nothing.</returns>
    public async Task<(Guid Account, Refusal? Refusal)> Used(HttpContext context, string answer)
    {
        if (Asked(context, Using) is not { } state)
            return (default, Late);
        if (!IsJson(answer))
            return (default, Wrong);
        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded)
            return (default, Wrong);
        var id = Passkey.IdOf(result.Passkey.CredentialId);
        var refusal = await work.Do(async () =>
            (await db.Set<Passkey>().AsTracking().SingleOrDefaultAsync(k => k.Id == id, context.RequestAborted) ?? throw new RefusedException(Wrong)).Used(result.Passkey, clock.Now()), context.RequestAborted);
        return (result.User.Id, refusal);
    }

    /// <summary>Keeps a key that the person of the current area has made.</summary>
    public Task<Refusal?> Add(Passkey made, Guid person, CancellationToken ct) => work.Do(async () =>
    {
        await Keep(made, ct);
        (await Owner(person, ct)).GotPasskey(clock.Now());
    }, ct);

    /// <summary>Keeps a key that an invited person has made, and uses the invitation up.</summary>
    public Task<Refusal?> Add(Passkey made, OpenInvitation invitation, Invitations invitations, CancellationToken ct) => work.Do(async () =>
    {
        await Keep(made, ct);
        await invitations.Accept(invitation.Id, "en inloggningsnyckel", ct);
    }, ct);

    /// <summary>Removes a key: its owner, or an administrator of the person's area when it is lost.</summary>
    public Task<Refusal?> Remove(string key, Guid person, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(person == by.Person ? null : Invitations.MayManage(by));
        var owner = await Owner(person, ct);
        var removed = await db.Set<Passkey>().Where(k => k.Id == key && db.Set<AccountPerson>().Any(p => p.Person == person && p.Account == k.Account)).ExecuteDeleteAsync(ct);
        Refusal.Heed(removed == 1 ? null : new("passkey-missing", "Nyckeln är redan borttagen."));
        owner.LostPasskey(clock.Now(), by.Person);
    }, ct);

    public Task<List<PasskeyRow>> Of(Guid account, CancellationToken ct) =>
        db.Set<Passkey>().Where(k => k.Account == account).OrderBy(k => k.CreatedAt).Select(k => new PasskeyRow(k.Id, k.Name, k.CreatedAt, k.UsedAt, k.IsBackedUp)).ToListAsync(ct);

    async Task Keep(Passkey made, CancellationToken ct)
    {
        Refusal.Heed(await db.Set<Passkey>().AnyAsync(k => k.Id == made.Id, ct) ? Wrong : null);
        Refusal.Heed(await db.Set<Passkey>().CountAsync(k => k.Account == made.Account, ct) >= MostPerAccount
            ? Many : null);
        db.Add(made);
    }

    async Task<Person> Owner(Guid person, CancellationToken ct) =>
        await db.Set<Person>().AsTracking().SingleOrDefaultAsync(p => p.Id == person, ct) ?? throw new RefusedException(Invitations.NoSuchPerson);

    void Keep(HttpContext context, string state) => context.Response.Cookies.Append(Cookie, secrets.Protect(state), SessionCookie.Options(context));

    string? Asked(HttpContext context, string what)
    {
        context.Response.Cookies.Delete(Cookie, SessionCookie.Options(context));
        return secrets.Read(context.Request.Cookies[Cookie]) is { } state && state.StartsWith(what, StringComparison.Ordinal) ? state[what.Length..] : null;
    }

    // The framework's reader throws on what is no JSON at all; an answer made by hand is no surprise.
    static bool IsJson(string answer)
    {
        if (answer.Length is 0 or > LongestAnswer)
            return false;
        try
        {
            using var read = JsonDocument.Parse(answer);
            return read.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
