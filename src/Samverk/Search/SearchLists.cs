using Samverk.Import;
using Samverk.Organisations;
using Samverk.Search.Analysis;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>
/// Searches the current area. Finds what everybody who reads in the area may read, for them alone; what is undone or
/// waits to be confirmed is not in the index.
/// </summary>
public sealed class SearchLists(SamverkDb db, Vocabularies vocabularies)
{
    /// <summary>Of more hits the newest are ranked, and no others shown.</summary>
    public const int MostRanked = 2000;

    const int FewHits = 3;

    public async Task<SearchAnswer> Find(SearchQuestion question, Actor actor, CancellationToken ct)
    {
        var query = Query.Of(question.Text, question.IsTyping);
        if (actor.May(Permission.Read) is not null || query.Parts.Count == 0 || await OpenIndex.Open(db, vocabularies, ct) is not { } index)
            return SearchAnswer.Nothing;
        return await Find(question, query, index, ct);
    }

    static async Task<SearchAnswer> Find(SearchQuestion question, Query query, OpenIndex index, CancellationToken ct)
    {
        var sought = query.Parts.Select(p => Sought.Of(p, index.Vocabulary)).ToList();
        var scores = await index.Score(sought.SelectMany(s => s.Terms), ct);
        var (found, isAny) = await Match(index, sought, scores, ct);
        var narrowing = new Narrowing(question);
        List<CountedEntry> all = [.. index.There(found.Numbers)], left = all.FindAll(narrowing.Has);
        List<long> page = [.. Ranked(left.Take(MostRanked), found).Skip((Math.Max(1, question.Page) - 1) * question.Size).Take(question.Size)];
        var proposal = all.Count <= FewHits || isAny ? await Proposals.For(query, sought, scores, index, ct) : null;
        return new(await Show(page, sought, index, ct), left.Count, left.Count > MostRanked, isAny, narrowing.Count(all), proposal);
    }

    /// <summary>What somebody who types may be about to search for: things of that name first, then words.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> Suggest(string? typed, Actor actor, CancellationToken ct)
    {
        const int mostThings = 5, most = 8, shortest = 2;
        var query = Query.Of(typed, isTyping: true);
        if (query.Text.Length < shortest || actor.May(Permission.Read) is not null || await OpenIndex.Open(db, vocabularies, ct) is not { } index)
            return [];
        var answer = await Find(new(typed) { IsTyping = true, Size = 2 * most }, query, index, ct);
        var things = answer.IsAny ? [] : answer.Hits.Where(h => h.Title.Any(p => p.IsFound)).Select(h => new SearchSuggestion(h.TitleText, h.Address, h.Kind, h.Note)).DistinctBy(s => (s.Text, s.Kind)).Take(mostThings);
        var words = await Proposals.Endings(query, index, most, ct);
        return [.. things.Concat(words.Select(w => new SearchSuggestion(w, SearchAddress.Of(w), null, null))).Take(most)];
    }

    // What has the words in its title, then what has the rarest of them, then the newest.
    static IEnumerable<long> Ranked(IEnumerable<CountedEntry> hits, Answers found) =>
        from hit in hits
        let score = found.Of(hit.Number)
        orderby score.InTitle descending, Math.Round(score.Worth * Worth(hit.Kind!.Value), 6) descending, hit.Number descending
        select hit.Number;

    // Things that have the name themselves before what mentions it. The whole of an original has most words: what was made of it says more.
    static double Worth(ThingKind kind) => kind switch
    {
        ThingKind.Agreement or ThingKind.Body or ThingKind.Organisation or ThingKind.Person => 1.3,
        ThingKind.Meeting => .9,
        ThingKind.Original => .7,
        _ => 1,
    };

    static async Task<(Answers Found, bool IsAny)> Match(OpenIndex index, List<Sought> sought, Scores scores, CancellationToken ct)
    {
        List<Answers> parts = [.. sought.Select(scores.Of)];
        var all = Answers.All(parts);
        List<Asked> phrases = [.. sought.Select(s => s.Asked).Where(a => a.IsPhrase)];
        if (phrases.Count > 0)
            all = await Phrases.Keep(index, all, phrases, ct);
        return parts.Count == 1 || index.There(all.Numbers).Any() ? (all, false) : (Answers.Any([.. parts.Where((_, i) => !sought[i].Asked.IsPhrase)], (one, other) => one.And(other)), true);
    }

    static async Task<List<SearchHit>> Show(List<long> page, List<Sought> sought, OpenIndex index, CancellationToken ct)
    {
        var found = sought.SelectMany((s, i) => s.Terms.Select(t => (t.Stem, Asked: i))).Distinct().ToLookup(f => f.Stem, f => f.Asked);
        var passage = new Passage(found);
        var entries = (await index.Read(page, ct)).ToDictionary(e => e.Number);
        return [.. page.Where(entries.ContainsKey).Select(number => Shown(entries[number], passage))];
    }

    static SearchHit Shown(Entry entry, Passage passage)
    {
        var (pieces, start, end) = entry.Text.Length == 0 ? ([], 0, 0) : passage.Best(entry.Text);
        var address = entry.Kind == ThingKind.Original ? OriginalsSearched.Address(entry.Thing, Points(entry.Text, start), Points(entry.Text, end)) : SearchAddress.Of(entry.Kind, entry.Thing);
        return new(entry.Kind, entry.Thing, address, passage.Mark(entry.Title), entry.Note, entry.Body, entry.On, pieces);
    }

    // Places in originals are counted in code points.
    static int Points(string text, int to) => to - text.Take(to).Count(char.IsLowSurrogate);
}

/// <summary>The addresses that a search leads to.</summary>
static class SearchAddress
{
    public const string Page = "/sok", Suggestions = "/sok/forslag";

    public static string Of(string text) => $"{Page}?q={Uri.EscapeDataString(text)}";

    public static string Of(ThingKind kind, Guid thing) => kind switch
    {
        ThingKind.Meeting or ThingKind.Deadline or ThingKind.Question => $"/moten/{thing:D}",
        ThingKind.Decision => $"/beslut/{thing:D}",
        ThingKind.Assignment => $"/uppdrag/{thing:D}",
        ThingKind.Agreement => $"/overenskommelser/{thing:D}",
        ThingKind.Consultation => $"/remisser/{thing:D}",
        ThingKind.Dispute => $"/tvister/{thing:D}",
        ThingKind.Body => $"/organ/{thing:D}",
        ThingKind.Organisation => $"/huvudman/{thing:D}",
        ThingKind.Person => $"/personer/{thing:D}",
        ThingKind.Original => $"/importera/original/{thing:D}/text",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
