using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>
/// A place in a body, for one organisation or for a trade ('primärvård'), and the rule of the body's composition: how
/// many members and deputies it should have.
/// </summary>
internal sealed class Seat(Guid area, Guid body, string label, Guid? organisation, int position) : Changing, IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Body { get; private set; } = body;
    public string Label { get; private set; } = label;
    public Guid? Organisation { get; private set; } = organisation;
    public int Position { get; private set; } = position;
    /// <summary>How many members the seat should have.</summary>
    public int Members { get; private set; } = 1;
    public int Deputies { get; private set; }
    /// <summary>Null when it has been there since anybody remembers.</summary>
    public DateOnly? From { get; private set; }
    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>How many it should have.</summary>
    public void Wants(int members, int deputies) => (Members, Deputies) = (members, deputies);

    public void Added(DateOnly? from, DateTimeOffset at, Guid by)
    {
        From = from;
        Remember(new SeatAdded(Body, Id, Label, Members, Deputies, from, at, by));
    }

    public void Change(string label, int members, int deputies, DateTimeOffset at, Guid by)
    {
        Changed(Body, "Platsen", Words(Label, Members, Deputies), Words(label, members, deputies), at, by);
        (Label, Members, Deputies) = (label, members, deputies);
    }

    public void MoveTo(int position) => Position = position;

    /// <summary>Somebody moved this one; those that made room for it say nothing.</summary>
    public void Moved(int before, DateTimeOffset at, Guid by) => Changed(Body, $"Ordningen för platsen {Label}", $"{before + 1}", $"{Position + 1}", at, by);

    public void End(DateOnly last, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(last < From ? new("end-before-start", $"Sista dagen är före den första, {From.Value.InWords()}. Skriv en senare dag.") : null);
        To = last;
        Remember(new SeatEnded(Body, Id, Label, last, at, by));
    }

    static string Words(string label, int members, int deputies) => $"{label} ({Composition.Wanted(members, deputies)})";
}

[DisplayName("Plats i organ tillagd")]
public sealed record SeatAdded(Guid Body, Guid Seat, string Label, int Members, int Deputies, DateOnly? From, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"Platsen {Label} ({Composition.Wanted(Members, Deputies)}) lades till{(From is { } first ? $" {new Period(first, null).Words}" : "")}";
}

[DisplayName("Plats i organ avslutad")]
public sealed record SeatEnded(Guid Body, Guid Seat, string Label, DateOnly Last, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"Platsen {Label} finns till och med {Last.InWords()}";
}
