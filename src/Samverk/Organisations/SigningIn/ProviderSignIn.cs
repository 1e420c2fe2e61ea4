using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// Finds who somebody is that a provider has proved: whom the identity is bound to; else who was invited; else the one
/// person of the provider's own organisation with the mail address that it has verified. Nothing is made of anybody else.
/// </summary>
sealed class ProviderSignIn(SamverkDb db, Accounts accounts, EveryArea everyArea, OneArea oneArea, Door door, TimeProvider clock)
{
    /// <returns>Null when the person is signed in.</returns>
    public async Task<SignInStop?> Enter(HttpContext context, Proof proof, string? invitation)
    {
        var ct = context.RequestAborted;
        var session = new ProviderSession(proof.Provider.Key, proof.Provider.Issuer, Login.Fingerprint(proof.Provider.Issuer, proof.Subject), proof.Sid);
        if (invitation is not null)
        {
            var (open, _) = await Invitations.Open(invitation, db, oneArea, clock, ct);
            if (open is null)
                return SignInStop.Invitation;
            var refusal = await oneArea.Do(open.Area, services => services.GetRequiredService<Binding>().Accept(open, proof, session.Subject, ct));
            if (refusal is not null)
                return refusal.Code == Binding.AlreadySomebody ? SignInStop.AlreadySomebody : SignInStop.Invitation;
            await door.Enter(context, open.Area, open.Person, SignInWay.Provider, session);
            return null;
        }
        var account = await Bound(session, ct);
        if (account is null && await Recognise(proof, session.Subject, ct) is { } refused)
            return refused;
        if ((account ?? await Bound(session, ct)) is not { } known || await accounts.Latest(known, ct) is not var (area, person))
            return SignInStop.Unknown;
        await door.Enter(context, area, person, SignInWay.Provider, session);
        return null;
    }

    Task<Guid?> Bound(ProviderSession session, CancellationToken ct) =>
        db.Set<Login>().Where(l => l.Issuer == session.Issuer && l.Subject == session.Subject).Select(l => (Guid?)l.Account).SingleOrDefaultAsync(ct);

    async Task<SignInStop?> Recognise(Proof proof, byte[] subject, CancellationToken ct)
    {
        if (!proof.MailIsVerified || proof.Mail is not { Length: > 0 } mail)
            return SignInStop.Unknown;
        var found = (await everyArea.Ask((services, _) => services.GetRequiredService<Binding>().OneWithMail(proof.Provider, mail, ct), ct)).OfType<(Guid Area, Guid Person)>().ToList();
        foreach (var (area, person) in found)
            if (await oneArea.Do(area, services => services.GetRequiredService<Binding>().Recognise(person, proof, subject, ct)) is not null)
                return SignInStop.OtherIdentity;
        return found.Count > 0 ? null : SignInStop.Unknown;
    }
}

/// <summary>Binds a provider's identity to a person of the current area.</summary>
sealed class Binding(SamverkDb db, Work work, Accounts accounts, Invitations invitations, TimeProvider clock)
{
    public const string AlreadySomebody = "already-somebody";

    /// <summary>Somebody with an invitation has proved who they are.</summary>
    public Task<Refusal?> Accept(OpenInvitation invitation, Proof proof, byte[] subject, CancellationToken ct) => work.Do(async () =>
    {
        var person = await invitations.Accept(invitation.Id, proof.Provider.Name, ct);
        await Bind(person, proof, subject, ct);
    }, ct);

    /// <summary>Somebody without an invitation has a mail address that their own organisation vouches for.</summary>
    public Task<Refusal?> Recognise(Guid id, Proof proof, byte[] subject, CancellationToken ct) => work.Do(async () =>
    {
        var person = await db.Set<Person>().AsTracking().SingleAsync(p => p.Id == id, ct);
        var account = await db.Set<AccountPerson>().Where(p => p.Person == id).Select(p => (Guid?)p.Account).SingleOrDefaultAsync(ct);
        // An address can go to the next one with the same name; the identity that came first keeps the person.
        Refusal.Heed(await db.Set<Login>().AnyAsync(l => l.Account == account && l.Issuer == proof.Provider.Issuer && l.Subject != subject, ct)
            ? new(AlreadySomebody, SignInStop.OtherIdentity.Words(proof.Provider.Name)) : null);
        await Bind(person, proof, subject, ct);
        person.Recognised(proof.Provider.Name, clock.Now());
    }, ct);

    /// <returns>The one person of the provider's organisation with this address; null when there is none, or several.</returns>
    public async Task<(Guid Area, Guid Person)?> OneWithMail(IdentityProvider provider, string mail, CancellationToken ct)
    {
        var found = await (from p in db.Set<Person>()
                           join o in db.Set<Organisation>() on p.Organisation equals o.Id
                           where p.Mail == mail
                           select new { p.Area, p.Id, o.Code, o.Name }).Take(20).ToListAsync(ct);
        return found.FindAll(p => provider.IsOf(p.Code, p.Name)) is [var one] ? (one.Area, one.Id) : null;
    }

    async Task Bind(Person person, Proof proof, byte[] subject, CancellationToken ct)
    {
        var login = await db.Set<Login>().SingleOrDefaultAsync(l => l.Issuer == proof.Provider.Issuer && l.Subject == subject, ct);
        if (login is null)
            db.Add(new Login(proof.Provider.Issuer, subject, (await accounts.Of(person.Id, ct)).Account, proof.Provider.Key, clock.Now()));
        else
            await Join(person, login.Account, proof, ct);
    }

    // The same human is known in another area already: there they have their account, unless this person has ways in of its own.
    async Task Join(Person person, Guid account, Proof proof, CancellationToken ct)
    {
        var who = await db.Set<AccountPerson>().AsTracking().SingleOrDefaultAsync(p => p.Person == person.Id, ct);
        if (who?.Account == account)
            return;
        Refusal.Heed(await db.Set<AccountPerson>().AnyAsync(p => p.Account == account && p.Area == person.Area, ct) || (who is not null && await HasWaysIn(who.Account, ct))
            ? new(AlreadySomebody, SignInStop.AlreadySomebody.Words(proof.Provider.Name)) : null);
        if (who is null)
            db.Add(new AccountPerson(account, person.Area, person.Id));
        else
            who.Join(account);
    }

    async Task<bool> HasWaysIn(Guid account, CancellationToken ct) =>
        await db.Set<Login>().AnyAsync(l => l.Account == account, ct) || await db.Set<Passkey>().AnyAsync(k => k.Account == account, ct);
}
