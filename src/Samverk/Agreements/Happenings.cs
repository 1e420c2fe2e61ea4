using System.ComponentModel;
using Samverk.Agreements.Ledger;
using Samverk.Shared;

namespace Samverk.Agreements;

[DisplayName("Överenskommelse nämnd första gången")]
public sealed record AgreementRecorded(Guid Agreement, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{SwedishText.Capital(Name)} nämndes för första gången";
}

[DisplayName("Överenskommelse upplagd")]
public sealed record AgreementKept(Guid Agreement, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{Name} lades upp";
}

[DisplayName("Överenskommelse ändrad")]
public sealed record AgreementChanged(Guid Agreement, string Field, string? Before, string? After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{Field} ändrades";
    public override IReadOnlyList<Change> Changed => [new(Field, Before, After)];
}

/// <summary>Its parties and its rule of taking effect were set.</summary>
[DisplayName("Överenskommelsens parter ändrade")]
public sealed record AgreementBound(Guid Agreement, int Parties, int Outside, string Rule, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Parterna bestämdes: {SwedishText.Word(Parties)} parter{(Outside == 0 ? "" : $", {SwedishText.Word(Outside)} utanför")}. Gäller: {SwedishText.Small(Rule)}";
}

/// <summary>A step in its life was taken by a person, or came with a day.</summary>
[DisplayName("Överenskommelsens läge ändrat")]
public sealed record AgreementStepped(Guid Agreement, AgreementActKind Kind, DateOnly On, string? Said, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{Kind.Words()} {On.InWords()}{(Said is null ? "" : $": {Said}")}";
}

[DisplayName("Överenskommelsens text låst")]
public sealed record TextLocked(Guid Agreement, int Version, string Seal, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Version {Version} av texten låstes";
}

/// <summary>A body has recommended a text to the parties.</summary>
[DisplayName("Överenskommelse rekommenderad")]
public sealed record AgreementRecommended(Guid Agreement, int Version, string BodyName, DateOnly On, Guid? Meeting, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{BodyName} rekommenderade {On.InWords()} huvudmännen att anta version {Version}";
}

[DisplayName("Antagande öppnat")]
public sealed record RoundOpened(Guid Agreement, Guid Round, int Version, int Asked, DateOnly AnswerBy, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{SwedishText.Capital(SwedishText.Word(Asked))} parter ombads att anta version {Version} senast {AnswerBy.InWords()}";
}

/// <summary>The letters that ask for a decision were sent.</summary>
[DisplayName("Antagande expedierat")]
public sealed record RoundSent(Guid Agreement, Guid Round, int Letters, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Följebrev och text skickades till {SwedishText.Word(Letters)} {(Letters == 1 ? "part" : "parter")}";
}

/// <summary>An address outside was told what the parties have decided.</summary>
[DisplayName("Antaganden rapporterade")]
public sealed record RoundReported(Guid Agreement, Guid Round, string To, int Answered, int Asked, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Parternas beslut rapporterades till {To}: {SwedishText.Word(Answered)} av {SwedishText.Word(Asked)} hade svarat";
}

/// <summary>A party's decision was registered.</summary>
[DisplayName("Antagande registrerat")]
public sealed record AdoptionDecided(Guid Agreement, Guid Adoption, Guid Party, string PartyName, int Version, AdoptionState Outcome, string? Committee, DateOnly On, string? Paragraph, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{PartyName} registrerade sitt beslut från {On.InWords()}: {SwedishText.Small(Outcome.Did())}";
    public override Guid? ActedFor => Party;
}

[DisplayName("Antagande rättat")]
public sealed record AdoptionCorrected(Guid Agreement, Guid Adoption, string PartyName, string? CaseNumberBefore, string? CaseNumber, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid Party { get; init; }
    public override Guid Subject => Agreement;
    public override string Words => $"{PartyName} rättade uppgifterna om sitt beslut";
    public override IReadOnlyList<Change> Changed => [.. new[] { Change.Of("Diarienummer", CaseNumberBefore, CaseNumber) }.OfType<Change>()];
    public override Guid? ActedFor => Party;
}

[DisplayName("Antagande planerat")]
public sealed record AdoptionPlanned(Guid Agreement, Guid Adoption, string PartyName, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid Party { get; init; }
    public override Guid Subject => Agreement;
    public override string Words => $"{PartyName} tar upp ärendet {On.InWords()}";
    public override Guid? ActedFor => Party;
}

[DisplayName("Antagande ångrat")]
public sealed record AdoptionUndone(Guid Agreement, Guid Adoption, string PartyName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid Party { get; init; }
    public override Guid Subject => Agreement;
    public override string Words => $"{PartyName} ångrade registreringen av sitt beslut";
    public override Guid? ActedFor => Party;
}

/// <summary>A party said that its adoption of one text holds for the next.</summary>
[DisplayName("Antagande gäller ny text")]
public sealed record AdoptionCarried(Guid Agreement, Guid Adoption, Guid Party, string PartyName, int From, int To, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{PartyName} låter sitt beslut om version {From} gälla även version {To}";
    public override Guid? ActedFor => Party;
}

[DisplayName("Påminnelse om antagande")]
public sealed record AdoptionReminded(Guid Agreement, Guid Adoption, string PartyName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Påminnelse till {PartyName}";
}

[DisplayName("Överenskommelse i kraft")]
public sealed record AgreementTookEffect(Guid Agreement, string Name, int Version, DateOnly Since, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{Name} gäller från {Since.InWords()} (version {Version})";
}
