using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A human in one area, known to be this one because somebody said so. May lack an account.</summary>
internal sealed class Person : Remembering, IInArea
{
    Person() { }

    public Person(Guid area, string name, string? title, Guid? organisation, DateTimeOffset at, Guid? by)
    {
        (Area, Name, NameSort, Folded, Title, Organisation) = (area, name, Swedish.SortKey(name), Swedish.Fold(name), title, organisation);
        Remember(new PersonAdded(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
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
}

/// <summary>Another spelling of a person's name; a person said that it is the same ('Kjell Ås' is Kjell Åhs).</summary>
internal sealed class PersonAlias(Guid area, Guid person, string folded) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public string Folded { get; private set; } = folded;
}

public enum MembershipRole { Member, Deputy, CoOpted }

/// <summary>A person's place in a body over time.</summary>
internal sealed class Membership(Guid area, Guid body, Guid person, Guid? seat, MembershipRole role, DateOnly from, DateOnly? to) : IInArea
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; } = area;
    public Guid Body { get; private set; } = body;
    public Guid Person { get; private set; } = person;
    public Guid? Seat { get; private set; } = seat;
    public MembershipRole Role { get; private set; } = role;
    public DateOnly From { get; private set; } = from;
    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; private set; } = to;
}

public enum StandingKind { Chair, ViceChair, Secretary }

/// <summary>Who chairs a body or keeps its minutes, over time. Not a kind of membership.</summary>
internal sealed class Standing(Guid area, Guid body, Guid person, StandingKind kind, DateOnly from, DateOnly? to) : IInArea
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; } = area;
    public Guid Body { get; private set; } = body;
    public Guid Person { get; private set; } = person;
    public StandingKind Kind { get; private set; } = kind;
    public DateOnly From { get; private set; } = from;
    public DateOnly? To { get; private set; } = to;

    public void End(DateOnly last) => To = last;
}

public enum FunctionKind { Administrator, Registrar, Coordinator, Reporter }

/// <summary>What a person does for the area or for an organisation, over time.</summary>
internal sealed class Function(Guid area, Guid person, FunctionKind kind, Guid? organisation, DateOnly from, DateOnly? to) : IInArea
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public FunctionKind Kind { get; private set; } = kind;
    /// <summary>Null for a function of the area itself.</summary>
    public Guid? Organisation { get; private set; } = organisation;
    public DateOnly From { get; private set; } = from;
    public DateOnly? To { get; private set; } = to;
}

/// <summary>Somebody who can sign in, for the whole installation. Area-less.</summary>
internal sealed class Account(string name, DateTimeOffset createdAt)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = name;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
