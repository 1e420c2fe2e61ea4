using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>Words that somebody may have meant. Only such as something of the area has now: a word whose texts are gone is not told.</summary>
static class Proposals
{
    const int MostNear = 12, MostBegun = 40;

    /// <returns>The query with its unknown words as they may be spelt; null when there is none to propose.</returns>
    public static async Task<string?> For(Query query, IReadOnlyList<Sought> sought, Scores scores, OpenIndex index, CancellationToken ct)
    {
        var proposal = query.Text;
        foreach (var word in sought.Where(s => !s.Asked.IsPhrase && s.Terms.All(t => index.Count(scores, t) == 0)).Select(s => s.Asked.Typed))
            if (await Near(word, index, ct) is { } meant)
                proposal = Replaced(proposal, word, meant);
        return proposal == query.Text ? null : proposal;
    }

    /// <summary>What the last word may become, those that most have first.</summary>
    public static async Task<IReadOnlyList<string>> Endings(Query query, OpenIndex index, int most, CancellationToken ct)
    {
        if (query.Parts is not [.., { IsBeginning: true } last])
            return [];
        List<KnownTerm> begun = [.. index.Vocabulary.Beginning(last.Typed, MostBegun)];
        var scores = await index.Score(begun, ct);
        var before = Word.In(query.Text)[^1].Start;
        return [.. from term in begun
                   let count = index.Count(scores, term)
                   where count > 0 && !term.Shown.Any(char.IsAsciiDigit)
                   orderby count descending, term.Shown.Length, term.Shown
                   select query.Text[..before] + term.Shown into text
                   where text != query.Text
                   select text];
    }

    static async Task<string?> Near(string word, OpenIndex index, CancellationToken ct)
    {
        List<KnownTerm> near = [.. index.Vocabulary.Near(word, MostNear)];
        var scores = await index.Score(near, ct);
        return near.Find(term => index.Count(scores, term) > 0)?.Shown;
    }

    static string Replaced(string text, string word, string by)
    {
        foreach (var found in Word.In(text).Where(w => w.Folded == word).Reverse())
            text = string.Concat(text.AsSpan(0, found.Start), by, text.AsSpan(found.Start + found.Length));
        return text;
    }
}
