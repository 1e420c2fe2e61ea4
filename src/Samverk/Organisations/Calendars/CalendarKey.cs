using System.ComponentModel;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A secret address by which a person's calendar program reads their meetings. The database keeps its hash.</summary>
internal sealed class CalendarKey : Remembering, IInArea
{
    CalendarKey() { }

    public CalendarKey(Guid area, Guid person, SecretKey key, DateTimeOffset at)
    {
        (Area, Person, KeyHash, CreatedAt) = (area, person, key.Hash, at);
        Remember(new CalendarKeyMade(person, at, person));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Person { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Null while it opens the calendar.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at)
    {
        RevokedAt = at;
        Remember(new CalendarKeyRevoked(Person, at, Person));
    }
}

[OnlyInLog]
[DisplayName("Kalenderadress skapad")]
public sealed record CalendarKeyMade(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "En hemlig kalenderadress skapades";
}

[OnlyInLog]
[DisplayName("Kalenderadress återkallad")]
public sealed record CalendarKeyRevoked(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "Den hemliga kalenderadressen återkallades";
}
