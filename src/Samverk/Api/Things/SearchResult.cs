using System.Globalization;
using Samverk.Organisations;
using Samverk.Search;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>What a search found, the best first.</summary>
sealed record SearchResult(IReadOnlyList<SearchResult.Hit> Items, [About("Skickas som cursor för nästa sida; null på den sista.")] string? Next, [About("Alla träffar.")] int Total,
    [About("Det finns fler träffar än de nyaste som rangordnas; de andra visas inte.")] bool IsCut, [About("Inget har alla orden; de här har några av dem.")] bool IsAny, [About("Samma sökning med orden stavade på annat sätt.")] string? Proposal)
{
    const string Kind = "kind", Body = "body", Year = "year";

    public sealed record Hit(ThingKind Kind, string KindText, [About("Sakens id; hämtas under sitt slag.")] Guid Id, string Title, [About("Beslutets nummer eller organets kod.")] string? Note, BodyRef? Body, DateOnly? Date,
        [About("Det bästa stället i texten; tom när det inte finns någon.")] string Passage, [About("Sidan för människor.")] string PageUrl);

    public static Route Route { get; } = new("GET", "/search", "search", Groups.Search, MayAttribute.Read, new("Sök", "Search"), Answer)
    {
        Description = new("Söker i allt som är bekräftat, också i originalens text. Svenska böjningar och sammansättningar hittas, ”citat” söker en fras. Flera värden under samma parameter vidgar.",
            "Searches all that is confirmed, also the originals' text. Swedish inflections and compounds are found, \"quotes\" search a phrase. Several values of a parameter widen."),
        Query =
        [
            new("q", new("Det som söks.", "What is searched for."), JsonShape.Text(), IsMany: false, _ => true),
            new(Kind, new("Slag av sak.", "Kind of thing."), JsonShape.OneOf(Enum.GetValues<ThingKind>().Select(k => ApiJson.Word(k))), IsMany: true, text => KindOf(text) is not null),
            new(Body, new("Organ.", "Body."), JsonShape.Text("uuid"), IsMany: true, text => Guid.TryParse(text, out _)),
            new(Year, new("År.", "Year."), JsonShape.Number(1, 9999), IsMany: true, text => YearOf(text) is not null),
            Paging.Onward, Paging.Size,
        ],
        Answers = [new(200, new("En sida träffar.", "A page of hits."), JsonShape.Of<SearchResult>())],
        Problems = [Paging.Bad],
    };

    static async Task<Answer> Answer(Call call)
    {
        var size = call.Number(Paging.Limit, Paging.Otherwise);
        var after = call.One(Paging.Cursor) is { } cursor ? Paging.Place(cursor) ?? -1 : 0;
        if (after < 0 || after % size != 0 || after >= SearchLists.MostRanked + size)
            return Api.Answer.No(Paging.Bad, Paging.Cursor);
        var question = new SearchQuestion(call.One("q"))
        {
            Kinds = [.. call.Many(Kind).Select(k => KindOf(k)!.Value)], Bodies = [.. call.Many(Body).Select(Guid.Parse)], Years = [.. call.Many(Year).Select(y => YearOf(y)!.Value)], Page = (after / size) + 1, Size = size,
        };
        var (found, refs) = (await call.Get<SearchLists>().Find(question, call.Actor, call.Stop), await Refs.Load(call));
        return Api.Answer.Of(new SearchResult([.. found.Hits.Select(Shown)], after + size < found.Shown ? Paging.Of(after + size) : null, found.Total, found.IsCut, found.IsAny, found.Proposal));

        Hit Shown(SearchHit hit) => new(hit.Kind, call.InWords(hit.Kind, hit.Kind.Words()), hit.Thing, hit.TitleText, hit.Note, hit.Body is { } body ? refs.Body(body) : null, hit.On,
            string.Concat(hit.Passage.Select(p => p.Text)), hit.Address);
    }

    static ThingKind? KindOf(string text) => Enum.GetValues<ThingKind>().Where(k => ApiJson.Word(k) == text).Select(k => (ThingKind?)k).FirstOrDefault();

    static int? YearOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999 ? year : null;
}
