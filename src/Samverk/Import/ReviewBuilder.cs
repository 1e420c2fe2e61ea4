using System.Globalization;
using Samverk.Organisations;
using Samverk.Reading;
using Samverk.Shared;
using Source = Samverk.Reading.Source;

namespace Samverk.Import;

/// <summary>Makes a review of a reading: proposes who and what is meant, and asks where it is not plain.</summary>
internal static class ReviewBuilder
{
    public static Review Build(MinutesDraft draft, Known known, IReadOnlyList<PersonalDatum> personalData)
    {
        var body = known.Body(draft.Body);
        var review = new Review
        {
            Body = body?.Id,
            BodyName = body?.Name ?? draft.Body,
            Kind = draft.Kind,
            Date = draft.Date,
            Start = draft.Start,
            End = draft.End,
            Place = draft.Place,
            Format = draft.Format,
            CaseNumber = draft.CaseNumber,
            Chair = draft.Chair,
            Secretary = draft.Secretary,
            Adjusters = string.Join(", ", draft.Adjusters),
            AdjustedOn = draft.AdjustedOn,
            Sources = draft.Sources.ToDictionary(s => s.Key, s => Of(s.Value)),
            Items = [.. draft.Items.Select(i => new ReviewItem { Number = i.Number, Title = i.Title, Presenters = string.Join(", ", i.Presenters), Source = Of(i.Source) })],
            Decisions = [.. draft.Decisions.Select(d => new ReviewDecision { Item = d.Item, Text = d.Text, Kind = d.Kind, Source = Of(d.Source) })],
            Assignments = [.. draft.Assignments.Select(a => new ReviewAssignment { Item = a.Item, Text = a.Text, Assignee = a.Assignee, Due = a.Due, Source = Of(a.Source) })],
            Deadlines = [.. draft.Deadlines.Select(d => new ReviewDeadline { Item = d.Item, Date = d.Date, What = d.What, Source = Of(d.Source) })],
            Agreements = [.. draft.Agreements.Select(a => new ReviewAgreement { Item = a.Item, Name = a.Name, Status = a.Status, Source = Of(a.Source) })],
            Consultations = [.. draft.Consultations.Select(c => new ReviewConsultation { Item = c.Item, Subject = c.Subject, Deadline = c.Deadline, RespondTo = c.RespondTo, Source = Of(c.Source) })],
            NextMeetings = [.. draft.NextMeetings.Select(m => new ReviewNextMeeting { Date = m.Date, Start = m.Start, End = m.End, Place = m.Place, Source = Of(m.Source) })],
            ProposedItems = [.. draft.ProposedItems.Select(p => new ReviewText { Text = p.Text, Source = Of(p.Source) })],
            Asked = [.. draft.Questions.Select(q => new ReviewAsked { Item = q.Item, Question = q.Question, Answers = string.Join('\n', q.Answers), Comments = string.Join('\n', q.Comments), Source = Of(q.Source) })],
            Attachments = [.. draft.Attachments.Select(a => new ReviewText { Item = a.Item, Text = a.Name, Source = Of(a.Source) })],
        };
        foreach (var found in personalData)
            review.Questions.Add(new() { Code = "personal-data", Text = $"Här står något som ser ut som {Words(found.Kind)}. Det visas inte på sidorna. Se efter att det inte behövs.", Source = new(null, found.Start, found.End) });
        AskAboutBody(review, draft, body);
        foreach (var note in draft.Notes)
            review.Questions.Add(Question(note, draft));
        for (var i = 0; i < draft.Attendance.Count; i++)
            review.Attendance.Add(Match(draft.Attendance[i], i, known, review));
        return review;
    }

    static ReviewQuestion Question(DraftNote note, MinutesDraft draft) => new()
    {
        Code = note.Code,
        Text = note.Text,
        Source = note.Source is { } source ? Of(source) : Span.None,
        Field = note.Days is null ? null : DateField(note.Source, draft),
        Choices = note.Days is null ? [] : [.. note.Days.Select(day => new ReviewChoice(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SwedishText.WithWeekday(day))), new("", "En annan dag, jag skriver den")],
    };

    // A note about a coming meeting's date stands within that meeting's words; else it is about the meeting's own.
    static string DateField(Source? about, MinutesDraft draft)
    {
        var next = draft.NextMeetings.ToList().FindIndex(m => about is { } place && m.Source.Start <= place.Start && place.End <= m.Source.End);
        return next < 0 ? nameof(Review.Date) : $"{nameof(Review.NextMeetings)}[{next}].Date";
    }

    static void AskAboutBody(Review review, MinutesDraft draft, BodyInfo? body)
    {
        if (body is null)
            review.Questions.Add(new()
            {
                Code = "unknown-body",
                Text = draft.Body is null ? "Vilket organ höll mötet?" : $"”{draft.Body}” är inte känt. Vilket organ är det?",
                Source = review.Sources.GetValueOrDefault("body", Span.None),
                Field = "Body",
            });
        if (review.Day is null && draft.Notes.All(n => n.Code != "no-date"))
            review.Questions.Add(new() { Code = "no-date", Text = "Vilken dag var mötet?", Source = review.Sources.GetValueOrDefault("date", Span.None), Field = "Date" });
    }

    static ReviewAttendance Match(DraftAttendance a, int index, Known known, Review review)
    {
        var organisation = known.Organisation(a.Organisation);
        var fact = new ReviewAttendance
        {
            Name = a.Name,
            OrganisationName = a.Organisation,
            Organisation = organisation?.Id,
            Role = a.Role,
            Presence = a.Presence,
            Digital = a.Mode == "digital",
            Items = string.Join(", ", a.Items),
            Note = a.Note,
            Source = Of(a.Source),
        };
        var named = known.Named(a.Name);
        if (Plainly(named, organisation) is { } person)
            fact.Who = $"person:{person.Id:D}";
        else if (named.Count > 0)
            Ask(review, index, fact, $"Vem är {a.Name}{From(a)}?", named);
        else if (known.Alike(a.Name) is { Count: > 0 } alike)
            Ask(review, index, fact, alike.Count == 1 ? $"Är ”{a.Name}” samma person som {alike[0].Name}?" : $"Vem är ”{a.Name}”{From(a)}?", alike);
        return fact;
    }

    // The same name from the same organisation, or the only one of that name with nothing said against it.
    static PersonInfo? Plainly(IReadOnlyList<PersonInfo> named, OrganisationInfo? organisation)
    {
        var same = named.Where(p => organisation is not null && p.Organisation == organisation.Id).ToList();
        return same is [var one] ? one
            : named is [var only] && (organisation is null || only.Organisation is null) ? only
            : null;
    }

    static string From(DraftAttendance a) => a.Organisation is null ? "" : $", {a.Organisation}";

    static void Ask(Review review, int index, ReviewAttendance fact, string text, IReadOnlyList<PersonInfo> candidates) =>
        review.Questions.Add(new()
        {
            Code = "who",
            Text = text,
            Source = fact.Source,
            Field = $"Attendance[{index}].Who",
            Choices =
            [
                .. candidates.Select(p => new ReviewChoice($"person:{p.Id:D}", p.OrganisationName is null ? p.Name : $"{p.Name}, {p.OrganisationName}")),
                new("new", "Ny person"),
                new("", "Vet inte, låt namnet stå"),
            ],
        });

    static string Words(PersonalKind kind) => kind switch
    {
        PersonalKind.PersonalNumber => "ett personnummer",
        PersonalKind.CoordinationNumber => "ett samordningsnummer",
        PersonalKind.PrivateEmail => "en privat e-postadress",
        PersonalKind.MobileNumber => "ett mobilnummer",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static Span Of(Source source) => new(source.Page, source.Start, source.End);
}
