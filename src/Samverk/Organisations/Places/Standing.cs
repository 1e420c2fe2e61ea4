namespace Samverk.Organisations;

public enum StandingKind { Chair, ViceChair, Secretary }

/// <summary>Who chairs a body or keeps its minutes, over time. Not a kind of membership.</summary>
internal sealed class Standing(Guid area, Guid body, Guid person, StandingKind kind, DateOnly from, DateOnly? to) : Place(area, person, from, to)
{
    public Guid Body { get; private set; } = body;
    public StandingKind Kind { get; private set; } = kind;

    public void Correct(Period days, Telling telling) => Corrected(days, telling, telling);
}
