using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>The current area's index, as one search reads it.</summary>
sealed class OpenIndex
{
    readonly SamverkDb db;
    readonly List<ReadBlock> newestFirst;

    OpenIndex(SamverkDb db, Vocabulary vocabulary, List<ReadBlock> newestFirst) => (this.db, Vocabulary, this.newestFirst) = (db, vocabulary, newestFirst);

    /// <returns>Null when nothing has been indexed.</returns>
    public static async Task<OpenIndex?> Open(SamverkDb db, Vocabularies vocabularies, CancellationToken ct)
    {
        if (await db.Set<IndexState>().SingleOrDefaultAsync(ct) is not { } state)
            return null;
        var vocabulary = await vocabularies.Of(db, state, ct);
        var rows = await db.Set<EntryBlock>().OrderByDescending(b => b.Block).Select(b => new { b.Block, b.Entries }).ToListAsync(ct);
        return new(db, vocabulary, rows.ConvertAll(r => new ReadBlock(r.Block, r.Entries)));
    }

    public Vocabulary Vocabulary { get; }

    public int Entries => newestFirst.Sum(b => b.Count);

    /// <summary>Those of the numbers that are still there, the newest first.</summary>
    /// <param name="numbers">In their order.</param>
    public IEnumerable<CountedEntry> There(IReadOnlyList<long> numbers)
    {
        var at = numbers.Count - 1;
        foreach (var block in newestFirst)
        {
            var first = EntryNumber.Base(block.Block);
            for (var entry = block.Count - 1; at >= 0 && numbers[at] >= first && entry >= 0;)
                if (numbers[at] > block.Number(entry))
                    at--;
                else if (numbers[at] < block.Number(entry))
                    entry--;
                else
                {
                    at--;
                    if (block[entry--] is { Kind: not null } there)
                        yield return there;
                }
            while (at >= 0 && numbers[at] >= first)
                at--;
        }
    }

    /// <summary>How many entries have a term.</summary>
    public int Count(Scores scores, KnownTerm term) => There([.. scores.With(term.Number)]).Count();

    public async Task<Scores> Score(IEnumerable<KnownTerm> terms, CancellationToken ct)
    {
        List<int> wanted = [.. terms.Select(t => t.Number).Distinct()];
        var rows = wanted.Count == 0 ? [] : await db.Set<Posting>().Where(p => wanted.Contains(p.Term)).OrderBy(p => p.Term).ThenBy(p => p.Block).Select(p => new { p.Term, p.Block, p.Hits }).ToListAsync(ct);
        Dictionary<int, List<Hit>> hits = [];
        foreach (var row in rows)
        {
            if (!hits.TryGetValue(row.Term, out var of))
                hits.Add(row.Term, of = []);
            Hits.Read(row.Block, row.Hits, of);
        }
        return new(hits, Entries);
    }

    public Task<List<Entry>> Read(IReadOnlyCollection<long> numbers, CancellationToken ct) => db.Set<Entry>().Where(e => numbers.Contains(e.Number)).ToListAsync(ct);
}
