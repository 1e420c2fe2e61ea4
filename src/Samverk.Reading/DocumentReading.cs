using System.Globalization;

namespace Samverk.Reading;

/// <summary>One run over one document, stage by stage.</summary>
sealed class DocumentReading
{
    readonly Offsets offsets;
    readonly List<Block> blocks;
    readonly Outline outline;
    readonly HeadReader head;
    readonly Officers officers;
    readonly List<AttendanceEntry> attendance;
    readonly Gathered gathered = new();

    public DocumentReading(DocumentText document)
    {
        offsets = new(document);
        blocks = Blocks.Of(document.Text);
        outline = Outline.Of(blocks);
        head = new(outline.Front, outline.Tail);
        head.Read();
        officers = Officers.Read([.. outline.Front, .. outline.Tail]);
        attendance = AttendanceReader.Read(outline.Front);
    }

    public MinutesDraft Read()
    {
        var day = Day();
        var chair = officers.Chair?.Value ?? attendance.Find(a => a.Role == "chair")?.Name;
        var secretary = officers.Secretary?.Value ?? attendance.Find(a => a.Role == "secretary")?.Name;
        var people = new People([.. attendance.Select(a => a.Name), .. new[] { chair, secretary }.OfType<string>(), .. officers.Adjusters.Select(a => a.Value)]);
        var own = new OwnBody(head.Body?.Value);
        string? number = null;
        foreach (var item in outline.Items)
        {
            number = item.Number ?? number;
            Facts(new(item, number, Passages.Of(item, own), own, people, day, offsets, gathered));
        }
        officers.Settle();
        return ToDraft(day, chair, secretary);
    }

    static void Facts(ItemReading reading)
    {
        PresenterReader.Read(reading);
        DecisionReader.Read(reading);
        AssignmentReader.Read(reading);
        DeadlineReader.Read(reading);
        AgreementReader.Read(reading);
        ConsultationReader.Read(reading);
        NextMeetingReader.Read(reading);
        ProposalReader.Read(reading);
        QuestionReader.Read(reading);
        AttachmentReader.Read(reading);
    }

    DateOnly? Day()
    {
        if (head.Date is not { } date)
            return null;
        if (date.Date.Year is { } year)
            return date.Date.On(year);
        return YearFor(date.Date) is { } guess ? date.Date.On(guess) : null;
    }

    /// <summary>The year of a date without one: of the adjustment, else the one named first; the weekday decides between neighbours.</summary>
    int? YearFor(WrittenDate date)
    {
        var named = new List<int>();
        if (head.Adjusted?.Date.Year is { } adjusted)
            named.Add(adjusted);
        foreach (var block in blocks.Take(400))
            named.AddRange(Dates.In(block.Text).Where(d => d.Year is > 1990 and < 2100).Select(d => d.Year!.Value));
        if (named.Count == 0)
            return null;
        var candidates = named.Take(1).Concat(named.GroupBy(y => y).OrderByDescending(g => g.Count()).Select(g => g.Key)).ToList();
        return date.Weekday is not { } weekday ? candidates[0]
            : candidates.Cast<int?>().FirstOrDefault(y => date.On(y!.Value)?.DayOfWeek == weekday) ?? candidates[0];
    }

    MinutesDraft ToDraft(DateOnly? day, string? chair, string? secretary)
    {
        var draft = new MinutesDraft
        {
            Kind = head.Kind,
            Body = head.Body?.Value,
            CaseNumber = head.CaseNumber?.Value,
            Date = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Start = head.Time?.Time.From,
            End = head.Time?.Time.To,
            Place = head.Place?.Value,
            Format = MeetingFormat.Of(head.Place?.Value, attendance),
            Chair = chair,
            Secretary = secretary,
            Adjusters = officers.Adjusters.ConvertAll(a => a.Value),
            AdjustedOn = head.Adjusted is { } adjusted ? adjusted.Date.Year is { } y ? adjusted.Date.Iso(y) : adjusted.Date.Resolve(day) : null,
            Attendance = attendance.ConvertAll(ToAttendance),
            Items = outline.Items.ConvertAll(i => new DraftItem(i.Number, i.Title, i.Presenters, i.Heading.Source(offsets, i.TitleStart, i.TitleEnd))),
            Decisions = gathered.Decisions,
            Assignments = gathered.Assignments,
            Deadlines = gathered.Deadlines,
            Agreements = gathered.Agreements,
            Consultations = gathered.Consultations,
            NextMeetings = gathered.NextMeetings,
            ProposedItems = gathered.ProposedItems,
            Questions = gathered.Questions,
            Attachments = gathered.Attachments,
            Notes = gathered.Notes,
        };
        return draft;
    }

    DraftAttendance ToAttendance(AttendanceEntry entry) =>
        new(entry.Name, entry.Organisation, RoleOf(entry), entry.Presence, entry.Mode, entry.Items, entry.Note, entry.Block.Source(offsets, entry.Start, Math.Min(entry.End, entry.Block.Text.Length)));

    string RoleOf(AttendanceEntry entry) =>
        entry.Name == officers.Chair?.Value ? "chair" : entry.Name == officers.Secretary?.Value ? "secretary" : entry.Role ?? "participant";
}
