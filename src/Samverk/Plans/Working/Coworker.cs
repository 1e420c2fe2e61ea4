using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Plans.Working;

/// <summary>Somebody who helps with an assignment that another has.</summary>
internal sealed class Coworker(Guid area, Guid assignment, Guid person, DateTimeOffset at, Guid by) : Remembering, IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Assignment { get; private set; } = assignment;
    public Guid Person { get; private set; } = person;
    public DateTimeOffset At { get; private set; } = at;
    public Guid By { get; private set; } = by;
    public DateTimeOffset? LeftAt { get; private set; }

    public void Join(string name) => Remember(new CoworkerAdded(Assignment, Person, name, At, By));

    public void Leave(string name, DateTimeOffset at, Guid by)
    {
        LeftAt = at;
        Remember(new CoworkerRemoved(Assignment, Person, name, at, by));
    }
}

[DisplayName("Medarbetare i uppdrag tillagd")]
public sealed record CoworkerAdded(Guid Assignment, Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"{Name} hjälper till med uppdraget";
}

[DisplayName("Medarbetare i uppdrag borttagen")]
public sealed record CoworkerRemoved(Guid Assignment, Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"{Name} hjälper inte längre till med uppdraget";
}
