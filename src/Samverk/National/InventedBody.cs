using Samverk.Organisations;

namespace Samverk.National;

/// <summary>A body of an invented area as its meetings are made of: what it deals with, who sits in it.</summary>
/// <param name="Acts">Who decides, in its decisions: 'rådet'.</param>
sealed record InventedBody(PlannedBody Plan, string Acts, IReadOnlyList<string> Subjects)
{
    public List<Place> Places { get; } = [];

    public IEnumerable<string> MembersOn(DateOnly day) => Places.Where(p => p.From <= day && (p.To is null || p.To >= day)).Select(p => p.Person);

    public string Chair(DateOnly day) => MembersOn(day).First();

    public sealed record Place(string Person, string Seat, DateOnly From, DateOnly? To);
}
