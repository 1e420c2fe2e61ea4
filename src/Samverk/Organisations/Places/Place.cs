using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>How a place is told in the histories of those it concerns.</summary>
/// <param name="As">'ledamot i Samverkansrådet för Granåker'.</param>
/// <param name="Of">The things whose histories tell it.</param>
sealed record Telling(string Name, string As, IReadOnlyList<Guid> Of, DateTimeOffset At, Guid By);

/// <summary>
/// What a person is somewhere over time: a place in a body, a standing at it, a function. What has begun is ended;
/// what was a mistake is withdrawn with a reason: it stays as a row that no query sees.
/// </summary>
internal abstract class Place(Guid area, Guid person, DateOnly from, DateOnly? to) : Remembering, IInArea
{
    /// <summary>The name of the query filter.</summary>
    public const string NotWithdrawn = "withdrawn";

    public Guid Id { get; private protected set; } = Ids.Next();
    public Guid Area { get; private protected set; } = area;
    public Guid Person { get; private protected set; } = person;
    public DateOnly From { get; private protected set; } = from;
    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; private protected set; } = to;
    /// <summary>Why it was a mistake; null for all that hold.</summary>
    public string? Withdrawn { get; private protected set; }

    public Period Days() => new(From, To);

    public void Given(Telling telling) => Tell(telling, of => new PlaceGiven(of, Id, Person, telling.Name, telling.As, From, To, telling.At, telling.By));

    public void End(DateOnly last, Telling telling)
    {
        Refusal.Heed(
            last < From ? new("end-before-start", $"Sista dagen är före den första, {From.InWords()}. Har platsen aldrig gällt, ta bort den som felaktig.")
            : last > To ? new("end-later", $"Platsen slutar redan {To.Value.InWords()}. Rätta dagarna om den ska gälla längre.")
            : null);
        To = last;
        Tell(telling, of => new PlaceEnded(of, Id, Person, telling.Name, telling.As, last, telling.At, telling.By));
    }

    public void Withdraw(string reason, Telling telling)
    {
        Refusal.Heed(TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv vad som blev fel.") : TextRules.OneLine(reason, "Skälet"));
        Withdrawn = reason.Trim();
        Tell(telling, of => new PlaceWithdrawn(of, Id, Person, telling.Name, telling.As, Withdrawn, telling.At, telling.By));
    }

    /// <param name="before">As it was told until now.</param>
    protected void Corrected(Period days, Telling before, Telling after)
    {
        var was = $"{before.As} {Days().Words}";
        (From, To) = (days.From, days.To);
        var became = $"{after.As} {days.Words}";
        if (was != became)
            Tell(after with { Of = [.. before.Of.Union(after.Of)] }, of => new PlaceCorrected(of, Id, Person, after.Name, was, became, after.At, after.By));
    }

    void Tell(Telling telling, Func<Guid, Happening> happening)
    {
        foreach (var of in telling.Of)
            Remember(happening(of));
    }
}
