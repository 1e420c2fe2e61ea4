using System.Diagnostics.CodeAnalysis;

namespace Samverk.Import.Pages;

/// <summary>
/// Puts a posted form onto a stored review. Only what the form holds changes; a field that shows masked personal
/// data and comes back as it was shown is left as it was.
/// </summary>
static class ReviewForm
{
    /// <summary>The value of the choice of a new body or a new person.</summary>
    public const string New = "new";

    public static void Read(IFormCollection form, Review review)
    {
        ReadHead(new(form, ""), review);
        Each(form, nameof(Review.Attendance), review.Attendance, (f, a) =>
        {
            a.Name = f.Text("Name", a.Name);
            a.OrganisationName = f.Optional("OrganisationName", a.OrganisationName, out var renamed);
            if (renamed)
                a.Organisation = null;
            (a.Role, a.Presence) = (f.Text("Role", a.Role), f.Text("Presence", a.Presence));
            a.Digital = f.Tick("Digital", a.Digital);
            (a.Items, a.Note) = (f.Optional("Items", a.Items), f.Optional("Note", a.Note));
        }, a => a.Name);
        Each(form, nameof(Review.Items), review.Items, (f, i) =>
            (i.Number, i.Title, i.Presenters) = (f.Optional("Number", i.Number), f.Text("Title", i.Title), f.Optional("Presenters", i.Presenters)));
        Each(form, nameof(Review.Decisions), review.Decisions, (f, d) => (d.Text, d.Kind) = (f.Text("Text", d.Text), f.Text("Kind", d.Kind)), d => d.Text);
        Each(form, nameof(Review.Assignments), review.Assignments, (f, a) =>
            (a.Text, a.Assignee, a.Due) = (f.Text("Text", a.Text), f.Optional("Assignee", a.Assignee), f.Optional("Due", a.Due)), a => a.Text);
        Each(form, nameof(Review.Deadlines), review.Deadlines, (f, d) => (d.Date, d.What) = (f.Optional("Date", d.Date), f.Text("What", d.What)));
        Each(form, nameof(Review.Agreements), review.Agreements, (f, a) => (a.Name, a.Status) = (f.Text("Name", a.Name), f.Text("Status", a.Status)));
        Each(form, nameof(Review.Consultations), review.Consultations, (f, c) =>
            (c.Subject, c.Deadline, c.RespondTo) = (f.Text("Subject", c.Subject), f.Optional("Deadline", c.Deadline), f.Optional("RespondTo", c.RespondTo)));
        Each(form, nameof(Review.NextMeetings), review.NextMeetings, (f, m) =>
            (m.Date, m.Start, m.End, m.Place) = (f.Optional("Date", m.Date), f.Optional("Start", m.Start), f.Optional("End", m.End), f.Optional("Place", m.Place)));
        Each(form, nameof(Review.ProposedItems), review.ProposedItems, (f, p) => p.Text = f.Text("Text", p.Text));
        Each(form, nameof(Review.Asked), review.Asked, (f, q) =>
            (q.Question, q.Answers, q.Comments) = (f.Optional("Question", q.Question), f.Optional("Answers", q.Answers), f.Optional("Comments", q.Comments)));
        Each(form, nameof(Review.Attachments), review.Attachments, (f, a) => a.Text = f.Text("Text", a.Text));
        Answers.Read(form, review);
    }

    static void ReadHead(Fields f, Review review)
    {
        if (f.Posted("Body", out var body))
            (review.Body, review.NewBody) = (Guid.TryParse(body, out var id) ? id : null, body == New);
        review.BodyName = f.Optional("BodyName", review.BodyName);
        (review.Kind, review.Date, review.Start, review.End) = (f.Optional("Kind", review.Kind), f.Optional("Date", review.Date), f.Optional("Start", review.Start), f.Optional("End", review.End));
        (review.Place, review.Format, review.CaseNumber) = (f.Optional("Place", review.Place), f.Optional("Format", review.Format), f.Optional("CaseNumber", review.CaseNumber));
        (review.Chair, review.Secretary, review.Adjusters) = (f.Optional("Chair", review.Chair), f.Optional("Secretary", review.Secretary), f.Optional("Adjusters", review.Adjusters));
        review.AdjustedOn = f.Optional("AdjustedOn", review.AdjustedOn);
    }

    /// <param name="filled">What a fact added by hand must have; null where none can be added. The form has one empty row, after the last.</param>
    static void Each<T>(IFormCollection form, string list, List<T> facts, Action<Fields, T> read, Func<T, string>? filled = null) where T : ReviewFact, new()
    {
        for (var i = 0; i < facts.Count; i++)
            ReadOne(i, facts[i]);
        if (filled is null)
            return;
        var added = new T();
        ReadOne(facts.Count, added);
        if (!string.IsNullOrWhiteSpace(filled(added)))
            facts.Add(added);

        void ReadOne(int index, T fact)
        {
            var fields = new Fields(form, $"{list}[{index}].");
            read(fields, fact);
            fact.Item = fields.Optional("Item", fact.Item);
            fact.Removed = fields.Tick("Removed", fact.Removed);
        }
    }
}

/// <summary>The posted fields of one fact.</summary>
readonly struct Fields(IFormCollection form, string path)
{
    public bool Posted(string name, [NotNullWhen(true)] out string? value)
    {
        value = form.TryGetValue(path + name, out var values) && values.Count > 0 ? (values[0] ?? "").ReplaceLineEndings("\n").Trim() : null;
        return value is not null;
    }

    public string Text(string name, string current) => Posted(name, out var value) && !IsMaskOf(current, value) ? value : current;

    public string? Optional(string name, string? current) => Optional(name, current, out _);

    public string? Optional(string name, string? current, out bool changed)
    {
        changed = Posted(name, out var value) && !IsMaskOf(current ?? "", value) && value != (current ?? "").Trim();
        return !changed ? current : value!.Length == 0 ? null : value;
    }

    /// <summary>A tick box is followed by a hidden field, so that an empty one is told from one that isn't on the page.</summary>
    public bool Tick(string name, bool current) => form.TryGetValue(path + name, out var values) ? values.Contains("true") : current;

    static bool IsMaskOf(string current, string posted) => current.Length > 0 && PersonalData.Mask(current).ReplaceLineEndings("\n").Trim() == posted;
}
