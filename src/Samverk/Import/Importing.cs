using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samverk.Agreements;
using Samverk.Import.Files;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Reading;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>A file handed over.</summary>
public sealed record HandedOver(string FileName, byte[] Content);

/// <summary>A file that is kept.</summary>
/// <param name="AlreadyKnown">It was kept before, byte for byte; that document is shown instead of a second one.</param>
public sealed record Received(Guid Document, bool AlreadyKnown);

/// <summary>The verbs of importing: receive, read, keep, confirm, undo.</summary>
public sealed class Importing(SamverkDb db, Work work, AreaDirectory directory, MeetingsRecord meetings, PlansRecord plans, AgreementsRecord agreements, Drafts drafts, TimeProvider clock)
{
    /// <summary>The outbox kind of reading a document.</summary>
    internal const string ReadKind = "import.read";

    internal static Refusal NoDocument { get; } = new("no-document", "Dokumentet finns inte.");

    /// <summary>Keeps files and queues them for reading. A file that is already kept, byte for byte, is not kept twice.</summary>
    /// <returns>The batch, and what became of each file.</returns>
    public async Task<(Guid Batch, IReadOnlyList<Received> Files)> Receive(string batchName, IReadOnlyList<HandedOver> files, Guid? by, CancellationToken ct)
    {
        var batch = Guid.Empty;
        List<Received> received = [];
        await Once(async () =>
        {
            var row = new Batch(db.Area, await Owner(ct), batchName, clock.Now(), by);
            batch = db.Add(row).Entity.Id;
            received = await Keep(row, 0, files, by, ct);
        }, ct);
        return (batch, received);
    }

    /// <summary>Keeps more files in a batch.</summary>
    public async Task<IReadOnlyList<Received>> ReceiveMore(Guid batch, IReadOnlyList<HandedOver> files, Guid? by, CancellationToken ct)
    {
        List<Received> received = [];
        await Once(async () =>
        {
            var row = await db.Set<Batch>().SingleAsync(b => b.Id == batch, ct);
            var next = await db.Set<Document>().Where(d => d.Batch == batch).MaxAsync(d => (int?)d.Position + 1, ct) ?? 0;
            received = await Keep(row, next, files, by, ct);
        }, ct);
        return received;
    }

    // Another node may keep the same file at the same moment: looked at again, the file is known.
    async Task Once(Func<Task> keep, CancellationToken ct)
    {
        const int most = 5;
        for (var tries = 1; ; tries++)
            try
            {
                await work.Must(keep, ct);
                return;
            }
            catch (DbUpdateException e) when (tries < most && e.InnerException is DbException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
            {
                // The next try sees what the other node has kept.
            }
    }

    async Task<List<Received>> Keep(Batch batch, int position, IReadOnlyList<HandedOver> files, Guid? by, CancellationToken ct)
    {
        var hashed = files.Select(f => (File: f, Sha: Convert.ToHexStringLower(SHA256.HashData(f.Content)))).ToList();
        var hashes = hashed.ConvertAll(h => h.Sha);
        var known = await db.Set<Document>().Where(d => hashes.Contains(d.Sha256)).ToDictionaryAsync(d => d.Sha256, d => d.Id, ct);
        List<Received> received = [];
        foreach (var (file, sha) in hashed)
        {
            if (known.TryGetValue(sha, out var same))
            {
                received.Add(new(same, true));
                continue;
            }
            var document = new Document(batch, position++, file.FileName, sha, file.Content.LongLength, clock.Now(), by);
            known.Add(sha, document.Id);
            received.Add(new(document.Id, false));
            db.Add(document);
            db.AddRange(file.Content.Chunk(Chunk.Size).Select((bytes, i) => new Chunk(db.Area, document.Id, i, bytes)));
            db.Add(new OutboxRow(db.Area, ReadKind, document.Id, clock.Now()));
        }
        return received;
    }

    // The region keeps the collaboration's originals until a body's host is known by confirmation.
    async Task<Guid> Owner(CancellationToken ct) =>
        (await directory.Organisations(ct)).First(o => o.Kind == OrganisationKind.Region).Id;

    /// <summary>Reads a kept document; called by the outbox, as often as it likes.</summary>
    internal async Task Read(Guid id, TextExtraction extraction, CancellationToken ct)
    {
        var document = await db.Set<Document>().Include(d => d.Confirmations).SingleAsync(d => d.Id == id, ct);
        if (document.ReadAt is not null)
            return;
        var extracted = await extraction.Extract(document.FileName, await Content(id, ct), ct);
        var known = await Known.Load(directory, ct);
        // Before the transaction: a long document takes seconds, and nobody else may write meanwhile.
        var (read, problem) = ReadText<ReadDocument>.Of(extracted, text => ReadDocument.Of(text, known));
        await work.Must(async () =>
        {
            var row = await db.Set<Document>().AsTracking().Include(d => d.Confirmations).SingleAsync(d => d.Id == id, ct);
            if (row.ReadAt is not null)
                return;
            if (read is null)
            {
                row.CouldNotBeRead(problem!.Code, problem.Text, clock.Now());
                return;
            }
            row.WasRead(read.Review, read.PersonalData, clock.Now());
            db.Add(new Reading(db.Area, id, read.Pages, read.Review));
        }, ct);
    }

    sealed record ReadDocument(string Pages, Review Review, int PersonalData)
    {
        public static ReadDocument Of(DocumentText text, Known known)
        {
            var personalData = Import.PersonalData.Find(text.Text);
            return new(JsonSerializer.Serialize(text.Pages), ReviewBuilder.Build(MinutesReader.Read(text), known, personalData), personalData.Count);
        }
    }

    /// <summary>An original's bytes.</summary>
    public async Task<byte[]> Content(Guid document, CancellationToken ct) =>
        [.. (await db.Set<Chunk>().Where(c => c.Document == document).OrderBy(c => c.Number).Select(c => c.Bytes).ToListAsync(ct)).SelectMany(b => b)];

    /// <summary>Keeps an edited review.</summary>
    /// <param name="seenVersion">The version that the person edited.</param>
    internal Task<Refusal?> Save(Guid id, Review review, int seenVersion, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(await drafts.IsSeenBy(actor, id, ct) ? null : NoDocument);
        var (document, reading) = await Load(id, ct);
        document.Edited(review, seenVersion);
        reading.Keep(review);
    }, ct);

    /// <summary>Answers the reader's remarks as seen; questions that need a choice stay open.</summary>
    internal Task<Refusal?> AnswerRemarks(Guid id, CancellationToken ct) => work.Do(async () =>
    {
        var (document, reading) = await Load(id, ct);
        var review = reading.Review;
        foreach (var remark in review.Questions.Where(q => q.Field is null))
            remark.Answer ??= "ok";
        document.Edited(review, document.Version);
        reading.Keep(review);
    }, ct);

    /// <summary>Confirms the kept review: its facts enter the record.</summary>
    /// <param name="actor">Who confirms; null for the command line, which acts for the installation.</param>
    internal Task<Refusal?> Confirm(Guid id, Actor? actor, CancellationToken ct) => work.Do(async () =>
    {
        var (document, reading) = await Load(id, ct);
        Refusal.Heed(document.MayConfirm());
        var review = reading.Review;
        Refusal.Heed(ReviewFacts.Fault(review));
        var (at, by) = (clock.Now(), actor?.Person);
        var body = review.Body is { } known ? await directory.Body(known, ct) : await directory.AddBody(review.BodyName!.Trim(), at, by, ct);
        Refusal.Heed(body is null ? new("no-body", "Organet finns inte längre. Välj ett annat.") : actor?.MayRecord(body.Id));
        var knownNow = await Known.Load(directory, ct);
        var people = await People(review, knownNow, at, by, ct);
        var minutes = ReviewFacts.Minutes(review, body!.Id, id, people, knownNow);
        var meeting = await meetings.Record(body, minutes, at, by, ct);
        plans.Record(body, meeting, minutes.On, ReviewFacts.Assignments(review, name => Assignee(name, people, knownNow)), ReviewFacts.Deadlines(review));
        await agreements.Record(body, meeting, minutes.On, ReviewFacts.Agreements(review), ReviewFacts.Consultations(review), at, by, ct);
        if (review.Body is not null && !string.IsNullOrWhiteSpace(review.BodyName) && Swedish.Fold(review.BodyName) != Swedish.Fold(body.Name))
            await directory.RememberBody(review.BodyName, body.Id, ct);
        document.Confirm(meeting, body.Id, at, by);
    }, ct);

    /// <summary>Why a confirmation can't be undone; null when it can.</summary>
    internal async Task<Refusal?> MayUndo(Guid id, Actor? actor, CancellationToken ct)
    {
        var document = await db.Set<Document>().Include(d => d.Confirmations).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document?.Live is not { } live)
            return new("not-confirmed", "Dokumentet är inte bekräftat.");
        return actor?.MayRecord(await meetings.BodyOf(live.Meeting, ct)) ?? await plans.MayWithdraw(live.Meeting, ct);
    }

    /// <summary>Undoes a confirmation: the meeting and all its facts leave the registers.</summary>
    internal Task<Refusal?> Undo(Guid id, Actor? actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(await MayUndo(id, actor, ct));
        var (document, _) = await Load(id, ct);
        var meeting = document.Live!.Meeting;
        await meetings.Withdraw(meeting, clock.Now(), actor?.Person, ct);
        document.Undo(clock.Now(), actor?.Person);
    }, ct);

    async Task<(Document, Reading)> Load(Guid id, CancellationToken ct)
    {
        var document = await db.Set<Document>().AsTracking().Include(d => d.Confirmations).SingleOrDefaultAsync(d => d.Id == id, ct);
        Refusal.Heed(document is null ? NoDocument : null);
        var reading = await db.Set<Reading>().AsTracking().SingleOrDefaultAsync(r => r.Document == id, ct);
        Refusal.Heed(reading is null ? document!.MayConfirm() ?? new("not-read", "Dokumentet är inte läst.") : null);
        return (document!, reading!);
    }

    async Task<Dictionary<ReviewAttendance, Guid?>> People(Review review, Known known, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var people = new Dictionary<ReviewAttendance, Guid?>();
        foreach (var fact in review.Attendance.Where(a => !a.Removed))
        {
            people[fact] = fact.Who switch
            {
                "new" => directory.AddPerson(fact.Name.Trim(), null, fact.Organisation ?? known.Organisation(fact.OrganisationName)?.Id, at, by),
                { } who when who.StartsWith("person:", StringComparison.Ordinal) && Guid.TryParse(who.AsSpan(7), out var id) && known.People.Any(p => p.Id == id) => id,
                _ => null,
            };
            if (people[fact] is { } person && fact.Who != "new")
                await directory.Remember(fact.Name, person, ct);
        }
        return people;
    }

    // By full name among those present, then by first name where only one present has it, then among all known.
    static Guid? Assignee(string name, Dictionary<ReviewAttendance, Guid?> people, Known known)
    {
        var folded = Swedish.Fold(name);
        var full = people.Where(p => Swedish.Fold(p.Key.Name) == folded).ToList();
        if (full.Count == 1)
            return full[0].Value;
        var first = people.Where(p => Swedish.Fold(p.Key.Name).Split(' ')[0] == folded).ToList();
        if (first.Count == 1)
            return first[0].Value;
        return known.Named(name) is [var only] ? only.Id : null;
    }
}
