using Samverk.Meetings.Desk;
using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting;

/// <summary>The minutes as a document: what is read on the page, printed, signed and published is this, once.</summary>
public static class MinutesDocument
{
    public static Document Of(MinutesText text, DateTimeOffset created) => new(
        new($"Protokoll {text.On.InWords()}, {text.BodyName}", text.BodyName, created) { HeadLeft = text.BodyName, HeadRight = text.CaseNumber is null ? text.On.InWords() : $"{text.On.InWords()}  {text.CaseNumber}" },
        [.. Head(text), .. People(text), .. text.Items.SelectMany(i => Item(i, text.BodyName)), .. Signers(text)]);

    static IEnumerable<Block> Head(MinutesText text)
    {
        yield return new Heading(1, $"Protokoll {text.On.InWords()}");
        List<Fact> facts = [new("Organ", text.BodyName)];
        void Add(string term, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                facts.Add(new(term, value));
        }
        Add("Tid", $"{SwedishText.WithWeekday(text.On)} {Dates.Span(text.Start, text.End)}".Trim());
        Add("Plats", text.Place);
        Add("Form", text.Format is { } format ? SwedishText.Capital(format.Words()) : null);
        Add("Ordförande", text.NameOf(AttendanceRole.Chair));
        Add("Sekreterare", text.NameOf(AttendanceRole.Secretary));
        Add("Justerare", string.Join(", ", text.Signers.Where(s => s.As == ElectionNote.Adjuster).Select(s => s.Name)));
        Add("Diarienummer", text.CaseNumber);
        Add("Handlingarna förvaras hos", text.Host);
        yield return new Samverk.Pdf.Content.Facts(facts);
    }

    /// <summary>Who was there, and who was not.</summary>
    public static IEnumerable<Block> People(MinutesText text)
    {
        var here = text.People.Where(p => p.Presence != Presence.Absent).ToList();
        var away = text.People.Where(p => p.Presence == Presence.Absent).ToList();
        if (here.Count > 0)
        {
            yield return new Heading(2, "Närvarande", "narvarande");
            yield return new Table("", [new("Namn", 3), new("Organisation", 3), new("Roll", 2), new("Anmärkning", 4)],
                [.. here.Select(p => (IReadOnlyList<Prose>)[p.Name, p.OrganisationName ?? "–", p.Role.Words(), SwedishText.Capital(string.Join(", ", new[] { p.Digital ? "på distans" : null, p.Note }.OfType<string>()))])]) { RowHeads = true };
        }
        if (away.Count > 0)
        {
            yield return new Heading(2, "Frånvarande");
            yield return new Bullets([.. away.Select(p => (Prose)$"{p.Name}{(p.OrganisationName is null ? "" : $", {p.OrganisationName}")}")]);
        }
    }

    /// <summary>One item: its heading and what stands under it.</summary>
    public static IEnumerable<Block> Item(MinutesItem item, string bodyName)
    {
        yield return new Heading(2, $"§ {item.Number} {item.Title}", $"p{item.Number}");
        foreach (var block in Under(item, bodyName))
            yield return block;
    }

    /// <summary>What stands under the heading of an item.</summary>
    public static IEnumerable<Block> Under(MinutesItem item, string bodyName)
    {
        if (item.Restriction is { } restriction)
            yield return new Small($"Sekretess enligt {restriction.Law}.");
        if (item.Presenter is { } presenter)
            yield return new Small($"Föredragande: {presenter}");
        foreach (var block in item.Notes.SelectMany(n => Said(n, bodyName)))
            yield return block;
    }

    static IEnumerable<Block> Said(MinutesNote note, string bodyName) => note.Content switch
    {
        TextNote text => Paragraphs(text.Text).Select(p => new Paragraph(p)),
        QuestionNote question => Question(question),
        ProposalNote proposal => [Labelled(proposal.By is null ? "Yrkande: " : $"Yrkande av {proposal.By}: ", proposal.Text)],
        DecisionNote decision => Decided(decision, note.DecisionNumber, bodyName),
        RoundNote round => [new Paragraph(Bold("Laget runt")), new Bullets([.. round.Lines.Select(l => new Prose([new Run($"{l.Seat}: ", Bold: true), new Run(TextRules.Trimmed(l.Text) ?? "Ingen rapport")]))])],
        GroupNote group => [new Paragraph(Bold(group.Group)), new Bullets([.. group.Lines.Select(l => (Prose)l)])],
        ElectionNote election => [new Boxed("Val", [new Paragraph($"Till {election.As.ToLower(Swedish.Culture)} väljs {SwedishText.Enumerate([.. election.People.Select(p => p.Name)])}.")])],
        VoteNote vote => Voted(vote),
        AssignmentNote assignment => [new Boxed("Uppdrag", [new Paragraph(Assigned(assignment))])],
        DeferralNote deferral => [new Boxed("Skjuts fram", [new Paragraph($"{(TextRules.Trimmed(deferral.Text) is { } why ? $"{Sentence(why)} " : "")}Ärendet {(deferral.To is { } day ? $"tas upp igen {day.InWords()}." : "tas upp vid ett kommande möte.")}")])],
        AttachmentNote attachment => [Labelled("Bilaga: ", attachment.Name)],
        RecommendationNote recommendation => Recommended(recommendation, bodyName),
        NextMeetingNote { On: { } on } next => [Labelled("Nästa möte: ", $"{SwedishText.WithWeekday(on)}{(Dates.Span(next.Start, next.End) is { Length: > 0 } time ? $" kl. {time}" : "")}{(next.Place is null ? "" : $", {next.Place}")}.")],
        ProposedItemNote proposed => [Labelled("Till ett kommande möte: ", proposed.Text)],
        _ => [],
    };

    static IEnumerable<Block> Question(QuestionNote question)
    {
        yield return Labelled(question.By is null ? "Fråga: " : $"Fråga från {question.By}: ", question.Text);
        if (TextRules.Trimmed(question.Answer) is { } answer)
            yield return Labelled("Svar: ", answer);
        if (TextRules.Trimmed(question.Comment) is { } comment)
            yield return Labelled("Kommentar: ", comment);
        if (question.IsTakenHome)
            yield return new Paragraph($"{question.TakenBy!.Trim()} tar frågan med sig{(question.AnswerDue is { } due ? $" och svarar senast {due.InWords()}" : "")}.");
    }

    static IEnumerable<Block> Decided(DecisionNote decision, string? number, string bodyName)
    {
        var label = decision.Outcome is DecisionOutcome.Decision or DecisionOutcome.Approval or DecisionOutcome.Endorsement ? "Beslut" : decision.Outcome.Words();
        yield return new Boxed(number is null ? label : $"{label} {number}", [.. Paragraphs(Whole(decision.Text, bodyName)).Select(p => new Paragraph(p))]);
        if (TextRules.Trimmed(decision.Reservation) is { } reservation)
            yield return Labelled("Reservation: ", reservation);
    }

    /// <summary>A decision that begins with a verb gets its subject: 'ställer sig bakom …' is what the body does.</summary>
    public static string Whole(string decision, string bodyName)
    {
        var text = decision.Trim();
        return text.Length > 0 && char.IsLower(text[0]) ? $"{bodyName} {text}" : text;
    }

    static IEnumerable<Block> Voted(VoteNote vote)
    {
        yield return new Paragraph(new Prose([new Run("Omröstning ", Bold: true), new Run($"({vote.Way.Words()}): {vote.About}")]));
        yield return new Paragraph($"{SwedishText.Capital(SwedishText.Word(vote.Count(Ballot.For)))} röstar ja, {SwedishText.Word(vote.Count(Ballot.Against))} nej och {SwedishText.Word(vote.Count(Ballot.Abstains))} avstår.");
        if (vote.Votes.Count > 0)
            yield return new Table("Röster", [new("Röstande", 3), new("Röst", 1)], [.. vote.Votes.Select(v => (IReadOnlyList<Prose>)[v.Voter, v.Ballot.Words()])]) { RowHeads = true };
        if (TextRules.Trimmed(vote.Reservation) is { } reservation)
            yield return Labelled("Reservation: ", reservation);
    }

    static IEnumerable<Block> Recommended(RecommendationNote recommendation, string bodyName)
    {
        yield return new Boxed("Rekommendation", [new Paragraph($"{bodyName} rekommenderar huvudmännen att anta {recommendation.Agreement}{(recommendation.Version is { } version ? $", version {version}" : "")}."), .. Paragraphs(recommendation.Text ?? "").Select(p => new Paragraph(p)),
            .. recommendation.Seal is { } seal ? [new Small($"Textens sigill: {SealWords.Whole(seal)}")] : Array.Empty<Block>()]);
    }

    static string Assigned(AssignmentNote assignment) =>
        $"{(TextRules.Trimmed(assignment.Who) is { } who ? $"{who}: " : "")}{Sentence(assignment.Text)}{(assignment.Due is { } due ? $" Redovisas senast {due.InWords()}." : "")}";

    // On a page of their own, so that it can be read apart: who adjusts, and that it is not done by hand.
    static IEnumerable<Block> Signers(MinutesText text)
    {
        if (text.Signers.Count == 0)
            yield break;
        yield return new PageBreak();
        yield return new Heading(2, "Justering", "justering");
        yield return new Paragraph("Protokollet justeras i Samverk. Vem som har justerat, när och hur framgår av förseglingen i filen och av justeringsbeviset.");
        yield return new Table("", [new("Namn", 3), new("Roll", 2), new("Organisation", 3)], [.. text.Signers.Select(s => (IReadOnlyList<Prose>)[s.Name, s.As, s.OrganisationName ?? "–"])]) { RowHeads = true };
        if (text.NameOf(AttendanceRole.Secretary) is { } secretary)
            yield return new Small($"Vid protokollet: {secretary}");
    }

    static Paragraph Labelled(string label, string text) => new(new Prose([new Run(label, Bold: true), new Run(text.Trim())]));

    static Prose Bold(string text) => new([new Run(text, Bold: true)]);

    static string Sentence(string text) => text.TrimEnd() is [.., '.' or '?' or '!' or ':'] whole ? whole : $"{text.TrimEnd()}.";

    static IEnumerable<Prose> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => (Prose)p);
}
