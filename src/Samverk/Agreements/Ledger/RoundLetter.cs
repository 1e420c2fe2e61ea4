using Samverk.Shared;

namespace Samverk.Agreements.Ledger;

/// <summary>The letters that ask a party for its decision. Their link names the adoption and gives no right to anything.</summary>
static class RoundLetter
{
    public static string Subject(string agreement) => $"Beslut begärs: {agreement}";

    public static string ReminderSubject(string agreement) => $"Påminnelse om beslut: {agreement}";

    /// <param name="rule">When it takes effect, as a sentence.</param>
    /// <param name="address">Where Samverk is reached.</param>
    /// <param name="sender">Who answers what somebody wonders.</param>
    public static string Text(Agreement agreement, AdoptionRound round, Adoption adoption, string rule, bool hasExtract, string address, string sender) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"{round.BodyName} rekommenderade {round.RecommendedOn.InWords()} {What(agreement.Kind, agreement.Name, round.Version)}. {adoption.OrganisationName} ombeds att besluta senast {round.AnswerBy.InWords()}.",
        rule,
        $"Bifogat: {(agreement.Kind == AgreementKind.Agreement ? "överenskommelsens text" : "vad som ska beslutas")} som förseglad PDF, följebrev{(hasExtract ? " och protokollsutdrag" : "")}.",
        $"Registrera beslutet, eller skriv när det är planerat:\n{address}{AgreementPages.Adoption(adoption.Id)}\nDu loggar in som registrator eller samordnare i {adoption.OrganisationName}. Det tar ungefär en minut, också på telefon.",
        $"Textens sigill (SHA-256): {SealWords.Whole(round.TextSeal)}",
        $"Är det något du undrar över, fråga {sender}.",
    });

    static string What(AgreementKind kind, string name, int version) => kind == AgreementKind.Agreement ? $"huvudmännen att anta {name}, version {version}" : $"varje huvudman att besluta om {name}";

    public static string ReportSubject(string name) => $"Huvudmännens beslut: {name}";

    /// <summary>What every party has decided, for somebody outside who wants to know.</summary>
    public static string Report(AgreementView agreement, RoundRow round, string sender) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"Så här har huvudmännen beslutat om {agreement.Name}, som {round.BodyName} rekommenderade {round.RecommendedOn.InWords()}. {SwedishText.Capital(SwedishText.Word(agreement.Ledger.Count(a => !a.State.IsUndecided())))} av {SwedishText.Word(agreement.Ledger.Count)} har svarat.",
        string.Join('\n', agreement.Ledger.Select(Line)),
        "Samma uppgifter finns i den bifogade sammanställningen.",
        $"Hälsningar\n{sender}",
    });

    static string Line(AdoptionRow a) =>
        a.State == AdoptionState.Waiting ? $"{a.OrganisationName}: {SwedishText.Small(a.State.Did())}"
        : $"{a.OrganisationName}: {SwedishText.Small(a.State.Did())}, {a.Committee} {a.DecidedOn?.Iso()} § {a.Paragraph}, {a.CaseNumber}{(a.Condition is { } why ? $". {why}" : "")}";

    public static string Reminder(string agreement, AdoptionRow adoption, string address, DateOnly today) => string.Join("\n\n", new[]
    {
        "Hej!",
        adoption.PlannedOn is { } planned && planned < today ? $"{adoption.OrganisationName} skulle besluta om {agreement}, version {adoption.Version}, {planned.InWords()}. Inget beslut är registrerat."
            : adoption.AnswerBy < today ? $"{adoption.OrganisationName} skulle ha beslutat om {agreement}, version {adoption.Version}, senast {adoption.AnswerBy.InWords()}. Inget beslut är registrerat."
            : $"{adoption.OrganisationName} ombeds att besluta om {agreement}, version {adoption.Version}, senast {adoption.AnswerBy.InWords()}.",
        $"Registrera beslutet, eller skriv när det är planerat:\n{address}{AgreementPages.Adoption(adoption.Id)}\nDu loggar in som registrator eller samordnare i {adoption.OrganisationName}.",
        "Har ni redan beslutat räcker det att registrera. Då kommer inga fler påminnelser.",
    });
}
