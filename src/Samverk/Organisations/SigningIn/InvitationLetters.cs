using Samverk.Mail;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>The letter by which somebody is invited.</summary>
sealed class InvitationLetters(Post post, Outbox outbox, SignInSettings settings)
{
    public const string Kind = "invitation";

    /// <summary>Writes the letter, before the unit of work that invites; null when mail is not set up.</summary>
    public SealedText? Write(string name, string link, DateTimeOffset until, Actor by) => post.IsOn ? post.Seal(Text(name, link, until, by)) : null;

    /// <summary>Leaves the letter, within the unit of work that invites.</summary>
    public void Leave(SealedText text, Person person, DateTimeOffset until, Actor by) =>
        post.Leave(new(Kind, person.Id, by.Person, person.Mail!, person.Name, $"Du är inbjuden till Samverk: {by.AreaName}", until), text);

    /// <summary>Erases what has not been sent: its link no longer opens anything. Within a unit of work.</summary>
    public Task TakeBack(Guid person, CancellationToken ct) => post.TakeBack(Kind, person, ct);

    /// <summary>After the commit: the letter need not wait for the outbox's next tick.</summary>
    public void Hurry() => outbox.Wake();

    string Text(string name, string link, DateTimeOffset until, Actor by) => $"""
        Hej {name}!

        {by.Name} har bjudit in dig till Samverk i {by.AreaName}.

        Samverk är systemet där regionen, kommunerna och de som arbetar med dem håller reda på sin samverkan: möten, protokoll, beslut och uppdrag.

        Öppna länken på den dator eller telefon som du brukar använda, och välj hur du vill logga in:

        {link}

        Länken gäller en gång, till och med {DateOnly.FromDateTime(until.Local()).InWords()}. Den är bara till dig. Skicka den inte vidare: den som öppnar den loggar in som du.

        Är det något du undrar över, fråga {by.Name}.{(settings.Contact is { } contact ? $" Hjälp med att logga in: {contact}." : "")} Vet du inte vad det gäller behöver du inte göra något; länken slutar gälla av sig själv.
        """;
}
