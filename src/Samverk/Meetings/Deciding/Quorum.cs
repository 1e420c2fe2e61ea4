using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Deciding;

/// <summary>A seat as quorum counts it.</summary>
/// <param name="Organisation">Null for a seat of several together, or of a trade.</param>
/// <param name="Size">How many may decide for it, vacant places among them.</param>
public sealed record CountedSeat(Guid? Id, Guid? Organisation, string Label, int Size);

/// <summary>Somebody at the meeting who may decide: a member, or a deputy who serves.</summary>
/// <param name="Seat">The seat that they decide for.</param>
public sealed record Entitled(Guid Person, Guid? Seat);

/// <summary>Whether a body can decide, by its seats or by its organisations. Vacant places count among those that there should be.</summary>
/// <param name="Of">How many there are in all.</param>
/// <param name="Missing">Those of whom nobody is there, in the order of the seats.</param>
public sealed record Quorum(QuorumRule Rule, int Present, int Needed, int Of, IReadOnlyList<string> Missing)
{
    public bool IsEnough => Present >= Needed;

    /// <summary>'Mötet kan besluta. Sju av tolv platser är fyllda, sju behövs.'</summary>
    public string Words
    {
        get
        {
            if (Rule == QuorumRule.None)
                return "Mötet kan besluta. Organet har inget krav på hur många som är här.";
            var here = Rule == QuorumRule.EachOrganisation
                ? $"{Count(Present)} av {Word(Of)} organisationer är här, {(Needed == Of ? "alla" : Word(Needed))} behövs."
                : $"{Count(Present)} av {Word(Of)} platser är fyllda, {Word(Needed)} behövs.";
            return $"{(IsEnough ? "Mötet kan besluta" : "Mötet kan inte besluta")}. {here}";
        }
    }

    public static Quorum For(IReadOnlyList<CountedSeat> seats, IReadOnlyList<Entitled> present, BodyRulesInfo rules)
    {
        var filled = present.DistinctBy(p => p.Person).GroupBy(p => p.Seat).ToDictionary(g => g.Key ?? Guid.Empty, g => g.Count());
        int Filled(CountedSeat seat) => Math.Min(seat.Size, filled.GetValueOrDefault(seat.Id ?? Guid.Empty));
        IReadOnlyList<string> missing = [.. seats.Where(s => s.Size > 0 && Filled(s) == 0).Select(s => s.Label)];
        if (rules.Quorum == QuorumRule.EachOrganisation)
        {
            var groups = seats.Where(s => s.Size > 0).GroupBy(s => s.Organisation ?? s.Id).ToList();
            return new(rules.Quorum, groups.Count(g => g.Any(s => Filled(s) > 0)), Math.Max(1, groups.Count), groups.Count, [.. groups.Where(g => g.All(s => Filled(s) == 0)).Select(g => g.First().Label)]);
        }
        var (all, here) = (seats.Sum(s => s.Size), seats.Sum(Filled));
        return new(rules.Quorum, here, AskedFor(rules, all), all, missing);
    }

    /// <summary>The seats of a body with how many each should have; of a seat for which nobody has said, those who hold it.</summary>
    public static IReadOnlyList<CountedSeat> SeatsOf(IReadOnlyList<SeatRow> seats) =>
        [.. seats.Select(s => new CountedSeat(s.Id, s.Organisation, s.Label, s.Members > 0 ? s.Members : s.Holders.Count(h => h.Role == MembershipRole.Member)))];

    static int AskedFor(BodyRulesInfo rules, int all) => rules.Quorum switch
    {
        QuorumRule.MoreThanHalf => (all / 2) + 1,
        QuorumRule.Number => rules.QuorumNumber,
        QuorumRule.None => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(rules)),
    };

    static string Count(int number) => SwedishText.Capital(Word(number));

    // Seats and organisations are both of the common gender.
    static string Word(int number) => number == 1 ? "en" : SwedishText.Word(number);
}
