using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Documents;

/// <summary>A file that belongs to an item of an agenda: what the meeting is to read before it.</summary>
internal sealed class AgendaDocument : Remembering, IOwned
{
    AgendaDocument() { }

    public AgendaDocument(Meeting meeting, DraftItem item, string name, byte[] bytes, DateTimeOffset at, Guid by)
    {
        (Area, Owner, Meeting, Item, Name, Bytes, Size, AddedAt, AddedBy) = (meeting.Area, meeting.Owner, meeting.Id, item.Id, name, bytes, bytes.Length, at, by);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        // What is restricted isn't named in a history that others of the body read.
        Remember(new AgendaDocumentAdded(Meeting, Id, item.Restriction is null ? name : "en handling under sekretess", at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Item { get; private set; }
    public string Name { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public int Size { get; private set; }
    public byte[] Bytes { get; private set; } = [];
    public DateTimeOffset AddedAt { get; private set; }
    public Guid AddedBy { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(bool isNamed, DateTimeOffset at, Guid by)
    {
        RemovedAt = at;
        Remember(new AgendaDocumentRemoved(Meeting, Id, isNamed ? Name : "en handling under sekretess", at, by));
    }
}

[DisplayName("Handling tillagd")]
public sealed record AgendaDocumentAdded(Guid Meeting, Guid Document, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Handlingen {Name} lades till";
}

[DisplayName("Handling borttagen")]
public sealed record AgendaDocumentRemoved(Guid Meeting, Guid Document, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Handlingen {Name} togs bort";
}

sealed class DocumentTables : IEntityTypeConfiguration<AgendaDocument>
{
    public void Configure(EntityTypeBuilder<AgendaDocument> builder)
    {
        builder.ToTable("meetings_agenda_document");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.Meeting, d.Item });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.Meeting).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed record AgendaDocumentRow(Guid Id, Guid Item, string Name, int Size, DateTimeOffset AddedAt);

/// <summary>The files of an agenda: for those to whom the meeting is open, and of what is restricted only for those who write and chair.</summary>
sealed class AgendaDocuments(SamverkDb db, Work work, TimeProvider clock)
{
    public const int MostOfMeeting = 200;

    public Task<Refusal?> Attach(Guid meetingId, Guid itemId, string name, byte[] bytes, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(SentFile.Fault(bytes.Length));
        var meeting = await db.Prepared(meetingId, actor, ct);
        Refusal.Heed(meeting.IsBefore || meeting.IsWritten ? null : new("agenda-closed", "Dagordningen kan inte ändras längre."));
        var item = await db.Set<DraftItem>().SingleOrDefaultAsync(i => i.Id == itemId && i.Meeting == meetingId, ct) ?? throw new RefusedException(new("no-item", "Punkten finns inte längre. Läs om sidan."));
        Refusal.Heed(await Standing(meetingId).CountAsync(ct) < MostOfMeeting ? null : new("files-many", $"Mötet har redan {MostOfMeeting} handlingar."));
        db.Add(new AgendaDocument(meeting, item, SafeName.Of(name), bytes, clock.Now(), actor.Person));
    }, ct);

    public Task<Refusal?> Remove(Guid meetingId, Guid id, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.Prepared(meetingId, actor, ct);
        var document = await db.Set<AgendaDocument>().AsTracking().SingleOrDefaultAsync(d => d.Id == id && d.Meeting == meetingId && d.RemovedAt == null, ct) ?? throw new RefusedException(new("no-document", "Handlingen finns inte längre. Läs om sidan."));
        document.Remove(!await IsRestricted(document.Item, ct), clock.Now(), actor.Person);
    }, ct);

    /// <summary>Those of a meeting that may be seen by those who see its items so.</summary>
    public async Task<ILookup<Guid, AgendaDocumentRow>> Of(Guid meeting, IReadOnlyList<DraftItemRow> items, CancellationToken ct)
    {
        var shown = items.Where(i => !i.IsHidden).Select(i => i.Id).ToList();
        return (await Standing(meeting).Where(d => shown.Contains(d.Item)).OrderBy(d => d.Id).Select(d => new AgendaDocumentRow(d.Id, d.Item, d.Name, d.Size, d.AddedAt)).ToListAsync(ct)).ToLookup(d => d.Item);
    }

    /// <returns>Null when there is no such document, or it isn't for this reader.</returns>
    public async Task<(string Name, byte[] Bytes)?> Content(Guid meetingId, Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        var document = await Standing(meetingId).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (meeting?.IsOpenTo(actor) != true || document is null)
            return null;
        var mayReadAll = meeting.MayReadRestricted(actor);
        return await db.Set<DraftItem>().AnyAsync(i => i.Id == document.Item && (mayReadAll || i.RestrictedBy == null), ct) ? (document.Name, document.Bytes) : null;
    }

    Task<bool> IsRestricted(Guid item, CancellationToken ct) => db.Set<DraftItem>().AnyAsync(i => i.Id == item && i.RestrictedBy != null, ct);

    IQueryable<AgendaDocument> Standing(Guid meeting) => db.Set<AgendaDocument>().Where(d => d.Meeting == meeting && d.RemovedAt == null);
}
