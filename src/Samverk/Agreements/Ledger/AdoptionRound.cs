using Samverk.Agreements.Texts;
using Samverk.Shared;

namespace Samverk.Agreements.Ledger;

/// <summary>
/// One text of an agreement before its parties: one adoption for each. It points at the sealed text and at the minutes
/// that recommend it. A new text gets a round of its own, and this one is then closed.
/// </summary>
internal sealed class AdoptionRound : IOwned
{
    readonly List<Adoption> adoptions = [];

    AdoptionRound() { }

    public AdoptionRound(Agreement agreement, int number, AgreementText text, Recommended recommended, DateOnly answerBy, DateTimeOffset at, Guid? by)
    {
        Number = number;
        (Area, Owner, Agreement, Version, TextSeal, OpenedAt, OpenedBy, AnswerBy) = (agreement.Area, agreement.Owner, agreement.Id, text.Number, text.Seal!, at, by, answerBy);
        (Meeting, Body, BodyName, RecommendedOn, Item, MinutesSeal) = (recommended.Meeting, recommended.Body, recommended.BodyName, recommended.On, recommended.Item, recommended.MinutesSeal);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Agreement { get; private set; }
    /// <summary>1 for the agreement's first.</summary>
    public int Number { get; private set; }
    public int Version { get; private set; }
    /// <summary>Of the text's PDF.</summary>
    public string TextSeal { get; private set; } = "";
    /// <summary>The meeting that recommends it; null where somebody outside does.</summary>
    public Guid? Meeting { get; private set; }
    public Guid? Body { get; private set; }
    /// <summary>Who recommends it: a body, or somebody outside.</summary>
    public string BodyName { get; private set; } = "";
    public DateOnly RecommendedOn { get; private set; }
    /// <summary>The § that recommends it.</summary>
    public string? Item { get; private set; }
    /// <summary>Of the minutes' PDF.</summary>
    public string? MinutesSeal { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid? OpenedBy { get; private set; }
    /// <summary>The last day that isn't late.</summary>
    public DateOnly AnswerBy { get; private set; }
    /// <summary>Where Samverk is reached, as the letters said; null until they have been sent.</summary>
    public string? Site { get; private set; }
    public Guid? SentBy { get; private set; }
    /// <summary>When the answers were last reported to whoever wants to know.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }
    /// <summary>When another text took its place, or the agreement fell.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public IReadOnlyList<Adoption> Adoptions => adoptions;

    public bool IsOpen => ClosedAt is null;

    /// <summary>Parties are asked about it: it isn't in force, or it is and some have yet to answer.</summary>
    public bool IsAsking(int? versionInForce) => IsOpen && (Version != versionInForce || adoptions.Exists(a => a.IsWaiting));

    public void Reported(DateTimeOffset at) => ReportedAt = at;

    public Adoption Ask(Guid organisation, string name, DateTimeOffset at, Guid? by, Adoption? before)
    {
        var adoption = new Adoption(this, organisation, name, before, at, by);
        adoptions.Add(adoption);
        return adoption;
    }

    /// <summary>Letters have been sent: from now on those who don't answer are reminded by rule.</summary>
    public void Sent(string site, Guid by) => (Site, SentBy) = (site, by);

    public void Close(DateTimeOffset at)
    {
        ClosedAt = at;
        foreach (var adoption in adoptions)
            adoption.Close(at);
    }

    /// <summary>What the answers make of the agreement, by its rule. The one place that says so.</summary>
    public Effect Effect(EffectRule rule) => rule.Of([.. adoptions.Select(a => a.Answer)]);

    /// <summary>Every party is bound on that day, or has said no: between none of them does what was before hold.</summary>
    public bool IsSettled(EffectRule rule, DateOnly on)
    {
        var bound = Effect(rule).Parties;
        return adoptions.All(a => bound.TryGetValue(a.Organisation, out var from) ? from <= on : rule.IsNo(a.State));
    }
}
