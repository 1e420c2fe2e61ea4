using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>Somebody to be invited who is not yet known in the area.</summary>
sealed record NewPerson(string Name, string Mail, string? Title, Guid? Organisation);

/// <summary>What an invitation's link opens.</summary>
/// <param name="Organisation">The person's, by which their own provider is shown first.</param>
sealed record OpenInvitation(Guid Id, Guid Area, string AreaName, Guid Person, string Name, Guid Account, OrganisationInfo? Organisation);

/// <summary>Invites people of the current area.</summary>
sealed class Invitations(SamverkDb db, Work work, Accounts accounts, InvitationLetters letters, TimeProvider clock)
{
    const int LongestMail = 254, LongestName = 200;

    public static Refusal NoSuchPerson { get; } = new("person-missing", "Personen finns inte i området.");

    /// <summary>Who may invite, end sessions and take away keys.</summary>
    public static Refusal? MayManage(Actor by) => by.May(Permission.Administer);

    /// <summary>Adds a person and invites them.</summary>
    /// <param name="site">The address that the site is reached by, for the link in the mail; without it none is sent.</param>
    /// <returns>The link's key, shown once; or the rule that said no.</returns>
    public async Task<(SecretKey? Key, Guid Person, Refusal? Refusal)> InviteNew(NewPerson invited, string? site, Actor by, CancellationToken ct)
    {
        var (key, id) = (SecretKey.New(), Guid.Empty);
        var letter = Letter(invited.Name.Trim(), site, key, by);
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(MayManage(by) ?? NameFault(invited.Name));
            var (name, folded) = (invited.Name.Trim(), Swedish.Fold(invited.Name));
            Refusal.Heed(await db.Set<Person>().AnyAsync(p => p.Folded == folded && p.Organisation == invited.Organisation, ct)
                ? new("person-exists", $"{name} finns redan i samma organisation. Välj namnet i listan.") : null);
            Refusal.Heed(invited.Organisation is { } o && !await db.Set<Organisation>().AnyAsync(x => x.Id == o, ct)
                ? new("organisation-missing", "Organisationen finns inte. Välj den i listan.") : null);
            var person = db.Add(new Person(db.Area, name, string.IsNullOrWhiteSpace(invited.Title) ? null : invited.Title.Trim(), invited.Organisation, clock.Now(), by.Person)).Entity;
            await db.SaveChangesAsync(ct);
            id = person.Id;
            await Invite(person, invited.Mail, key, letter, by, ct);
        }, ct);
        letters.Hurry();
        return (refusal is null ? key : null, id, refusal);
    }

    /// <summary>Invites a person of the area, anew when they already were: an earlier link stops working.</summary>
    /// <param name="site">The address that the site is reached by, for the link in the mail; without it none is sent.</param>
    /// <returns>The link's key, shown once; or the rule that said no.</returns>
    public async Task<(SecretKey? Key, Refusal? Refusal)> Invite(Guid person, string mail, string? site, Actor by, CancellationToken ct)
    {
        var key = SecretKey.New();
        var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var letter = Letter(name ?? "", site, key, by);
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(MayManage(by));
            await Invite(await Tracked(person, ct), mail, key, letter, by, ct);
        }, ct);
        letters.Hurry();
        return (refusal is null ? key : null, refusal);
    }

    /// <summary>Where an invitation's link leads.</summary>
    public static string Address(string site, SecretKey key) => $"{site}/inbjudan?nyckel={key.Text}";

    public Task<Refusal?> Revoke(Guid person, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(MayManage(by));
        var invited = await Tracked(person, ct);
        Refusal.Heed(await Close(person, ct) ? null : new("invitation-closed", "Inbjudan är redan använd eller har gått ut."));
        invited.InvitationRevoked(clock.Now(), by.Person);
    }, ct);

    /// <summary>The invitation that a link opens, or why it opens nothing. Asked before any area is entered.</summary>
    public static async Task<(OpenInvitation? Invitation, Refusal? Refusal)> Open(string? key, SamverkDb db, OneArea oneArea, TimeProvider clock, CancellationToken ct)
    {
        var hash = SecretKey.HashOf(key ?? "");
        if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.KeyHash == hash, ct) is not { } found)
            return (null, new("invitation-unknown", "Länken stämmer inte. Kontrollera att du fick med hela adressen."));
        if (!found.IsOpen(clock.GetUtcNow()))
            return (null, new("invitation-closed", found.UsedAt is not null
                ? "Inbjudan är redan använd. Logga in på det sätt som du valde då."
                : "Inbjudan gäller inte längre. Be den som bjöd in dig om en ny."));
        return (await oneArea.Do(found.Area, services => services.GetRequiredService<Invitations>().Describe(found, ct)), null);
    }

    async Task<OpenInvitation> Describe(Invitation found, CancellationToken ct)
    {
        var about = await (from p in db.Set<Person>()
                           join a in db.Set<Area>() on p.Area equals a.Id
                           join w in db.Set<AccountPerson>() on p.Id equals w.Person
                           where p.Id == found.Person
                           select new { p.Name, p.Organisation, Area = a.Name, w.Account }).SingleAsync(ct);
        var organisation = about.Organisation is { } id
            ? await db.Set<Organisation>().Where(o => o.Id == id).Select(o => new OrganisationInfo(o.Id, o.Name, o.Kind, o.Code)).SingleAsync(ct) : null;
        return new(found.Id, found.Area, about.Area, found.Person, about.Name, about.Account, organisation);
    }

    /// <summary>Uses an invitation up. Within a unit of work in its area; of two who use it at once, one does.</summary>
    public async Task<Person> Accept(Guid invitation, string with, CancellationToken ct)
    {
        var at = clock.Now();
        var used = await db.Set<Invitation>().Where(i => i.Id == invitation && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > at)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, at), ct);
        Refusal.Heed(used == 1 ? null : new("invitation-closed", "Inbjudan gäller inte längre. Be den som bjöd in dig om en ny."));
        var person = await Tracked(await db.Set<Invitation>().Where(i => i.Id == invitation).Select(i => i.Person).SingleAsync(ct), ct);
        person.AcceptedInvitation(with, at);
        await letters.TakeBack(person.Id, ct);
        return person;
    }

    SealedText? Letter(string name, string? site, SecretKey key, Actor by) =>
        site is null ? null : letters.Write(name, Address(site, key), clock.Now() + SignInSettings.InvitationLasts, by);

    async Task Invite(Person person, string mail, SecretKey key, SealedText? letter, Actor by, CancellationToken ct)
    {
        Refusal.Heed(MailFault(mail));
        var at = clock.Now();
        person.Reach(mail.Trim().ToLowerInvariant(), at, by.Person);
        await Close(person.Id, ct);
        await Alone(await accounts.Of(person.Id, ct), person, ct);
        var invitation = db.Add(new Invitation(db.Area, person.Id, key.Hash, by.Person, at, at + SignInSettings.InvitationLasts)).Entity;
        if (letter is not null)
            letters.Leave(letter, person, invitation.ExpiresAt, by);
        person.Invited(at, by.Person);
    }

    // Whoever has the link becomes the account. One that is somebody in another area too would open that area to the one
    // who invites here; so this person gets an account of their own until they have proved that they are the same.
    async Task Alone(AccountPerson who, Person person, CancellationToken ct)
    {
        if (await db.Set<AccountPerson>().AnyAsync(p => p.Account == who.Account && p.Person != person.Id, ct))
            who.Join(db.Add(new Account(person.Name, clock.Now())).Entity.Id);
    }

    /// <returns>Whether an invitation was open.</returns>
    async Task<bool> Close(Guid person, CancellationToken ct)
    {
        var at = clock.Now();
        await letters.TakeBack(person, ct);
        return await db.Set<Invitation>().Where(i => i.Person == person && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > at)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.RevokedAt, at), ct) > 0;
    }

    async Task<Person> Tracked(Guid id, CancellationToken ct) =>
        await db.Set<Person>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.AnonymisedAt == null, ct) ?? throw new RefusedException(NoSuchPerson);

    static Refusal? NameFault(string name) =>
        string.IsNullOrWhiteSpace(name) ? new("name-missing", "Namnet saknas. Skriv för- och efternamn.")
        : name.Length > LongestName ? new("name-long", $"Namnet är längre än {LongestName} tecken. Korta det.")
        : name.Any(char.IsControl) ? new("name-odd", "Namnet innehåller en radbrytning eller ett annat styrtecken. Ta bort det.")
        : null;

    static Refusal? MailFault(string mail) =>
        string.IsNullOrWhiteSpace(mail) ? new("mail-missing", "E-postadressen saknas. Skriv den adress som personen har i sitt uppdrag.")
        : mail.Length > LongestMail || mail.Any(char.IsControl) || !System.Net.Mail.MailAddress.TryCreate(mail.Trim(), out var read) || read.Address != mail.Trim()
            ? new("mail-odd", "E-postadressen ser inte rätt ut. Skriv den som namn@kommunen.se.")
        : null;
}
