using Samverk.Organisations;

namespace Samverk.Meetings.Deciding;

/// <summary>Somebody with a place in a body, as deputies and quorum are reckoned by.</summary>
/// <param name="Seat">Null in a body that has no seats.</param>
/// <param name="SeatOf">The organisation that fills the seat; null for a seat of several together, or of a trade.</param>
/// <param name="Order">Their listed order; null when nobody said.</param>
/// <param name="Party">Where deputies are called by party.</param>
public sealed record Holder(Guid Person, MembershipRole Role, Guid? Seat, Guid? SeatOf, Guid? Organisation, int? Order, string? Party)
{
    /// <summary>Those for whom the holder speaks, and among whom their deputies are found: the seat's organisation, the seat, or their own organisation.</summary>
    public Guid? Group => SeatOf ?? Seat ?? Organisation;

    /// <summary>The members and deputies of a body's seats, in their listed order.</summary>
    public static IReadOnlyList<Holder> Of(IReadOnlyList<SeatRow> seats) =>
    [
        .. seats.SelectMany(s => s.Holders.Where(h => h.Role is MembershipRole.Member or MembershipRole.Deputy)
            .Select(h => new Holder(h.Person, h.Role, s.Id, s.Organisation, h.Organisation, h.Order, h.Party))),
    ];
}
