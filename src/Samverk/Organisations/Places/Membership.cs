namespace Samverk.Organisations;

public enum MembershipRole { Member, Deputy, CoOpted, Guest }

/// <summary>A person's place in a body over time.</summary>
internal sealed class Membership(Guid area, Guid body, Guid person, Guid? seat, MembershipRole role, DateOnly from, DateOnly? to) : Place(area, person, from, to)
{
    public Guid Body { get; private set; } = body;
    public Guid? Seat { get; private set; } = seat;
    public MembershipRole Role { get; private set; } = role;
    /// <summary>In which order deputies are called in, and which member a personal deputy is for; null when nobody said.</summary>
    public int? CallOrder { get; private set; }
    /// <summary>The party that they are elected for, where deputies are called by party; null elsewhere.</summary>
    public string? Party { get; private set; }

    public void CalledAs(int? order, string? party) => (CallOrder, Party) = (order, party);

    public void Correct(Guid? seat, MembershipRole role, int? order, string? party, Period days, Telling before, Telling after)
    {
        Corrected(days, before, after);
        (Seat, Role, CallOrder, Party) = (seat, role, order, party);
    }
}
