using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>The days of a place: from a first day through a last, or until further notice.</summary>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    const int YearsAhead = 20;
    static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>The days as somebody typed them; refused when they make no sense.</summary>
    public static Period Typed(DateOnly? from, DateOnly? to, DateOnly today)
    {
        Refusal.Heed(
            from is null ? new("from-missing", "Första dagen saknas. Skriv den som 2027-01-01.")
            : to < from ? new("days-reversed", "Sista dagen är före den första. Rätta en av dem.")
            : from < Earliest ? new("days-odd", $"Första dagen är före {Earliest.Year}. Rätta den.")
            : from > today.AddYears(YearsAhead) || to > today.AddYears(YearsAhead) ? new("days-odd", $"Dagen är mer än {YearsAhead} år fram i tiden. Rätta den, eller lämna sista dagen tom.")
            : null);
        return new(from!.Value, to);
    }

    public bool Overlaps(Period other) => From <= (other.To ?? DateOnly.MaxValue) && other.From <= (To ?? DateOnly.MaxValue);

    public bool Holds(DateOnly day) => From <= day && (To is null || To >= day);

    public string Words => To is { } last ? $"från {From.InWords()} till och med {last.InWords()}" : $"från {From.InWords()}";
}
