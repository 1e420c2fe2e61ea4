using Samverk.Shared;

namespace Samverk.Agreements.Ledger;

/// <summary>How far one party's own decision has come.</summary>
public enum AdoptionState
{
    /// <summary>It has not decided, as far as anybody has said.</summary>
    Waiting,
    Adopted,
    /// <summary>It has attached a condition (förbehåll); the agreement's rule says whether that counts as adopted.</summary>
    AdoptedWithCondition,
    Declined,
    /// <summary>Its committee wants to know more first; it decides later.</summary>
    ReferredBack,
}

/// <summary>What has to be for an agreement to take effect.</summary>
public enum EffectKind
{
    /// <summary>Every party has adopted.</summary>
    All,
    /// <summary>A stated number has.</summary>
    Number,
    /// <summary>It takes effect for each party by its own decision.</summary>
    Each,
    /// <summary>Those that are named have: the region and the municipalities of a part of the county.</summary>
    Chosen,
}

/// <summary>What a no does to an agreement that needs them all.</summary>
public enum IfDeclined
{
    /// <summary>It can't take effect; the text is revised, or the agreement falls.</summary>
    Halts,
    /// <summary>It takes effect among the others.</summary>
    WithoutThem,
}

/// <summary>What one party has decided, and the day from which that counts.</summary>
public sealed record PartyAnswer(Guid Party, AdoptionState State, DateOnly? On);

public enum EffectState
{
    /// <summary>The rule can still be met, and isn't.</summary>
    Waiting,
    /// <summary>The rule is met: it takes effect on a day.</summary>
    Met,
    /// <summary>The rule can't be met by what is left to be answered.</summary>
    Halted,
}

/// <summary>What the answers make of an agreement.</summary>
/// <param name="Since">The day that it takes effect; null unless the rule is met.</param>
/// <param name="Parties">For whom, each from its own day; empty unless the rule is met.</param>
public sealed record Effect(EffectState State, DateOnly? Since, IReadOnlyDictionary<Guid, DateOnly> Parties)
{
    public static Effect Waiting { get; } = new(EffectState.Waiting, null, new Dictionary<Guid, DateOnly>());
    public static Effect Halted { get; } = new(EffectState.Halted, null, new Dictionary<Guid, DateOnly>());

    public bool IsInForce(DateOnly on) => State == EffectState.Met && Since <= on;
}

/// <summary>
/// When an agreement takes effect. Only the answers decide, never the order in which they were written down, and an
/// agreement binds no party that has not adopted it itself (kommunallagen 2017:725).
/// </summary>
/// <param name="Number">How many, where the rule is a number.</param>
/// <param name="Chosen">The parties that must adopt, where the rule names them.</param>
/// <param name="ConditionCounts">Adopted with a condition is adopted; otherwise it is a no to this text.</param>
/// <param name="IfDeclined">Asked where every party, or every one that is named, must adopt.</param>
/// <param name="From">It takes effect on that day at the earliest.</param>
public sealed record EffectRule(EffectKind Kind, int? Number, IReadOnlyList<Guid> Chosen, bool ConditionCounts, IfDeclined IfDeclined, DateOnly? From)
{
    public static EffectRule Default { get; } = new(EffectKind.All, null, [], ConditionCounts: true, IfDeclined.Halts, null);

    /// <summary>Why it can't be the rule for these parties; null when it can.</summary>
    public Refusal? Fault(IReadOnlyCollection<Guid> parties) => Kind switch
    {
        EffectKind.Number when Number is not { } number || number < 2 || number > parties.Count => new("number-of-parties", $"Skriv hur många parter som måste anta, minst två och högst {SwedishText.Word(parties.Count)}."),
        EffectKind.Chosen when Chosen.Count < 2 => new("chosen-few", "Välj minst två parter som måste anta."),
        EffectKind.Chosen when Chosen.Any(c => !parties.Contains(c)) => new("chosen-odd", "En av dem som måste anta är inte part. Välj bland parterna."),
        _ => null,
    };

    public Effect Of(IReadOnlyCollection<PartyAnswer> answers)
    {
        var adopted = answers.Where(Counts).ToDictionary(a => a.Party, a => Later(a.On!.Value, From));
        var possible = adopted.Count + answers.Count(a => !Counts(a) && !IsNo(a));
        return Kind switch
        {
            EffectKind.Number => Met(adopted, possible, Number ?? 2),
            EffectKind.Each => Met(adopted, possible, 1),
            EffectKind.Chosen => MetBy([.. answers.Where(a => Chosen.Contains(a.Party))], adopted),
            _ => MetBy(answers, adopted),
        };
    }

    /// <summary>The rule as a sentence, for the agreement's page and its letter.</summary>
    /// <param name="nameOf">Of a party.</param>
    public string Words(int parties, Func<Guid, string> nameOf)
    {
        var rule = Kind switch
        {
            EffectKind.All => $"Gäller när alla {SwedishText.Word(parties)} har antagit",
            EffectKind.Number => $"Gäller när {SwedishText.Word(Number ?? 2)} av {SwedishText.Word(parties)} har antagit, för dem som har gjort det",
            EffectKind.Each => "Gäller för varje part från dess eget beslut",
            EffectKind.Chosen => $"Gäller när {SwedishText.Enumerate([.. Chosen.Select(nameOf)])} har antagit, och för övriga när de gör det",
            _ => throw new InvalidOperationException($"A rule without words: {Kind}"),
        };
        return From is { } from ? $"{rule}, tidigast {from.InWords()}." : $"{rule}.";
    }

    static DateOnly Later(DateOnly day, DateOnly? from) => from > day ? from.Value : day;

    /// <summary>A party with such an answer has adopted.</summary>
    public bool Counts(AdoptionState state) => state == AdoptionState.Adopted || (state == AdoptionState.AdoptedWithCondition && ConditionCounts);

    /// <summary>A party with such an answer has said no to this text.</summary>
    public bool IsNo(AdoptionState state) => state == AdoptionState.Declined || (state == AdoptionState.AdoptedWithCondition && !ConditionCounts);

    bool Counts(PartyAnswer a) => a.On is not null && Counts(a.State);

    bool IsNo(PartyAnswer a) => IsNo(a.State);

    static Effect Met(Dictionary<Guid, DateOnly> adopted, int possible, int needed) =>
        adopted.Count >= needed ? Since(adopted.Values.Order().ElementAt(needed - 1), adopted) : possible < needed ? Effect.Halted : Effect.Waiting;

    Effect MetBy(IReadOnlyCollection<PartyAnswer> needed, Dictionary<Guid, DateOnly> adopted)
    {
        var left = IfDeclined == IfDeclined.WithoutThem ? [.. needed.Where(a => !IsNo(a))] : needed;
        if (left.Count < 2 || left.Any(IsNo))
            return Effect.Halted;
        return left.All(a => adopted.ContainsKey(a.Party)) ? Since(left.Max(a => adopted[a.Party]), adopted) : Effect.Waiting;
    }

    static Effect Since(DateOnly day, Dictionary<Guid, DateOnly> adopted) => new(EffectState.Met, day, adopted.ToDictionary(a => a.Key, a => Later(a.Value, day)));
}
