using Samverk.Agreements;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;

namespace Samverk.Api.Things;

/// <summary>A meeting with all that its minutes say.</summary>
sealed record MeetingThing(Guid Id, BodyRef Body, DateOnly Date, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format,
    MeetingState State, [About("Läget i ord, på det språk som Accept-Language ber om.")] string StateText,
    [About("Vad protokollet kallar sig.")] string? MinutesKind, string? CaseNumber, string? Chair, string? Secretary, IReadOnlyList<string> Adjusters, DateOnly? AdjustedOn,
    [About("Originalet som mötet lästes in från; null för ett planerat möte.")] Guid? Document, [About("Sidan för människor.")] string PageUrl,
    IReadOnlyList<MeetingThing.Attended> Attendance, IReadOnlyList<MeetingThing.Item> Items, IReadOnlyList<MeetingThing.Decided> Decisions, IReadOnlyList<MeetingThing.Asked> Questions,
    IReadOnlyList<MeetingThing.Said> ProposedItems, IReadOnlyList<MeetingThing.Said> Attachments, IReadOnlyList<MeetingThing.Given> Assignments, IReadOnlyList<MeetingThing.Due> Deadlines,
    IReadOnlyList<MeetingThing.Mention> Agreements, IReadOnlyList<MeetingThing.Sent> Consultations)
{
    public sealed record Attended([About("Som protokollet skriver det.")] string Name, [About("Personen, när någon har sagt vem det är.")] Guid? Person, string? OrganisationName, Guid? Organisation,
        AttendanceRole Role, string RoleText, Presence Presence, bool Digital, string? Note);

    public sealed record Item([About("Paragrafen.")] string? Number, string Title, IReadOnlyList<string> Presenters, Source? Source);

    public sealed record Decided(Guid Id, string Number, string? Item, string Text, DecisionOutcome Outcome, string OutcomeText, Source? Source);

    public sealed record Asked(string? Item, string? Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments, Source? Source);

    public sealed record Said(string? Item, string Text, Source? Source);

    public sealed record Given(Guid Id, string? Item, string Text, string? Assignee, Guid? Person, [About("Dag eller månad.")] string? Due, AssignmentState State, Source? Source);

    public sealed record Due(string? Item, string What, [About("Dag eller månad.")] string Date, DateOnly LastDay, Source? Source);

    public sealed record Mention(Guid Agreement, string? Item, string Name, [About("Vad mötet säger om överenskommelsens läge; null där den bara nämns.")] AgreementState? State, bool NeedsRevision, Source? Source);

    public sealed record Sent(Guid Id, string? Item, string Subject, [About("Dag eller månad.")] string? Deadline, string? RespondTo, Source? Source);

    public static Route Route { get; } = new("GET", "/meetings/{id}", "getMeeting", Groups.Meetings, MayAttribute.Read, new("Ett möte", "A meeting"), Answer)
    {
        Description = new("Mötet med närvaro, punkter, beslut, frågor, uppdrag och vad det säger om överenskommelser och remisser. Varje uppgift säger var i originalet den står.",
            "The meeting with attendance, items, decisions, questions, assignments and what it says of agreements and consultations. Every fact says where in the original it stands."),
        Answers = [new(200, new("Mötet.", "The meeting."), JsonShape.Of<MeetingThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<MeetingsLists>().Meeting(call.Id, call.Stop) is not { } m)
            return Api.Answer.Missing;
        var refs = await Refs.Load(call);
        var (plans, agreements) = (call.Get<PlansLists>(), call.Get<AgreementsLists>());
        var (assignments, deadlines) = (await plans.OfMeeting(m.Id, call.Stop), await plans.DeadlinesOfMeeting(m.Id, call.Stop));
        var (mentions, consultations) = (await agreements.OfMeeting(m.Id, call.Stop), await agreements.ConsultationsOfMeeting(m.Id, call.Stop));
        Source? From(Shared.Span span) => Source.Of(m.Document, span);
        return Api.Answer.Of(new MeetingThing(m.Id, refs.Body(m.Body), m.On, m.Start, m.End, m.Place, m.Format, m.State, call.InWords(m.State, StateWords.Of(m.State)),
            m.MinutesKind, m.CaseNumber, m.Chair, m.Secretary, m.Adjusters, m.AdjustedOn, m.Document, $"/moten/{m.Id}",
            [.. m.Attendance.Select(a => new Attended(a.Name, a.Person, a.OrganisationName, a.Organisation, a.Role, call.InWords(a.Role, a.Role.Words()), a.Presence, a.Digital, a.Note))],
            [.. m.Items.Select(i => new Item(i.Number, i.Title, i.Presenters, From(i.Source)))],
            [.. m.Decisions.Select(d => new Decided(d.Id, d.Number, d.Item, d.Text, d.Outcome, call.InWords(d.Outcome, d.Outcome.Words()), From(d.Source)))],
            [.. m.Questions.Select(q => new Asked(q.Item, q.Text, q.Answers, q.Comments, From(q.Source)))],
            [.. m.ProposedItems.Select(p => new Said(p.Item, p.Text, From(p.Source)))],
            [.. m.Attachments.Select(a => new Said(a.Item, a.Text, From(a.Source)))],
            [.. assignments.Select(a => new Given(a.Id, a.Item, a.Text, a.Assignee, a.AssigneePerson, a.Due, a.State, From(a.Source)))],
            [.. deadlines.Select(d => new Due(d.Item, d.What, d.Date, d.Last, From(d.Source)))],
            [.. mentions.Select(a => new Mention(a.Agreement, a.Item, a.Name, a.State, a.NeedsRevision, From(a.Source)))],
            [.. consultations.Select(c => new Sent(c.Id, c.Item, c.Subject, c.Deadline, c.RespondTo, From(c.Source)))]));
    }
}
