using Samverk.Organisations.Protection;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A human in one area, known to be this one because somebody said so. May lack an account.</summary>
internal sealed class Person : Changing, IInArea
{
    Person() { }

    public Person(Guid area, string name, string? title, Guid? organisation, DateTimeOffset at, Guid? by)
    {
        (Area, Name, NameSort, Folded, Title, Organisation) = (area, name, Swedish.SortKey(name), Swedish.Fold(name), title, organisation);
        Remember(new PersonAdded(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>The name folded for comparison.</summary>
    public string Folded { get; private set; } = "";
    public string? Title { get; private set; }
    /// <summary>Where the person works or is elected, when known.</summary>
    public Guid? Organisation { get; private set; }
    /// <summary>Where the person gets their invitation; lower case. Matched with what their own organisation's provider has verified.</summary>
    public string? Mail { get; private set; }
    /// <summary>The name and the title here are not theirs: <see cref="ProtectedName"/> has those.</summary>
    public bool IsProtected { get; private set; }
    /// <summary>Who it was is forgotten; the places that they had stay.</summary>
    public DateTimeOffset? AnonymisedAt { get; private set; }

    /// <summary>Known from the beginning; nothing is remembered.</summary>
    internal void IsReachedAt(string? mail) => Mail = mail?.ToLowerInvariant();

    public void Reach(string? mail, DateTimeOffset at, Guid by)
    {
        if (mail == Mail)
            return;
        Mail = mail;
        Remember(new PersonMailChanged(Id, Name, at, by));
    }

    public void Invited(DateTimeOffset at, Guid by) => Remember(new PersonInvited(Id, Name, at, by));

    public void InvitationRevoked(DateTimeOffset at, Guid by) => Remember(new InvitationRevoked(Id, Name, at, by));

    /// <param name="with">'Askviks kommun' or 'en inloggningsnyckel'.</param>
    public void AcceptedInvitation(string with, DateTimeOffset at) => Remember(new InvitationAccepted(Id, Name, with, at, Id));

    public void Recognised(string provider, DateTimeOffset at) => Remember(new PersonRecognised(Id, Name, provider, at, Id));

    public void GotPasskey(DateTimeOffset at) => Remember(new PasskeyAdded(Id, Name, at, Id));

    public void LostPasskey(DateTimeOffset at, Guid by) => Remember(new PasskeyRemoved(Id, Name, at, by));

    public void SignedOut(DateTimeOffset at, Guid by) => Remember(new PersonSignedOut(Id, Name, at, by));

    /// <returns>What they are really called, to be kept apart.</returns>
    public ProtectedName Protect(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(IsProtected ? new("protected", "Personuppgifterna är redan skyddade.") : null);
        var kept = new ProtectedName(Area, Id, Name, Title);
        IsProtected = true;
        Call(PersonInfo.Protected, null);
        Remember(new IdentityProtected(Id, at, by));
        return kept;
    }

    public void Lift(ProtectedName kept, DateTimeOffset at, Guid by)
    {
        IsProtected = false;
        Call(kept.Name, kept.Title);
        Remember(new ProtectionLifted(Id, at, by));
    }

    public void Renamed(ProtectedName kept, string name, string? title, DateTimeOffset at, Guid by)
    {
        if ((kept.Name, kept.Title) == (name, title))
            return;
        kept.Change(name, title);
        Remember(new ProtectedNameChanged(Id, at, by));
    }

    public void Anonymise(DateTimeOffset at, Guid by)
    {
        (IsProtected, AnonymisedAt, Mail) = (false, at, null);
        Call(PersonInfo.Anonymised, null);
        Remember(new PersonAnonymised(Id, at, by));
    }

    void Call(string name, string? title) => (Name, NameSort, Folded, Title) = (name, Swedish.SortKey(name), Swedish.Fold(name), title);

    public void Rename(string name, string? title, DateTimeOffset at, Guid by)
    {
        Changed(Id, "Namnet", Name, name, at, by);
        Changed(Id, "Titeln", Title, title, at, by);
        Call(name, title);
    }

    public void Move((Guid Id, string Name)? organisation, string? before, DateTimeOffset at, Guid by)
    {
        Changed(Id, "Organisationen", before, organisation?.Name, at, by);
        Organisation = organisation?.Id;
    }
}

/// <summary>Another spelling of a person's name; a person said that it is the same ('Kjell Ås' is Kjell Åhs).</summary>
internal sealed class PersonAlias(Guid area, Guid person, string folded) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public string Folded { get; private set; } = folded;
}

/// <summary>Somebody who can sign in, for the whole installation. Area-less.</summary>
internal sealed class Account(string name, DateTimeOffset createdAt)
{
    public Guid Id { get; private set; } = Ids.Next();
    public string Name { get; private set; } = name;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
