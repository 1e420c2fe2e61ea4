using Samverk.Pdf;
using Samverk.Pdf.Content;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>Makes the papers of a round: the cover letter (missiv), and the certificate that the agreement is in force.</summary>
sealed class RoundPress(Typeface typeface, Sealing sealing)
{
    /// <summary>The cover letter. The same round gives the same bytes.</summary>
    public byte[] CoverLetter(AgreementView agreement, RoundRow round) => PdfWriter.Write(CoverLetterOf(agreement, round), typeface).Bytes;

    public static Document CoverLetterOf(AgreementView agreement, RoundRow round) => new(
        new($"Följebrev, {agreement.Name}", round.BodyName, round.OpenedAt) { HeadLeft = round.BodyName, HeadRight = DateOnly.FromDateTime(round.OpenedAt.Local()).InWords() },
        [
            new Heading(1, "Följebrev"),
            new Paragraph($"{round.BodyName} rekommenderade {round.RecommendedOn.InWords()}{(round.Item is { } item ? $", § {item}," : "")} {(agreement.Kind == AgreementKind.Agreement ? "huvudmännen att anta" : "varje huvudman att besluta om")} {agreement.Name}."),
            new Paragraph($"Var och en av parterna ombeds att besluta om texten, version {round.Version}, senast {round.AnswerBy.InWords()}, och att registrera beslutet i Samverk: nämnd, dag, paragraf, utfall och eget diarienummer."),
            new Samverk.Pdf.Content.Facts(
            [
                new(agreement.Kind.Words(), agreement.Name), new("Text", $"Version {round.Version}"), new("Textens sigill (SHA-256)", SealWords.Whole(round.TextSeal)),
                .. agreement.Facts.LegalBasis is { } basis ? [new Fact("Grund", basis)] : Array.Empty<Fact>(),
                new("Börjar gälla", agreement.RuleWords), new("Förbehåll", agreement.Rule.ConditionCounts ? "Ett antagande med förbehåll räknas som ett antagande." : "Ett antagande med förbehåll räknas inte som ett antagande av texten."),
                .. agreement.Facts.ValidTo is { } to ? [new Fact("Gäller till och med", to.InWords())] : Array.Empty<Fact>(),
            ]),
            new Heading(2, "Parter"),
            new Bullets([.. agreement.Bound.Select(p => (Prose)p.Name)]),
            .. Outside(agreement),
            new Small("Den text som ska antas är den som har sigillet ovan. Ändras texten är det en ny version, som rekommenderas och antas för sig."),
        ]);

    /// <summary>What every party has decided, for somebody outside who wants to know. The same answers at the same time give the same bytes.</summary>
    public byte[] Report(AgreementView agreement, RoundRow round, DateTimeOffset at) => PdfWriter.Write(ReportOf(agreement, round, at), typeface).Bytes;

    static Document ReportOf(AgreementView agreement, RoundRow round, DateTimeOffset at) => new(
        new($"Huvudmännens beslut, {agreement.Name}", round.BodyName, at) { HeadLeft = agreement.Name, HeadRight = DateOnly.FromDateTime(at.Local()).InWords() },
        [
            new Heading(1, $"Huvudmännens beslut om {agreement.Name}"),
            new Paragraph($"{round.BodyName} rekommenderade {round.RecommendedOn.InWords()}. Svar senast {round.AnswerBy.InWords()}. {SwedishText.Capital(SwedishText.Word(agreement.Ledger.Count(a => !a.State.IsUndecided())))} av {SwedishText.Word(agreement.Ledger.Count)} har svarat."),
            new Table("", [new("Huvudman", 3), new("Beslut", 3), new("Nämnd", 3), new("Dag", 2), new("§", 1), new("Diarienummer", 2)],
                [.. agreement.Ledger.Select(a => (IReadOnlyList<Prose>)[a.OrganisationName, a.State.Did(), a.Committee ?? "–", a.DecidedOn?.Iso() ?? "–", a.Paragraph ?? "–", a.CaseNumber ?? "–"])]) { RowHeads = true },
            .. agreement.Ledger.Where(a => a.Condition is not null).Select(a => new Paragraph($"{a.OrganisationName}: {a.Condition}")),
            new Small($"Uppgifterna är de som huvudmännen själva hade registrerat {at.InTime()}."),
        ]);

    static IEnumerable<Block> Outside(AgreementView agreement)
    {
        var outside = agreement.Parties.Where(p => p.OutsideFor is not null).ToList();
        if (outside.Count == 0)
            yield break;
        yield return new Heading(2, "Står utanför");
        yield return new Bullets([.. outside.Select(p => (Prose)$"{p.Name}: {p.OutsideFor}")]);
    }

    /// <summary>The certificate that the agreement is in force, sealed by the installation.</summary>
    /// <param name="inForce">For whom, each from its own day.</param>
    public async Task<byte[]> Certificate(AgreementView agreement, RoundRow round, IReadOnlyDictionary<Guid, DateOnly> inForce, DateTimeOffset at, CancellationToken ct) =>
        await sealing.Seal(PdfWriter.Write(CertificateOf(agreement, round, inForce, at), typeface).Bytes, [new("Samverk", $"{agreement.Name} gäller sedan {agreement.InForceFrom!.Value.InWords()}. Förseglat av Samverk.", at)], ct);

    static Document CertificateOf(AgreementView agreement, RoundRow round, IReadOnlyDictionary<Guid, DateOnly> inForce, DateTimeOffset at)
    {
        var since = agreement.InForceFrom!.Value;
        return new(
            new($"Bevis, {agreement.Name}", round.BodyName, at) { HeadLeft = round.BodyName, HeadRight = DateOnly.FromDateTime(at.Local()).InWords() },
            [
                new Heading(1, "Bevis om att en överenskommelse gäller"),
                new Boxed("Gäller", [new Paragraph($"{agreement.Name}, version {round.Version}, gäller från {since.InWords()}{(agreement.Facts.ValidTo is { } to ? $" till och med {to.InWords()}" : " tills vidare")}.")]),
                new Samverk.Pdf.Content.Facts([new("Regel", agreement.RuleWords), new("Rekommenderad", $"{round.BodyName} {round.RecommendedOn.InWords()}{(round.Item is { } item ? $", § {item}" : "")}"), new("Textens sigill (SHA-256)", SealWords.Whole(round.TextSeal))]),
                new Heading(2, "Parternas beslut"),
                new Table("", [new("Part", 3), new("Beslut", 3), new("Nämnd", 3), new("Dag", 2), new("§", 1), new("Diarienummer", 2), new("Gäller från", 2)],
                    [.. agreement.Ledger.Select(a => (IReadOnlyList<Prose>)[a.OrganisationName, a.State.Did(), a.Committee ?? "–", a.DecidedOn?.Iso() ?? "–", a.Paragraph ?? "–", a.CaseNumber ?? "–", inForce.TryGetValue(a.Organisation, out var day) ? day.Iso() : "–"])]) { RowHeads = true },
                .. agreement.Ledger.Where(a => a is { State: AdoptionState.AdoptedWithCondition, Condition: not null }).Select(a => new Paragraph($"Förbehåll av {a.OrganisationName}: {a.Condition}")),
                new Small($"Uppgifterna är de som parterna själva hade registrerat {at.InTime()}. Förseglingen är gjord med installationens certifikat och är inte någon persons underskrift."),
            ]);
    }
}
