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
    HashSet<string>? numbers;

    public DocumentReading(DocumentText document)
    {
        offsets = new(document);
        blocks = Blocks.Of(document.Text);
        outline = Outline.Of(blocks);
        head = new(outline.Front, outline.Tail);
        head.Read();
        officers = Officers.Read([.. outline.Front, .. outline.Tail]);
        attendance = AttendanceReader.Read(outline.Front);
        if (attendance.Count == 0)
            attendance = AttendanceReader.Read(outline.Tail);
        if (attendance.Count == 0)
            attendance = AttendanceReader.ReadRound(outline.Items);
    }

    public MinutesDraft Read()
    {
        var day = Day();
        var chair = officers.Chair?.Value ?? attendance.Find(a => a.Role == "chair")?.Name;
        var secretary = officers.Secretary?.Value ?? attendance.Find(a => a.Role == "secretary")?.Name;
        var people = new People([.. attendance.Select(a => a.Name), .. NamedInFront(), .. new[] { chair, secretary }.OfType<string>(), .. officers.Adjusters.Select(a => a.Value)],
            attendance.Where(a => a.Initials is not null).Select(a => (a.Initials!, a.Name)))
        {
            Homes = attendance.Select(a => a.Organisation?.Split(' ')[0]).OfType<string>().Where(o => o.Length > 3 && char.IsUpper(o[0]) && o != "Region").ToHashSet(StringComparer.Ordinal),
        };
        var own = new OwnBody(head.Body?.Value);
        var table = ActionTable.Find(blocks);
        string? number = null;
        foreach (var item in outline.Loose is { } loose ? [loose] : outline.Items)
        {
            number = item.Number ?? number;
            Facts(new(item, number, Passages.Of(item, own, table, people), own, people, day, offsets, gathered));
        }
        AttachmentReader.ReadTail(outline.Tail, offsets, gathered);
        officers.Settle(chair, secretary, Elected(own, people));
        new HeadNotes(head, outline, attendance, offsets, gathered.Notes).Add(day);
        return ToDraft(day, chair, secretary);
    }

    /// <summary>Names in the head that the attendance list could not make sense of: still people who were there.</summary>
    IEnumerable<string> NamedInFront()
    {
        var nobody = new People([], []);
        return outline.Front.Take(120).Where(b => b.Text.Length < Sentence.Longest).SelectMany(Sentences.Of).SelectMany(nobody.In).Select(m => m.Name).Where(n => Names.IsPerson(n)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Those whom the meeting chose to adjust its minutes.</summary>
    IEnumerable<Found> Elected(OwnBody own, People people)
    {
        foreach (var sentence in outline.Items.Take(6).SelectMany(i => Passages.Of(i, own, table: null, people)).Select(p => p.Sentence).Where(s => Adjusting.In(s.Words) && Decisions.KindOf(s.Words) == "election"))
            foreach (var person in people.In(sentence))
            {
                var name = people.Full(person.Name);
                yield return new(attendance.Find(a => a.Name == name || a.Name.StartsWith(name + " ", StringComparison.Ordinal))?.Name ?? name, sentence.Block, sentence.Words[person.From].Start, sentence.Words[person.To - 1].End);
            }
    }

    static readonly Phrases Adjusting = new("justera", "justerare", "justeringsperson*", "protokolljusterare", "justerar");

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
            Sources = Sources(day, chair, secretary),
        };
        return draft;
    }

    Dictionary<string, Source> Sources(DateOnly? day, string? chair, string? secretary)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        void Put(string name, Found? found)
        {
            if (found is not null)
                sources[name] = found.Block.Source(offsets, found.Start, found.End);
        }
        Put("kind", head.KindAt);
        Put("body", head.Body);
        Put("caseNumber", head.CaseNumber);
        Put("place", head.Place);
        Put("format", head.Place);
        Put("chair", officers.Chair ?? Named(chair));
        Put("secretary", officers.Secretary ?? Named(secretary));
        Put("adjusters", officers.Adjusters.FirstOrDefault());
        if (day is not null && head.Date is { } date)
            sources["date"] = date.Block.Source(offsets, date.Date.Start, date.Date.End);
        if (head.Time is { } time)
            sources["start"] = time.Block.Source(offsets, time.Time.Start, time.Time.End);
        if (head.Time is { Time.To: not null } span)
            sources["end"] = span.Block.Source(offsets, span.Time.Start, span.Time.End);
        if (head.Adjusted is { } adjusted)
            sources["adjustedOn"] = adjusted.Block.Source(offsets, adjusted.Date.Start, adjusted.Date.End);
        return sources;
    }

    Found? Named(string? name) =>
        attendance.Find(a => a.Name == name) is { } entry ? new(entry.Name, entry.Block, entry.Start, entry.Start + entry.Name.Length) : null;

    DraftAttendance ToAttendance(AttendanceEntry entry) =>
        new(entry.Name, entry.Organisation, RoleOf(entry), entry.Presence, entry.Mode, AttendedItems(entry), entry.Note, entry.Block.Source(offsets, entry.Start, Math.Min(entry.End, entry.Block.Text.Length)));

    List<string> AttendedItems(AttendanceEntry entry)
    {
        numbers ??= outline.Items.Select(i => i.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return entry.FromFirst && entry.Items.Exists(numbers.Contains) ? entry.Items.FindAll(numbers.Contains) : entry.Items;
    }

    string RoleOf(AttendanceEntry entry) =>
        entry.Name == officers.Chair?.Value ? "chair" : entry.Name == officers.Secretary?.Value ? "secretary" : entry.Role ?? "participant";
}
