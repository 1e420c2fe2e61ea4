using System.Globalization;
using Samverk.Agreements;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Import;

/// <summary>Turns a person's review into facts of the record, or says what in it can't be one.</summary>
internal static class ReviewFacts
{
    /// <summary>Why the review can't be confirmed as it stands; null when it can.</summary>
    public static Refusal? Fault(Review review) =>
        review.Body is null && !review.NewBody ? new Refusal("body-missing", "Organet saknas. Välj vilket organ som höll mötet, eller lägg till det som nytt.")
        : review.NewBody && string.IsNullOrWhiteSpace(review.BodyName) ? new("body-name-missing", "Det nya organets namn saknas. Skriv namnet.")
        : review.Day is null ? new("date-missing", "Mötets datum saknas eller går inte att läsa. Skriv det som 2026-11-24.")
        : Formal(review);

    static Refusal? Formal(Review review) =>
        Times(review.Start, "Starttiden") ?? Times(review.End, "Sluttiden")
        ?? (Filled(review.AdjustedOn) && ParseDay(review.AdjustedOn) is null ? new Refusal("adjusted-date", "Justeringsdatumet går inte att läsa. Skriv det som 2026-11-24.") : null)
        ?? review.Assignments.Where(a => !a.Removed && Filled(a.Due) && DayOrMonth.Parse(a.Due) is null).Select(a => Date(a.Due, "Uppdragets datum")).FirstOrDefault()
        ?? review.Deadlines.Where(d => !d.Removed && DayOrMonth.Parse(d.Date) is null).Select(d => Date(d.Date, "Datumet")).FirstOrDefault()
        ?? review.Consultations.Where(c => !c.Removed && Filled(c.Deadline) && DayOrMonth.Parse(c.Deadline) is null).Select(c => Date(c.Deadline, "Remissens datum")).FirstOrDefault()
        ?? review.NextMeetings.Where(m => !m.Removed && ParseDay(m.Date) is null).Select(m => Date(m.Date, "Nästa mötes datum")).FirstOrDefault()
        ?? (review.Attendance.Exists(a => !a.Removed && !Filled(a.Name)) ? new Refusal("name-missing", "Ett namn i närvaron saknas. Skriv namnet eller ta bort raden.") : null)
        ?? (review.Questions.Find(q => q.Answer is null) is { } open ? new Refusal("open-question", $"En fråga är inte besvarad: {open.Text}") : null);

    public static RecordedMinutes Minutes(Review review, Guid body, Guid document, IReadOnlyDictionary<ReviewAttendance, Guid?> people, Known known) =>
        new(body, review.Day!.Value, document)
        {
            Kind = review.Kind,
            Start = ParseTime(review.Start),
            End = ParseTime(review.End),
            Place = Text(review.Place),
            Format = Format(review.Format),
            CaseNumber = Text(review.CaseNumber),
            Chair = Text(review.Chair),
            Secretary = Text(review.Secretary),
            Adjusters = List(review.Adjusters),
            AdjustedOn = ParseDay(review.AdjustedOn),
            Attendance = [.. Kept(review.Attendance).Select(a => new RecordedAttendance(Clean(a.Name), people.GetValueOrDefault(a), Text(a.OrganisationName),
                a.Organisation ?? known.Organisation(a.OrganisationName)?.Id, Role(a.Role), Presence(a.Presence), a.Digital, List(a.Items), Text(a.Note), a.Source))],
            Items = [.. Kept(review.Items).Select(i => new RecordedItem(Text(i.Number), Clean(i.Title), List(i.Presenters), i.Source))],
            Decisions = [.. Kept(review.Decisions).Select(d => new RecordedDecision(Text(d.Item), Clean(d.Text), Outcome(d, review), d.Source))],
            Questions = [.. Kept(review.Asked).Select(q => new RecordedQuestion(Text(q.Item), Text(q.Question), Lines(q.Answers), Lines(q.Comments), q.Source))],
            ProposedItems = [.. Kept(review.ProposedItems).Select(p => new RecordedText(Clean(p.Text), p.Source))],
            Attachments = [.. Kept(review.Attachments).Select(a => new RecordedAttachment(Text(a.Item), Clean(a.Text), a.Source))],
            NextMeetings = [.. Kept(review.NextMeetings).Select(m => new RecordedNextMeeting(ParseDay(m.Date)!.Value, ParseTime(m.Start), ParseTime(m.End), Text(m.Place)))],
        };

    /// <param name="person">Finds who an assignee is, null when nobody has said.</param>
    public static IEnumerable<RecordedAssignment> Assignments(Review review, Func<string, Guid?> person) =>
        Kept(review.Assignments).Select(a => new RecordedAssignment(Text(a.Item), Clean(a.Text), Text(a.Assignee), Text(a.Assignee) is { } name ? person(name) : null, DayOrMonth.Parse(a.Due), a.Source));

    public static IEnumerable<RecordedDeadline> Deadlines(Review review) =>
        Kept(review.Deadlines).Select(d => new RecordedDeadline(Text(d.Item), DayOrMonth.Parse(d.Date)!, Clean(d.What), d.Source));

    public static List<RecordedAgreement> Agreements(Review review) =>
        [.. Kept(review.Agreements).Select(a => new RecordedAgreement(Text(a.Item), Clean(a.Name), State(a.Status), a.Status == "needs-revision", a.Source))];

    public static IEnumerable<RecordedConsultation> Consultations(Review review) =>
        Kept(review.Consultations).Select(c => new RecordedConsultation(Text(c.Item), Clean(c.Subject), DayOrMonth.Parse(c.Deadline), Text(c.RespondTo), c.Source));

    static IEnumerable<T> Kept<T>(IEnumerable<T> facts) where T : ReviewFact => facts.Where(f => !f.Removed);

    static Refusal? Times(string? time, string what) =>
        Filled(time) && ParseTime(time) is null ? new("time", $"{what} går inte att läsa. Skriv den som 9.30.") : null;

    static Refusal Date(string? date, string what) =>
        new("date", Filled(date) ? $"{what} ”{date}” går inte att läsa. Skriv det som 2026-11-24." : $"{what} saknas. Skriv det som 2026-11-24.");

    static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);

    static string? Text(string? text) => Filled(text) ? Clean(text!) : null;

    // Personal data never leaves the original: what the record keeps is masked.
    static string Clean(string text) => PersonalData.Mask(text.Trim());

    static List<string> List(string? text) => [.. PersonalData.Mask(text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    static List<string> Lines(string? text) => [.. PersonalData.Mask(text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    static DateOnly? ParseDay(string? text) => DayOrMonth.Parse(text) is { Text.Length: 10 } day ? day.Last : null;

    static TimeOnly? ParseTime(string? text) =>
        TimeOnly.TryParseExact(text?.Trim().Replace('.', ':'), ["H:mm", "HH:mm", "H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    static MeetingFormat? Format(string? format) => format switch { "onsite" => MeetingFormat.Onsite, "digital" => MeetingFormat.Digital, "hybrid" => MeetingFormat.Hybrid, _ => null };

    static AttendanceRole Role(string role) => role switch
    {
        "chair" => AttendanceRole.Chair,
        "secretary" => AttendanceRole.Secretary,
        "member" => AttendanceRole.Member,
        "deputy" => AttendanceRole.Deputy,
        "guest" => AttendanceRole.Guest,
        _ => AttendanceRole.Participant,
    };

    static Presence Presence(string presence) => presence switch { "absent" => Meetings.Presence.Absent, "partial" => Meetings.Presence.Partial, _ => Meetings.Presence.Present };

    // The reader's 'approval' on 'ställer sig bakom' about an agreement is stored as an endorsement.
    static DecisionOutcome Outcome(ReviewDecision decision, Review review) => decision.Kind switch
    {
        "endorsement" => DecisionOutcome.Endorsement,
        "approval" when decision.Text.Contains("bakom", StringComparison.OrdinalIgnoreCase) && Kept(review.Agreements).Any(a => a.Item == decision.Item) => DecisionOutcome.Endorsement,
        "approval" => DecisionOutcome.Approval,
        "election" => DecisionOutcome.Election,
        "recommendation" => DecisionOutcome.Recommendation,
        "referralBack" => DecisionOutcome.ReferralBack,
        "deferral" when decision.Text.Contains("återremi", StringComparison.OrdinalIgnoreCase) => DecisionOutcome.ReferralBack,
        "deferral" => DecisionOutcome.Deferral,
        _ => DecisionOutcome.Decision,
    };

    static AgreementState? State(string status) => status switch
    {
        "in-preparation" => AgreementState.Preparing,
        "under-consultation" => AgreementState.Consulting,
        "endorsed" => AgreementState.Endorsed,
        "recommended-for-adoption" => AgreementState.Recommended,
        "adopted" => AgreementState.InForce,
        _ => null,
    };
}
