using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements;

/// <summary>What its keeper says of an agreement.</summary>
/// <param name="Body">The responsible body.</param>
/// <param name="LegalBasis">The law or rule that it follows from: 'Lag (2017:612) om samverkan vid utskrivning'.</param>
/// <param name="ValidTo">The last day that it holds; null until further notice.</param>
/// <param name="ReviewOn">When it is to have been looked over.</param>
/// <param name="AnswerDays">Days that parties have to answer in.</param>
public sealed record AgreementFacts(string Name, Guid Body, string? About, string? LegalBasis, Guid? Responsible, DateOnly? ValidTo, DateOnly? ReviewOn, Guid? Replaces, Guid? Under, int AnswerDays)
{
    /// <summary>The address outside that wants to know what the parties decided, when somebody does.</summary>
    public string? ReportTo { get; init; }

    public const int OrdinaryAnswerDays = 90, MostAnswerDays = 730, LongestAbout = 2000;

    /// <summary>Why it can't be said so; null when it can.</summary>
    public Refusal? Fault() =>
        TextRules.Name(Name, "Namnet")
        ?? (Body == Guid.Empty ? new Refusal("body-missing", "Välj det organ som ansvarar för överenskommelsen.") : null)
        ?? TextRules.OneLine(LegalBasis, "Grunden")
        ?? (About?.Length > LongestAbout ? new Refusal("text-long", $"Beskrivningen är längre än {SwedishText.Figure(LongestAbout)} tecken. Korta den.") : null)
        ?? Reach.MailFault(TextRules.Trimmed(ReportTo))
        ?? (AnswerDays is < 1 or > MostAnswerDays ? new Refusal("answer-days-odd", $"Skriv hur många dagar parterna har på sig, mellan 1 och {MostAnswerDays}.") : null);

    /// <param name="nameOf">Of a body, a person or an agreement that either names.</param>
    internal static IReadOnlyList<Change> Differences(AgreementFacts before, AgreementFacts after, Func<Guid, string> nameOf) =>
        [.. new[]
        {
            Change.Of("Namn", before.Name, after.Name.Trim()), Change.Of("Vad den gäller", before.About, TextRules.Trimmed(after.About)), Change.Of("Grund", before.LegalBasis, TextRules.Trimmed(after.LegalBasis)),
            Change.Of("Gäller till", before.ValidTo?.Iso(), after.ValidTo?.Iso()), Change.Of("Ses över", before.ReviewOn?.Iso(), after.ReviewOn?.Iso()),
            Named("Ansvarigt organ", before.Body, after.Body, nameOf), Named("Ansvarig person", before.Responsible, after.Responsible, nameOf),
            Named("Ersätter", before.Replaces, after.Replaces, nameOf), Named("Står under", before.Under, after.Under, nameOf),
            Change.Of("Rapporteras till", before.ReportTo, TextRules.Trimmed(after.ReportTo)),
            Change.Of("Dagar att svara på", $"{before.AnswerDays}", $"{after.AnswerDays}"),
        }.OfType<Change>()];

    static Change? Named(string field, Guid? before, Guid? after, Func<Guid, string> nameOf) =>
        before == after ? null : new(field, before is { } was ? nameOf(was) : null, after is { } now ? nameOf(now) : null);

    internal IEnumerable<Guid> Agreements() => new[] { Replaces, Under }.OfType<Guid>();
}

/// <summary>A text that the parties are recommended to adopt.</summary>
/// <param name="Item">The §.</param>
/// <param name="MinutesSeal">Of the minutes that say so.</param>
/// <param name="Meeting">Null, with its body and seal, where somebody outside recommends it.</param>
/// <param name="BodyName">Who recommends it.</param>
public sealed record Recommended(Guid Agreement, int Version, Guid? Meeting, Guid? Body, string BodyName, DateOnly On, string? Item, string? MinutesSeal);
