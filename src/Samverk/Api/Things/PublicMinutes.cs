using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>Minutes that are public, in a list.</summary>
sealed record PublicMeetings(IReadOnlyList<PublicMeetings.Row> Items, [About("Skickas som cursor för nästa sida; null på den sista.")] string? Next)
{
    public sealed record Row(Guid Id, BodyRef Body, DateOnly Date, TimeOnly? Start, TimeOnly? End, [About("Så många beslut.")] int Decisions, DateTimeOffset PublishedAt);

    public static Route Route { get; } = new("GET", "/public/{area}/meetings", "listPublicMeetings", Groups.Public, MayAttribute.Everyone, new("Publicerade protokoll", "Published minutes"), call => PublicPages.Page(call, Answer))
    {
        Description = new("Möten vars protokoll är publicerade, det nyaste mötet först. Kräver ingen nyckel, och får läsas av sidor på andra webbplatser.", "Meetings whose minutes are published, the newest first. Needs no token, and may be read by pages of other sites."),
        Query = [Paging.Onward, Paging.Size],
        Answers = [new(200, new("En sida möten.", "A page of meetings."), JsonShape.Of<PublicMeetings>())],
        Problems = [Paging.Bad],
    };

    static async Task<Answer> Answer(Call call, int page, int size)
    {
        var (found, refs) = (await call.Get<PublishedLists>().Meetings(new(), page, size, call.Stop), await Refs.Load(call));
        return Api.Answer.Of(new PublicMeetings([.. found.Rows.Select(m => new Row(m.Id, refs.Body(m.Body), m.On, m.Start, m.End, m.Decisions, m.PublishedAt))], PublicPages.Next(page, size, found.Total)));
    }
}

/// <summary>Minutes that are public, as they may be read by all: what is masked is masked, and no name leads to a person.</summary>
sealed record PublicMeeting(Guid Id, BodyRef Body, DateOnly Date, TimeOnly? Start, TimeOnly? End, string? Place, [About("Vad protokollet kallar sig.")] string? MinutesKind, string? Chair, string? Secretary, DateOnly? AdjustedOn,
    DateTimeOffset PublishedAt, IReadOnlyList<PublicMeeting.Attended> Attendance, IReadOnlyList<PublicMeeting.Item> Items, IReadOnlyList<PublicMeeting.Decided> Decisions)
{
    public sealed record Attended(string Name, string? OrganisationName, AttendanceRole Role, Presence Presence);

    public sealed record Item([About("Paragrafen.")] string? Number, string Title);

    public sealed record Decided(Guid Id, string Number, string? Item, string Text, DecisionOutcome Outcome);

    public static Route Route { get; } = new("GET", "/public/{area}/meetings/{id}", "getPublicMeeting", Groups.Public, MayAttribute.Everyone, new("Ett publicerat protokoll", "Published minutes of a meeting"), Answer)
    {
        Description = new("Protokollet som det är publicerat, med det som är maskerat borta. Kräver ingen nyckel.", "The minutes as they are published, without what is masked. Needs no token."),
        Answers = [new(200, new("Protokollet.", "The minutes."), JsonShape.Of<PublicMeeting>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<PublishedLists>().Minutes(call.Id, call.Stop) is not { } minutes)
            return Api.Answer.Missing;
        var (refs, m) = (await Refs.Load(call), minutes.Meeting);
        return Api.Answer.Of(new PublicMeeting(m.Id, refs.Body(m.Body), m.On, m.Start, m.End, m.Place, m.MinutesKind, m.Chair, m.Secretary, m.AdjustedOn, minutes.PublishedAt,
            [.. m.Attendance.Select(a => new Attended(a.Name, a.OrganisationName, a.Role, a.Presence))], [.. m.Items.Select(i => new Item(i.Number, i.Title))],
            [.. m.Decisions.Select(d => new Decided(d.Id, d.Number, d.Item, d.Text, d.Outcome))]));
    }
}

/// <summary>Decisions of minutes that are public.</summary>
sealed record PublicDecisions(IReadOnlyList<PublicDecisions.Row> Items, [About("Skickas som cursor för nästa sida; null på den sista.")] string? Next)
{
    public sealed record Row(Guid Id, string Number, MeetingRef Meeting, [About("Paragrafen.")] string? Item, string? ItemTitle, string Text, DecisionOutcome Outcome, DateTimeOffset PublishedAt);

    public static Route Route { get; } = new("GET", "/public/{area}/decisions", "listPublicDecisions", Groups.Public, MayAttribute.Everyone, new("Publicerade beslut", "Published decisions"), call => PublicPages.Page(call, Answer))
    {
        Description = new("Beslut i publicerade protokoll, det nyaste mötet först. Kräver ingen nyckel.", "Decisions of published minutes, the newest meeting first. Needs no token."),
        Query = [Paging.Onward, Paging.Size],
        Answers = [new(200, new("En sida beslut.", "A page of decisions."), JsonShape.Of<PublicDecisions>())],
        Problems = [Paging.Bad],
    };

    static async Task<Answer> Answer(Call call, int page, int size)
    {
        var (found, refs) = (await call.Get<PublishedLists>().Decisions(new(), page, size, call.Stop), await Refs.Load(call));
        return Api.Answer.Of(new PublicDecisions([.. found.Rows.Select(d => new Row(d.Row.Id, d.Row.Number, refs.Meeting(d.Row.Meeting, d.Row.Body, d.Row.On), d.Row.Item, d.Row.ItemTitle, d.Row.Text, d.Row.Outcome, d.PublishedAt))],
            PublicPages.Next(page, size, found.Total)));
    }
}

/// <summary>Pages of what is public: a place in the list is all that a cursor says.</summary>
static class PublicPages
{
    public static Task<Answer> Page(Call call, Func<Call, int, int, Task<Answer>> answer)
    {
        var size = call.Number(Paging.Limit, Paging.Otherwise);
        var after = call.One(Paging.Cursor) is { } cursor ? Paging.Place(cursor) ?? -1 : 0;
        return after < 0 || after % size != 0 ? Task.FromResult(Answer.No(Paging.Bad, Paging.Cursor)) : answer(call, (after / size) + 1, size);
    }

    public static string? Next(int page, int size, int total) => page * size < total ? Paging.Of(page * size) : null;
}
