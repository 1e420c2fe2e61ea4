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

    /// <summary>One sentence for each kind of thing that isn't as it should be, with the seats that it is so for, in their order.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<SeatRow> seats)
    {
        var real = seats.Where(s => s.Id is not null).ToList();
        var numbers = real.SelectMany(s => Numbers(s).Select(what => (What: what, s.Label))).GroupBy(f => f.What).Select(g => $"{SwedishText.Capital(g.Key)}: {string.Join(", ", g.Select(f => f.Label))}.");
        return [.. numbers, .. real.SelectMany(Strangers)];
    }

    static IEnumerable<string> Numbers(SeatRow seat)
    {
        var members = seat.Holders.Count(h => h.Role == MembershipRole.Member);
        var deputies = seat.Holders.Count(h => h.Role == MembershipRole.Deputy);
        if (seat.Members + seat.Deputies == 0)
            yield break;
        if (members < seat.Members)
            yield return $"{Members(seat.Members - members)} saknas";
        if (members > seat.Members)
            yield return $"{Members(members - seat.Members)} för mycket";
        if (deputies < seat.Deputies)
            yield return $"{Deputies(seat.Deputies - deputies)} saknas";
        if (deputies > seat.Deputies)
            yield return $"{Deputies(deputies - seat.Deputies)} för mycket";
    }

    static IEnumerable<string> Strangers(SeatRow seat) =>
        seat.Holders.Where(h => seat.Organisation is not null && h.Organisation is not null && h.Organisation != seat.Organisation)
            .Select(h => $"{h.Name} på platsen {seat.Label} hör till en annan organisation.");

    static string Members(int count) => count == 1 ? "en ledamot" : $"{SwedishText.Word(count)} ledamöter";

    static string Deputies(int count) => count == 1 ? "en ersättare" : $"{SwedishText.Word(count)} ersättare";
}
