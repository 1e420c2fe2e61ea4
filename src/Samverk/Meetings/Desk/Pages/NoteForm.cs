using System.Globalization;

namespace Samverk.Meetings.Desk.Pages;

/// <summary>The fields of a note in a form, all beginning with the note's own prefix; and what was sent in them.</summary>
static class NoteForm
{
    /// <summary>The most lines that a round, an election or a vote is read in: what a body can have of seats, several times over.</summary>
    const int MostLines = 400;

    public static string Prefix(Guid note) => $"n{note:N}-";

    public static string Version(Guid note) => Prefix(note) + "version";

    /// <summary>What was sent for a note of this kind; null when nothing was.</summary>
    /// <param name="whom">The people that an election or a vote can name.</param>
    /// <param name="texts">The texts that can be recommended.</param>
    public static NoteContent? Read(NoteKind kind, Guid note, IFormCollection form, IReadOnlyList<ParticipantRow> whom, IReadOnlyList<Recommendable> texts)
    {
        var prefix = Prefix(note);
        if (!form.ContainsKey(Version(note)))
            return null;
        string Text(string name) => form[prefix + name].ToString().ReplaceLineEndings("\n").TrimEnd();
        string? Maybe(string name) => Text(name) is { Length: > 0 } text ? text : null;
        int? Count(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        TimeOnly? Time(string name) => TimeOnly.TryParseExact(Text(name).Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
        T One<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value) ? value : otherwise;
        var lines = Enumerable.Range(0, MostLines).TakeWhile(i => form.ContainsKey($"{prefix}vem{i}")).ToList();
        return kind switch
        {
            NoteKind.Text => new TextNote(Text("text")),
            NoteKind.Question => new QuestionNote(Text("text"), Maybe("av"), Maybe("svar"), Maybe("kommentar"), Maybe("tar"), whom.FirstOrDefault(p => p.Name == Maybe("tar"))?.Person, Day("svaras")),
            NoteKind.Proposal => new ProposalNote(Text("text"), Maybe("av")),
            NoteKind.Decision => new DecisionNote(One("slag", DecisionOutcome.Decision), Text("text"), Maybe("reservation")),
            NoteKind.Round => new RoundNote([.. lines.Select(i => new RoundLine(Text($"vem{i}"), Maybe($"rad{i}")))]),
            NoteKind.Election => new ElectionNote(Maybe("som") ?? ElectionNote.Adjuster, [.. form[prefix + "person"].Select(id => whom.FirstOrDefault(p => p.Id.ToString("D") == id)).OfType<ParticipantRow>().Select(p => new Elected(p.Name, p.Person))]),
            NoteKind.Vote => new VoteNote(Text("text"), One("satt", VoteWay.ShowOfHands), Count("ja"), Count("nej"), Count("avstar"),
                [.. lines.Where(i => Maybe($"rost{i}") is not null).Select(i => new NamedVote(Text($"vem{i}"), One($"rost{i}", Ballot.Abstains)))], Maybe("reservation")),
            NoteKind.Assignment => new AssignmentNote(Text("text"), Maybe("vem"), whom.FirstOrDefault(p => p.Name == Maybe("vem"))?.Person, Day("senast")),
            NoteKind.Deferral => new DeferralNote(Text("text"), Day("till")),
            NoteKind.Attachment => new AttachmentNote(Text("text")),
            NoteKind.Recommendation when texts.FirstOrDefault(t => t.Value == Text("antas")) is { } text => new RecommendationNote(text.Name, Maybe("text"), text.Agreement, text.Version, text.Seal),
            NoteKind.Recommendation => new RecommendationNote(Text("avtal"), Maybe("text")),
            NoteKind.NextMeeting => new NextMeetingNote(Day("dag"), Time("start"), Time("slut"), Maybe("plats")),
            NoteKind.ProposedItem => new ProposedItemNote(Text("text")),
            NoteKind.Group => new GroupNote(Maybe("grupp") ?? "Grupp", [.. Text("text").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>The version that the writer had before them.</summary>
    public static int ReadVersion(Guid note, IFormCollection form) => int.TryParse(form[Version(note)], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
