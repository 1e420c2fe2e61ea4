using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>The composition of a body: what its seats should have, what they lack and what is over. Says so, never stops anything.</summary>
public static class Composition
{
    /// <summary>'en ledamot och en ersättare', 'tre ledamöter'.</summary>
    public static string Wanted(int members, int deputies) =>
        (members, deputies) switch
        {
            (0, 0) => "inget bestämt antal",
            (_, 0) => Members(members),
            (0, _) => Deputies(deputies),
            _ => $"{Members(members)} och {Deputies(deputies)}",
        };

    /// <summary>One sentence for each thing that isn't as it should be, in the order of the seats.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<SeatRow> seats) => [.. seats.Where(s => s.Id is not null).SelectMany(Of)];

    static IEnumerable<string> Of(SeatRow seat)
    {
        var members = seat.Holders.Count(h => h.Role == MembershipRole.Member);
        var deputies = seat.Holders.Count(h => h.Role == MembershipRole.Deputy);
        if (members < seat.Members)
            yield return $"{seat.Label}: {Members(seat.Members - members)} saknas.";
        if (members > seat.Members && seat.Members > 0)
            yield return $"{seat.Label}: {Members(members - seat.Members)} för mycket.";
        if (deputies < seat.Deputies)
            yield return $"{seat.Label}: {Deputies(seat.Deputies - deputies)} saknas.";
        if (deputies > seat.Deputies && seat.Members + seat.Deputies > 0)
            yield return $"{seat.Label}: {Deputies(deputies - seat.Deputies)} för mycket.";
        foreach (var other in seat.Holders.Where(h => seat.Organisation is not null && h.Organisation is not null && h.Organisation != seat.Organisation))
            yield return $"{seat.Label}: {other.Name} hör till en annan organisation.";
    }

    static string Members(int count) => count == 1 ? "en ledamot" : $"{SwedishText.Word(count)} ledamöter";

    static string Deputies(int count) => count == 1 ? "en ersättare" : $"{SwedishText.Word(count)} ersättare";
}
