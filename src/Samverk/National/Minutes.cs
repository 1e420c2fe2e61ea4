using System.Text;
using Samverk.Agreements;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.National;

/// <summary>One meeting's minutes, made up: the text as it would have been written and the facts with their places in it.</summary>
sealed class Minutes
{
    const int LeastMatters = 5, MostMatters = 8;

    readonly Dice dice;
    readonly InventedBody body;
    readonly StringBuilder text = new();
    readonly IReadOnlyList<string> places;
    readonly List<RecordedItem> items = [];
    readonly List<RecordedDecision> decisions = [];
    readonly List<RecordedQuestion> questions = [];
    readonly List<RecordedAttachment> attachments = [];
    readonly List<RecordedText> proposed = [];

    /// <param name="present">Members first, then guests.</param>
    public Minutes(Dice dice, InventedBody body, DateOnly on, IReadOnlyList<RecordedAttendance> present, RecordedAttendance secretary, IReadOnlyList<string> places)
    {
        (this.dice, this.body, this.places, On) = (dice, body, places, on);
        Kind = dice.Below(3) switch { 0 => "mötesanteckningar", 1 => "minnesanteckningar", _ => "protokoll" };
        Head(secretary, present);
        foreach (var (title, decided) in ((string, string?)[])[("Mötet öppnas", null), ("Dagordning", "Dagordningen fastställs."), ("Föregående protokoll", "Protokollet läggs till handlingarna.")])
            Formal(title, decided);
        var speakers = present.Where(p => p.Presence != Presence.Absent).ToList();
        for (var matters = dice.Between(LeastMatters, MostMatters); matters > 0; matters--)
            Matter(dice.Of(speakers));
        Tail();
    }

    public DateOnly On { get; }
    public string Kind { get; }
    public string Text => text.ToString();
    public List<RecordedAttendance> Attendance { get; } = [];
    public List<RecordedAssignment> Assignments { get; } = [];
    public List<RecordedDeadline> Deadlines { get; } = [];
    /// <summary>Subjects that an agreement may be about, each with what says so.</summary>
    public List<(string Subject, string Item, Span Source)> Mentions { get; } = [];
    public List<RecordedConsultation> Consultations { get; } = [];
    public List<RecordedNextMeeting> Next { get; } = [];

    public RecordedMinutes Recorded(Guid body, Guid document) => new(body, On, document)
    {
        Kind = Kind,
        Start = new(9, 0),
        End = new(12, dice.Of((int[])[0, 15, 30])),
        Place = $"{dice.Of(places)}, {dice.Of((string[])["kommunhuset", "regionens hus", "konferenscentrum", "folkets hus", "på distans"])}",
        Format = (MeetingFormat)dice.Below(3),
        CaseNumber = dice.Chance(.5) ? $"RS {On.Year}/{dice.Between(100, 9999)}" : null,
        Chair = Attendance[0].Name,
        Secretary = Attendance[^1].Name,
        Adjusters = [Attendance[Math.Min(1, Attendance.Count - 1)].Name],
        AdjustedOn = On.AddDays(dice.Between(3, 14)),
        Attendance = Attendance,
        Items = items,
        Decisions = decisions,
        Questions = questions,
        ProposedItems = proposed,
        Attachments = attachments,
        NextMeetings = Next,
    };

    void Head(RecordedAttendance secretary, IReadOnlyList<RecordedAttendance> present)
    {
        Say($"{body.Plan.Name}\n{SwedishText.Capital(Kind)} {On.InWords()}\n\nNärvarande\n");
        Attendance.AddRange(present.Select(p => p with { Source = Line($"{p.Name}, {p.OrganisationName ?? "inbjuden"}{(p.Presence == Presence.Absent ? " (frånvarande)" : "")}") }));
        Attendance.Add(secretary with { Source = Line($"{secretary.Name}, sekreterare") });
    }

    void Formal(string title, string? decided)
    {
        var number = Item(title, null);
        if (decided is not null)
            decisions.Add(new(number, decided, DecisionOutcome.Decision, Line(decided)));
    }

    void Matter(RecordedAttendance speaker)
    {
        var (subject, place) = (Words.Subject(dice, body), dice.Of(places));
        var number = Item(Words.Title(dice, subject), speaker.Name);
        Line(Words.Report(dice, speaker.Name, subject, place));
        if (dice.Chance(.22))
            Ask(number, subject, place);
        if (dice.Chance(.88))
            Decide(number, subject, speaker.Name, place);
        if (dice.Chance(.46))
            Give(number, subject, speaker, place);
        if (dice.Chance(.16))
            Attach(number, subject);
        if (dice.Chance(.12))
            Mentions.Add((subject, number, Line($"Överenskommelsen om {subject} berörs.")));
        if (dice.Chance(.15))
            DueBy(number, subject);
        if (dice.Chance(.05))
            Consult(number, subject);
    }

    void Decide(string number, string subject, string who, string place)
    {
        var decided = Words.Decision(dice, body, subject, who, place);
        decisions.Add(new(number, decided, Outcome(decided), Line(decided)));
    }

    void Give(string number, string subject, RecordedAttendance to, string place)
    {
        var given = Words.Task(dice, to.Name, subject, place);
        var due = dice.Chance(.75) ? On.AddDays(dice.Between(20, 200)) : (DateOnly?)null;
        Assignments.Add(new(number, given, to.Name, to.Person, due is { } day ? DayOrMonth.Parse(dice.Chance(.8) ? day.Iso() : day.Iso()[..7]) : null, Line(given)));
    }

    void Ask(string number, string subject, string place)
    {
        var (asked, answer) = (Words.Question(dice, subject, place), dice.Chance(.8) ? Words.Answer(dice, place) : null);
        questions.Add(new(number, asked, answer is null ? [] : [answer], [], Line(answer is null ? $"Fråga: {asked}" : $"Fråga: {asked}\nSvar: {answer}")));
    }

    void Attach(string number, string subject)
    {
        var name = $"Underlag om {subject}";
        attachments.Add(new(number, name, Line($"Bilaga: {name}")));
    }

    void DueBy(string number, string subject)
    {
        var day = On.AddDays(dice.Between(15, 120));
        var what = $"Synpunkter på förslaget om {subject} lämnas in.";
        Deadlines.Add(new(number, DayOrMonth.Parse(day.Iso())!, what, Line($"{what} Senast {day.InWords()}.")));
    }

    void Consult(string number, string subject)
    {
        var day = On.AddDays(dice.Between(30, 120));
        Consultations.Add(new(number, $"Förslag till {dice.Of(Words.Papers)} om {subject}", DayOrMonth.Parse(day.Iso()), "regionens registrator", Line($"Förslaget är på remiss till {day.InWords()}.")));
    }

    void Tail()
    {
        Item("Frågor till kommande möten", null);
        if (dice.Chance(.4))
        {
            var proposal = Words.Proposed(dice, Words.Subject(dice, body), dice.Of(places));
            proposed.Add(new(proposal, Line($"- {proposal}")));
        }
        Item("Nästa möte", null);
    }

    string Item(string title, string? presenter)
    {
        var number = $"{items.Count + 1}";
        items.Add(new(number, title, presenter is null ? [] : [presenter], Line($"\n§ {number} {title}")));
        return number;
    }

    static DecisionOutcome Outcome(string decided) =>
        decided.Contains(" rekommenderar ") ? DecisionOutcome.Recommendation
        : decided.Contains(" ställer sig bakom ") ? DecisionOutcome.Endorsement
        : decided.Contains(" godkänner ") ? DecisionOutcome.Approval
        : decided.Contains(" skjuter upp ") ? DecisionOutcome.Deferral
        : decided.Contains(" återremitterar ") ? DecisionOutcome.ReferralBack
        : decided.Contains(" utser ") ? DecisionOutcome.Election
        : DecisionOutcome.Decision;

    Span Line(string line)
    {
        var place = Say(line);
        text.Append('\n');
        return place;
    }

    Span Say(string said)
    {
        var start = text.Length;
        text.Append(said);
        return new(null, start, text.Length);
    }
}
