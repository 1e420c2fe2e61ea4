using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Reading;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>How many documents of a batch stand where.</summary>
sealed record StateCounts(IReadOnlyDictionary<DocumentState, int> Of)
{
    public static StateCounts None { get; } = new(new Dictionary<DocumentState, int>());

    public int this[DocumentState state] => Of.GetValueOrDefault(state);
    public int Total => Of.Values.Sum();
    public int Waiting => this[DocumentState.Waiting];
    public int Confirmed => this[DocumentState.Confirmed];
    /// <summary>Those that a person can still do something about here.</summary>
    public int Left => this[DocumentState.Read] + this[DocumentState.Review] + this[DocumentState.Undone] + Waiting;

    /// <summary>'14 bekräftade, 31 kvar, 1 går inte att läsa'.</summary>
    public string Words
    {
        get
        {
            string[] parts =
            [
                Confirmed == 1 ? "1 bekräftad" : $"{Confirmed} bekräftade",
                Left > 0 ? $"{Left} kvar" : "",
                this[DocumentState.Unreadable] > 0 ? $"{this[DocumentState.Unreadable]} går inte att läsa" : "",
            ];
            return string.Join(", ", parts.Where(p => p.Length > 0));
        }
    }
}

sealed record BatchRow(Guid Id, string Name, DateTimeOffset At, StateCounts Counts);

/// <param name="NeedsPerson">Why: questions or personal data, in words; null when neither.</param>
/// <param name="Meeting">The meeting that it became.</param>
sealed record DocumentRow(Guid Id, Guid Batch, int Position, string FileName, long Size, DocumentState State, string? Problem, string? NeedsPerson, string? Title, DateOnly? On, Guid? Meeting, bool IsRestricted);

/// <summary>An original as its page shows it.</summary>
sealed record OriginalText(Guid Id, Guid Batch, string FileName, string Sha256, IReadOnlyList<PageText> Pages);

/// <summary>What the pages of importing read: of every batch what somebody may see (<see cref="Drafts"/>).</summary>
sealed class ImportLists(SamverkDb db, Drafts drafts, ProtectedNames names)
{
    public async Task<(IReadOnlyList<BatchRow> Rows, int Total)> Batches(Actor actor, int page, int size, CancellationToken ct)
    {
        var seen = SeenBy(actor);
        var total = await seen.CountAsync(ct);
        var batches = await seen.OrderByDescending(b => b.At).ThenBy(b => b.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var counts = await Counts(batches.ConvertAll(b => b.Id), actor, ct);
        return ([.. batches.Select(b => new BatchRow(b.Id, b.Name, b.At, counts.GetValueOrDefault(b.Id, StateCounts.None)))], total);
    }

    public async Task<BatchRow?> Batch(Guid id, Actor actor, CancellationToken ct)
    {
        var batch = await SeenBy(actor).SingleOrDefaultAsync(b => b.Id == id, ct);
        return batch is null ? null : new(id, batch.Name, batch.At, (await Counts([id], actor, ct)).GetValueOrDefault(id, StateCounts.None));
    }

    public async Task<IReadOnlyList<DocumentRow>> Documents(Guid batch, Actor actor, int page, int size, CancellationToken ct) =>
        Rows(await WithConfirmations(actor).Where(d => d.Batch == batch).OrderBy(d => d.Position).Skip((page - 1) * size).Take(size).ToListAsync(ct));

    public async Task<IReadOnlyList<DocumentRow>> Documents(IReadOnlyList<Guid> ids, Actor actor, CancellationToken ct) =>
        Rows(await WithConfirmations(actor).Where(d => ids.Contains(d.Id)).OrderBy(d => d.Position).ToListAsync(ct));

    /// <summary>The next document that a person can review, after a place in the batch and then from its beginning.</summary>
    public async Task<Guid?> Next(Guid batch, int after, Guid? except, Actor actor, CancellationToken ct) =>
        await drafts.SeenBy(actor).Where(d => d.Batch == batch && d.Id != except && d.ReadAt != null && d.ProblemCode == null && !d.Confirmations.Any())
            .OrderBy(d => d.Position > after ? 0 : 1).ThenBy(d => d.Position).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);

    /// <summary>Documents that can be confirmed together: read, without an open question and without personal data.</summary>
    public Task<List<Guid>> Certain(Guid batch, Actor actor, CancellationToken ct) =>
        drafts.SeenBy(actor).Where(d => d.Batch == batch && d.ReadAt != null && d.ProblemCode == null && d.OpenQuestions == 0 && d.PersonalData == 0 && !d.Confirmations.Any())
            .OrderBy(d => d.Position).Select(d => d.Id).ToListAsync(ct);

    public async Task<OriginalText?> Original(Guid document, CancellationToken ct)
    {
        var found = await (from d in db.Set<Document>()
                           join r in db.Set<Reading>() on d.Id equals r.Document
                           where d.Id == document
                           select new { d.Batch, d.FileName, d.Sha256, r.Pages }).SingleOrDefaultAsync(ct);
        return found is null ? null : new(document, found.Batch, found.FileName, found.Sha256, Pages(found.Pages));
    }

    /// <summary>An original as anybody who may read it may: the names of those with protected identity are unreadable in it.</summary>
    public async Task<OriginalText?> SafeOriginal(Guid document, CancellationToken ct)
    {
        var (original, mask) = (await Original(document, ct), await names.Mask(ct));
        return original is null || mask.IsEmpty ? original : original with { Pages = [.. original.Pages.Select(p => p with { Text = mask.Blank(p.Text) })] };
    }

    /// <summary>Whether it has something that not everybody may read: personal data, or the name of somebody with protected identity.</summary>
    public async Task<bool> IsRestricted(Guid document, CancellationToken ct)
    {
        if (await db.Set<Document>().AnyAsync(d => d.Id == document && d.PersonalData > 0, ct))
            return true;
        var mask = await names.Mask(ct);
        return !mask.IsEmpty && await Original(document, ct) is { } original && original.Pages.Any(p => mask.IsIn(p.Text));
    }

    /// <summary>Why a person may not see an original, as text (masked) or as the file itself; null when they may.</summary>
    public async Task<Refusal?> MayFetch(Guid document, Actor actor, bool asFile, CancellationToken ct)
    {
        var found = await drafts.SeenBy(actor).Where(d => d.Id == document).Select(d => new { d.Body }).SingleOrDefaultAsync(ct);
        if (found is null)
            return Importing.NoDocument;
        if (!asFile || !await IsRestricted(document, ct))
            return null;
        // One without a known body is seen by whom it came from alone, and by administrators.
        var mayRecord = found.Body is not { } body || actor.MayRecord(body) is null;
        return mayRecord ? null : new("restricted", "Originalet innehåller något som ser ut som personuppgifter. Bara den som får bekräfta protokollet kan hämta det.");
    }

    internal static IReadOnlyList<PageText> Pages(string json) => JsonSerializer.Deserialize<List<PageText>>(json)!;

    /// <summary>How many documents of its batch come before it, for the one who looks.</summary>
    public Task<int> Before(DocumentRow row, Actor actor, CancellationToken ct) =>
        drafts.SeenBy(actor).CountAsync(d => d.Batch == row.Batch && d.Position < row.Position, ct);

    IQueryable<Document> WithConfirmations(Actor actor) => drafts.SeenBy(actor).Include(d => d.Confirmations);

    // A batch is its documents; that of somebody else has at least one to be seen.
    IQueryable<Batch> SeenBy(Actor actor)
    {
        var seen = drafts.SeenBy(actor);
        return db.Set<Batch>().Where(b => actor.IsAdministrator || b.By == actor.Person || seen.Any(d => d.Batch == b.Id));
    }

    async Task<Dictionary<Guid, StateCounts>> Counts(List<Guid> batches, Actor actor, CancellationToken ct)
    {
        var rows = await drafts.SeenBy(actor).Where(d => batches.Contains(d.Batch))
            .Select(d => new
            {
                d.Batch,
                IsLive = d.Confirmations.Any(c => c.Undoing == null),
                WasConfirmed = d.Confirmations.Any(),
                IsRead = d.ReadAt != null,
                HasProblem = d.ProblemCode != null,
                NeedsPerson = d.OpenQuestions > 0 || d.PersonalData > 0,
            })
            .GroupBy(d => d).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return rows.GroupBy(r => r.Key.Batch).ToDictionary(b => b.Key, b => new StateCounts(
            b.GroupBy(r => Document.StateOf(r.Key.IsLive, r.Key.WasConfirmed, r.Key.IsRead, r.Key.HasProblem, r.Key.NeedsPerson))
                .ToDictionary(s => s.Key, s => s.Sum(r => r.Count))));
    }

    static List<DocumentRow> Rows(List<Document> documents) =>
        documents.ConvertAll(d => new DocumentRow(d.Id, d.Batch, d.Position, d.FileName, d.Size, d.State, d.ProblemText, NeedsPerson(d), d.Title, d.On, d.Live?.Meeting, d.PersonalData > 0));

    static string? NeedsPerson(Document document)
    {
        string[] parts =
        [
            document.OpenQuestions switch { 0 => "", 1 => "1 fråga", var n => $"{n} frågor" },
            document.PersonalData > 0 ? "något som ser ut som personuppgifter" : "",
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0)) is { Length: > 0 } words ? words : null;
    }
}

/// <summary>What other rooms may ask about importing.</summary>
public sealed class ImportQueue(Drafts drafts)
{
    /// <summary>How many documents wait to be confirmed, of those that somebody sees.</summary>
    public Task<int> ToReview(Actor actor, CancellationToken ct) =>
        drafts.SeenBy(actor).CountAsync(d => d.ReadAt != null && d.ProblemCode == null && d.Confirmations.Count == 0, ct);
}
