using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements;

/// <summary>Where an agreement stands.</summary>
public enum AgreementState { Idea, Preparing, Consulting, Endorsed, Recommended, Adopting, InForce, Expired, Terminated, Replaced, Fallen }

/// <summary>What the parties decide about.</summary>
public enum AgreementKind
{
    /// <summary>A text that binds them to each other (överenskommelse).</summary>
    Agreement,
    /// <summary>A decision that each of them takes for itself, without a common text of agreement (rekommendation).</summary>
    Recommendation,
}

/// <summary>
/// A joint agreement (överenskommelse). One that is kept here has parties, texts and a rule of taking effect, and its state
/// follows from acts; of one that only minutes tell of, all that is known comes from its mentions.
/// </summary>
internal sealed class Agreement : Remembering, IOwned
{
    readonly List<Party> parties = [];
    readonly List<AgreementAct> acts = [];

    Agreement() { }

    public Agreement(BodyInfo body, string name, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Name, NameSort, Folded) = (body.Area, body.Host, name, Swedish.SortKey(name), FoldName(name));
        Remember(new AgreementRecorded(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>The name as agreements are told apart: folded, 'ÖK' as 'överenskommelse'.</summary>
    public string Folded { get; private set; } = "";

    public AgreementKind Kind { get; private set; }
    /// <summary>The day from which it is kept here; null for one that only minutes tell of.</summary>
    public DateOnly? KeptOn { get; private set; }
    /// <summary>The responsible body.</summary>
    public Guid? Body { get; private set; }
    public string? About { get; private set; }
    public string? LegalBasis { get; private set; }
    public Guid? Responsible { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public DateOnly? ReviewOn { get; private set; }
    /// <summary>The agreement that it replaces.</summary>
    public Guid? Replaces { get; private set; }
    /// <summary>The framework that it stands under.</summary>
    public Guid? Under { get; private set; }
    public EffectRule Rule { get; private set; } = EffectRule.Default;
    public string? ReportTo { get; private set; }
    /// <summary>Days that parties have to answer in, from when the round opens.</summary>
    public int AnswerDays { get; private set; } = AgreementFacts.OrdinaryAnswerDays;
    /// <summary>Derived from the acts, in <see cref="Add"/> alone; null for one that isn't kept here.</summary>
    public AgreementState? State { get; private set; }
    /// <summary>The text that is in force, or was.</summary>
    public int? VersionInForce { get; private set; }
    public DateOnly? InForceFrom { get; private set; }
    /// <summary>The last day, or the day to be looked over by, that the responsible body has been told of.</summary>
    public DateOnly? Warned { get; private set; }
    /// <summary>Who changes the facts says which edition they had before them.</summary>
    public int Edition { get; private set; }

    public IReadOnlyList<Party> Parties => parties;
    public IReadOnlyList<AgreementAct> Acts => acts;

    /// <summary>Those that it is to bind, in their order.</summary>
    public IReadOnlyList<Party> Bound() => [.. parties.Where(p => p.OutsideFor is null).OrderBy(p => p.Position)];

    internal static string FoldName(string name)
    {
        var words = Swedish.Fold(name).Split(' ').Select(w => w switch { "ök" or "överenskommelsen" => "överenskommelse", "avtalet" => "avtal", _ => w });
        return string.Join(' ', words.Where(w => w is not ("om" or "för" or "kring" or "avseende")));
    }

    /// <summary>Begins to keep it here.</summary>
    public void Keep(AgreementFacts facts, BodyInfo body, DateTimeOffset at, Guid by, string byName, AgreementKind kind = AgreementKind.Agreement)
    {
        Refusal.Heed(KeptOn is null ? facts.Fault() : new("already-kept", "Överenskommelsen finns redan. Öppna den och ändra där."));
        (KeptOn, Owner, Kind) = (DateOnly.FromDateTime(at.Local()), body.Host, kind);
        Take(facts);
        Add(AgreementActKind.Begun, KeptOn!.Value, null, at, by, byName);
        Remember(new AgreementKept(Id, Name, at, by));
    }

    /// <param name="nameOf">Of a body, a person or an agreement, for the history.</param>
    public void Change(AgreementFacts facts, int edition, Func<Guid, string> nameOf, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(facts.Fault() ?? (edition == Edition ? null : new("stale", "Någon annan har ändrat samma sak. Läs om sidan och gör om din ändring.")));
        var before = Facts();
        if (before == facts)
            return;
        Take(facts);
        foreach (var change in AgreementFacts.Differences(before, facts, nameOf))
            Remember(new AgreementChanged(Id, change.Field, change.Before, change.After, at, by));
    }

    public AgreementFacts Facts() => new(Name, Body ?? Guid.Empty, About, LegalBasis, Responsible, ValidTo, ReviewOn, Replaces, Under, AnswerDays) { ReportTo = ReportTo };

    void Take(AgreementFacts facts)
    {
        (Name, NameSort, Folded) = (facts.Name.Trim(), Swedish.SortKey(facts.Name.Trim()), FoldName(facts.Name));
        (Body, About, LegalBasis, Responsible) = (facts.Body, TextRules.Trimmed(facts.About), TextRules.Trimmed(facts.LegalBasis), facts.Responsible);
        (ValidTo, ReviewOn, Replaces, Under, AnswerDays) = (facts.ValidTo, facts.ReviewOn, facts.Replaces, facts.Under, facts.AnswerDays);
        ReportTo = TextRules.Trimmed(facts.ReportTo)?.ToLowerInvariant();
        Edition++;
    }

    /// <summary>Says who the parties are, who stands outside and why, and when it takes effect.</summary>
    /// <param name="hasOpenRound">Parties are being asked: whom it binds, and how, can't change under them.</param>
    public void Bind(IReadOnlyList<ProposedParty> proposed, EffectRule rule, bool hasOpenRound, int edition, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(hasOpenRound ? new("round-open", "Parter och regel kan inte ändras medan parterna beslutar. Ta fram en ny text och låt den rekommenderas.")
            : edition != Edition ? new("stale", "Någon annan har ändrat samma sak. Läs om sidan och gör om din ändring.")
            : proposed.FirstOrDefault(p => p is { IsOutside: true } && TextRules.Trimmed(p.Reason) is null) is { } silent ? new("outside-reason", $"Skriv varför {silent.Name} står utanför.")
            : proposed.Any(p => p.Reason?.Length > Party.LongestReason) ? new("outside-long", $"Skälet är längre än {Party.LongestReason} tecken. Korta det.")
            : proposed.Count(p => !p.IsOutside) < 2 ? new("parties-few", "En överenskommelse har minst två parter. Välj dem.")
            : rule.Fault([.. proposed.Where(p => !p.IsOutside).Select(p => p.Organisation)]));
        parties.Clear();
        parties.AddRange(proposed.Select((p, i) => new Party(this, p, i)));
        Rule = rule;
        Edition++;
        Remember(new AgreementBound(Id, proposed.Count(p => !p.IsOutside), proposed.Count(p => p.IsOutside), rule.Kind.Words(), at, by));
    }

    /// <summary>Why this step can't be taken now; null when it can.</summary>
    public Refusal? May(AgreementActKind kind) =>
        KeptOn is null ? new("not-kept", "Överenskommelsen sköts inte här. Lägg upp den först.")
        : AgreementLife.From(kind).Contains(State!.Value) ? null
        : new("step-odd", $"Överenskommelsen {State.Value.Is()}. Då kan steget ”{kind.Words()}” inte tas.");

    /// <summary>Takes a step of its life. What follows from adoptions is told by <see cref="TakeEffect"/>.</summary>
    public void Step(AgreementActKind kind, DateOnly on, string? words, DateTimeOffset at, Guid? by, string? byName)
    {
        Refusal.Heed(May(kind) ?? (words?.Length > AgreementAct.LongestWords ? new("text-long", $"Texten är längre än {AgreementAct.LongestWords} tecken. Korta den.") : null));
        Add(kind, on, words, at, by, byName);
        Remember(new AgreementStepped(Id, kind, on, TextRules.Trimmed(words), at, by));
    }

    /// <summary>It goes on holding, to another day or for good.</summary>
    public void Extend(DateOnly? validTo, DateOnly on, string? words, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(validTo is { } day && (day <= on || day <= ValidTo) ? new("extended-back", "Skriv en dag efter den som gäller i dag.") : null);
        ValidTo = validTo;
        Step(AgreementActKind.Extended, on, words ?? (validTo is { } to ? $"Till och med {to.InWords()}" : "Tills vidare"), at, by, byName);
    }

    /// <summary>A body has recommended a text to the parties.</summary>
    public void Recommend(Recommended recommended, DateTimeOffset at, Guid? by)
    {
        Add(AgreementActKind.Recommended, recommended.On, $"{recommended.BodyName}, version {recommended.Version}", at, by, null, recommended.Version);
        Remember(new AgreementRecommended(Id, recommended.Version, recommended.BodyName, recommended.On, recommended.Meeting, at, by));
    }

    /// <summary>Its parties are asked to adopt a text.</summary>
    public void OpenRound(AdoptionRound round, int asked, DateTimeOffset at, Guid? by)
    {
        Add(AgreementActKind.RoundOpened, DateOnly.FromDateTime(at.Local()), $"Version {round.Version}, {SwedishText.Word(asked)} parter", at, by, null, round.Version);
        Remember(new RoundOpened(Id, round.Id, round.Version, asked, round.AnswerBy, at, by));
    }

    public void WarnOf(DateOnly day) => Warned = day;

    /// <summary>The letters that ask for decisions have been sent.</summary>
    public void SentOut(AdoptionRound round, int letters, DateTimeOffset at, Guid by) => Remember(new RoundSent(Id, round.Id, letters, at, by));

    /// <summary>Whoever wants to know has been told what the parties decided.</summary>
    public void Report(AdoptionRound round, int answered, DateTimeOffset at, Guid by)
    {
        round.Reported(at);
        Remember(new RoundReported(Id, round.Id, ReportTo!, answered, round.Adoptions.Count, at, by));
    }

    /// <summary>The rule is met, and the day has come.</summary>
    public void TakeEffect(int version, DateOnly since, DateTimeOffset at)
    {
        if (VersionInForce == version && State == AgreementState.InForce)
        {
            // A decision that was written down late can have an earlier day.
            InForceFrom = since;
            return;
        }
        (VersionInForce, InForceFrom) = (version, since);
        Add(AgreementActKind.TookEffect, since, $"Version {version}", at, null, null, version);
        Remember(new AgreementTookEffect(Id, Name, version, since, at, null));
    }

    void Add(AgreementActKind kind, DateOnly on, string? words, DateTimeOffset at, Guid? by, string? byName, int? version = null)
    {
        acts.Add(new(this, acts.Count, kind, on, TextRules.Trimmed(words), version, at, by, byName));
        State = AgreementLife.After(kind, State, VersionInForce is not null);
    }
}
