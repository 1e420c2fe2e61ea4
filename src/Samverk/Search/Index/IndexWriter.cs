using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>
/// Takes entries in and out of the current area's index, within one unit of work. Whoever writes holds the area's lock
/// (<see cref="Lock"/>), since blocks are read, changed and written back.
/// </summary>
/// <param name="isNew">The index is empty: nothing is looked for, and rows are saved as they come.</param>
sealed class IndexWriter(SamverkDb db, bool isNew = false)
{
    const int AtATime = 500;

    readonly TermsOfEntries terms = new();
    readonly Dictionary<int, SortedDictionary<long, CountedEntry>> blocks = [];
    readonly Dictionary<DateOnly, long> last = [];

    /// <summary>One writer of an area's index at a time, until the transaction ends.</summary>
    public static Task Lock(SamverkDb db, CancellationToken ct) =>
        Provider.Of(db.Database).Locked(db.Set<HistoryHead>(), db.Area).AsNoTracking().FirstOrDefaultAsync(ct);

    /// <summary>
    /// Takes out what follows these. The entries are gone at once; hits on their numbers stay in the terms, where they mean
    /// nothing, until the index is made anew.
    /// </summary>
    public async Task Remove(IReadOnlyList<Guid> follows, CancellationToken ct)
    {
        var going = db.Set<Entry>().Where(e => follows.Contains(e.Follows));
        var numbers = await going.Select(e => e.Number).ToListAsync(ct);
        await going.ExecuteDeleteAsync(ct);
        foreach (var number in numbers)
            (await Block(EntryNumber.Block(number), ct))[number] = new(number, null, null);
    }

    public async Task Add(IReadOnlyList<Findable> things, CancellationToken ct)
    {
        foreach (var thing in things)
        {
            var number = await Free(thing.On, ct);
            (await Block(EntryNumber.Block(number), ct))[number] = new(number, thing.Kind, thing.Body);
            db.Add(thing.Entry(db.Area, number));
            terms.Add(number, thing);
        }
        if (isNew)
            await Flush(ct);
    }

    /// <summary>Writes what was gathered: terms, their hits, and the blocks.</summary>
    public async Task Finish(CancellationToken ct)
    {
        var state = db.Set<IndexState>().Local.FirstOrDefault() ?? await db.Set<IndexState>().AsTracking().SingleOrDefaultAsync(ct) ?? db.Add(new IndexState(db.Area)).Entity;
        var numbers = await Numbers(state, ct);
        var hits = terms.Stems.SelectMany(stem => terms.Of(stem).Select(of => (Term: numbers[stem], of.Block, of.Hits)));
        foreach (var (block, entries) in blocks)
            await Keep(block, BlockEntries.Write(block, entries.Values), ct);
        if (isNew)
            await Flush(ct);
        foreach (var some in (isNew ? hits : hits.OrderBy(h => h.Block)).Chunk(AtATime))
        {
            await AddHits(some, ct);
            if (isNew)
                await Flush(ct);
        }
    }

    async Task Flush(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    async Task<Dictionary<string, int>> Numbers(IndexState state, CancellationToken ct)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (var some in isNew ? [] : terms.Stems.Chunk(AtATime))
            foreach (var row in await db.Set<IndexTerm>().AsTracking().Where(t => some.Contains(t.Stem)).ToListAsync(ct))
            {
                row.Show(terms.Shown(row.Stem));
                known.Add(row.Stem, row.Number);
            }
        foreach (var stem in terms.Stems.Where(s => !known.ContainsKey(s)).ToList())
        {
            known.Add(stem, state.NextTerm());
            db.Add(new IndexTerm(db.Area, known[stem], stem, terms.Shown(stem)));
        }
        return known;
    }

    async Task AddHits((int Term, int Block, List<Hit> Hits)[] some, CancellationToken ct)
    {
        foreach (var ofBlock in some.GroupBy(s => s.Block))
        {
            List<int> wanted = [.. ofBlock.Select(s => s.Term)];
            var rows = isNew ? [] : await db.Set<Posting>().AsTracking().Where(p => p.Block == ofBlock.Key && wanted.Contains(p.Term)).ToDictionaryAsync(p => p.Term, ct);
            foreach (var (term, block, hits) in ofBlock)
                if (rows.TryGetValue(term, out var row))
                    row.Keep(Hits.Write(block, Hits.Read(block, row.Hits).Concat(hits).OrderBy(h => h.Number)));
                else
                    db.Add(new Posting(db.Area, term, block, Hits.Write(block, hits)));
        }
    }

    // After all that ever were that day: the number of what is gone is not used again.
    async Task<long> Free(DateOnly? on, CancellationToken ct)
    {
        var first = EntryNumber.First(on);
        var day = EntryNumber.Day(first);
        if (!last.TryGetValue(day, out var number))
            number = (await Block(EntryNumber.Block(first), ct)).Keys.Where(k => EntryNumber.Day(k) == day).DefaultIfEmpty(first - 1).Max();
        do
            number++;
        while ((await Block(EntryNumber.Block(number), ct)).ContainsKey(number));
        return last[day] = number;
    }

    async Task<SortedDictionary<long, CountedEntry>> Block(int block, CancellationToken ct)
    {
        if (blocks.TryGetValue(block, out var known))
            return known;
        SortedDictionary<long, CountedEntry> entries = [];
        if (!isNew && await Row(block, ct) is { } row)
            foreach (var entry in BlockEntries.Read(block, row.Entries))
                entries.Add(entry.Number, entry);
        return blocks[block] = entries;
    }

    async Task Keep(int block, byte[] entries, CancellationToken ct)
    {
        if (!isNew && await Row(block, ct) is { } row)
            row.Keep(entries);
        else
            db.Add(new EntryBlock(db.Area, block, entries));
    }

    // With what another writer of the same unit of work has made of it.
    async Task<EntryBlock?> Row(int block, CancellationToken ct) =>
        db.Set<EntryBlock>().Local.FirstOrDefault(b => b.Block == block) ?? await db.Set<EntryBlock>().AsTracking().SingleOrDefaultAsync(b => b.Block == block, ct);
}
