using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>What became of one file of an archive.</summary>
public sealed record ArchiveOutcome(string FileName, DocumentState State, string? Words, bool AlreadyKnown);

/// <summary>Brings a whole archive in, file by file: kept, read, and confirmed where nothing is in doubt. Stands being stopped and run again.</summary>
public sealed class ArchiveImport(SamverkDb db, Importing importing, Files.TextExtraction extraction)
{
    /// <param name="confirmCertain">Confirm readings without a question.</param>
    /// <param name="confirmAll">Confirm with the reader's remarks too, answered as seen; only for the World.</param>
    /// <param name="progress">Told after each file.</param>
    public async Task<IReadOnlyList<ArchiveOutcome>> Run(string name, IEnumerable<HandedOver> files, bool confirmCertain, bool confirmAll, CancellationToken ct, Action<ArchiveOutcome>? progress = null)
    {
        List<ArchiveOutcome> outcomes = [];
        Guid? batch = await db.Set<Batch>().Where(b => b.Name == name).OrderByDescending(b => b.At).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        foreach (var file in files)
        {
            var received = batch is { } open ? (await importing.ReceiveMore(open, [file], null, ct))[0] : await Begin(file);
            var outcome = await Settle(received, file.FileName, confirmCertain, confirmAll, ct);
            outcomes.Add(outcome);
            progress?.Invoke(outcome);
        }
        return outcomes;

        async Task<Received> Begin(HandedOver file)
        {
            var (id, received) = await importing.Receive(name, [file], null, ct);
            batch = id;
            return received[0];
        }
    }

    async Task<ArchiveOutcome> Settle(Received received, string fileName, bool confirmCertain, bool confirmAll, CancellationToken ct)
    {
        var id = received.Document;
        await importing.Read(id, extraction, ct);
        db.ChangeTracker.Clear();
        var document = await Find(id, ct);
        string? words = document.ProblemText;
        if (confirmAll && document.State == DocumentState.Review && document.PersonalData == 0)
            await importing.AnswerRemarks(id, ct);
        if (confirmCertain && (confirmAll || document.State == DocumentState.Read) && document.State is DocumentState.Read or DocumentState.Review)
            words = (await importing.Confirm(id, null, ct))?.Text;
        db.ChangeTracker.Clear();
        document = await Find(id, ct);
        if (words is null && document.State == DocumentState.Review)
            words = document.OpenQuestions == 1 ? "1 fråga att besvara" : $"{document.OpenQuestions} frågor att besvara";
        return new(fileName, document.State, words, received.AlreadyKnown);
    }

    Task<Document> Find(Guid id, CancellationToken ct) => db.Set<Document>().Include(d => d.Confirmations).SingleAsync(d => d.Id == id, ct);
}
