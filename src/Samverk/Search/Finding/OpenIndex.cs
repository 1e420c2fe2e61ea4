using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>The current area's index, as one search reads it.</summary>
sealed class OpenIndex
{
    readonly SamverkDb db;
    readonly Dictionary<int, List<CountedEntry>> blocks;

    OpenIndex(SamverkDb db, Vocabulary vocabulary, Dictionary<int, List<CountedEntry>> blocks) => (this.db, Vocabulary, this.blocks) = (db, vocabulary, blocks);

    /// <returns>Null when nothing has been indexed.</returns>
    public static async Task<OpenIndex?> Open(SamverkDb db, Vocabularies vocabularies, CancellationToken ct)
    {
        if (await db.Set<IndexState>().SingleOrDefaultAsync(ct) is not { } state)
            return null;
        var vocabulary = await vocabularies.Of(db, state, ct);
        var rows = await db.Set<EntryBlock>().Select(b => new { b.Block, b.Entries }).ToListAsync(ct);
        return new(db, vocabulary, rows.ToDictionary(r => r.Block, r => BlockEntries.Read(r.Block, r.Entries)));
    }

    public Vocabulary Vocabulary { get; }

    public int Entries => blocks.Values.Sum(b => b.Count);

    public bool IsThere(long number) => Find(number) is not null;

    /// <returns>Null when it is gone.</returns>
    public CountedEntry? Find(long number)
    {
        if (!blocks.TryGetValue(EntryNumber.Block(number), out var block))
            return null;
        var at = block.BinarySearch(new(number, null, null), ByNumber.Order);
        return at >= 0 && block[at].Kind is not null ? block[at] : null;
    }

    public async Task<Scores> Score(IEnumerable<KnownTerm> terms, CancellationToken ct)
    {
        List<int> numbers = [.. terms.Select(t => t.Number).Distinct()];
        var rows = numbers.Count == 0 ? [] : await db.Set<Posting>().Where(p => numbers.Contains(p.Term)).Select(p => new { p.Term, p.Block, p.Hits }).ToListAsync(ct);
        return new(rows.SelectMany(r => Hits.Read(r.Block, r.Hits).Select(hit => (r.Term, Hit: hit))).ToLookup(h => h.Term, h => h.Hit), IsThere, Entries);
    }

    public Task<List<Entry>> Read(IReadOnlyCollection<long> numbers, CancellationToken ct) => db.Set<Entry>().Where(e => numbers.Contains(e.Number)).ToListAsync(ct);

    sealed class ByNumber : IComparer<CountedEntry>
    {
        public static ByNumber Order { get; } = new();

        public int Compare(CountedEntry x, CountedEntry y) => x.Number.CompareTo(y.Number);
    }
}
