using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Papers;

/// <summary>What a document of an agreement is.</summary>
public enum FileKind { Annex, Directive, TimePlan, Analysis, Instruction, Other }

/// <summary>What stands at the head of a document that is kept under control (dokumentstyrning).</summary>
/// <param name="MadeBy">Who wrote it.</param>
/// <param name="OwnedBy">Who answers for it.</param>
/// <param name="EstablishedBy">Who has decided that it holds.</param>
public sealed record FileFacts(string Title, FileKind Kind, string? MadeBy, string? OwnedBy, string? EstablishedBy, DateOnly? EstablishedOn, DateOnly? ValidTo, DateOnly? RevisedOn)
{
    public Refusal? Fault() => TextRules.Name(Title, "Titeln") ?? TextRules.OneLine(MadeBy, "Framtagen av") ?? TextRules.OneLine(OwnedBy, "Ägare") ?? TextRules.OneLine(EstablishedBy, "Fastställd av")
        ?? (ValidTo < EstablishedOn ? new Refusal("days-reversed", "Sista dagen är före dagen då handlingen fastställdes.") : null);
}

/// <summary>A document that belongs to an agreement, with its control data. Replaced by a newer one it is taken away, and stays in the history.</summary>
internal sealed class AgreementFile : Remembering, IOwned
{
    public const int MostOfAgreement = 200;

    AgreementFile() { }

    public AgreementFile(Agreement agreement, FileFacts facts, string name, byte[] bytes, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(facts.Fault() ?? SentFile.Fault(bytes.Length));
        (Area, Owner, Agreement, Facts, Name, Bytes, Size, AddedAt, AddedBy, AddedByName) = (agreement.Area, agreement.Owner, agreement.Id, facts, name, bytes, bytes.Length, at, by, byName);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Remember(new AgreementFileAdded(Agreement, Id, facts.Title.Trim(), at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Agreement { get; private set; }
    public FileFacts Facts { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public int Size { get; private set; }
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public Guid AddedBy { get; private set; }
    public string AddedByName { get; private set; } = "";
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset at, Guid by)
    {
        if (RemovedAt is not null)
            return;
        RemovedAt = at;
        Remember(new AgreementFileRemoved(Agreement, Id, Facts.Title, at, by));
    }
}

[DisplayName("Överenskommelsens handling tillagd")]
public sealed record AgreementFileAdded(Guid Agreement, Guid File, string Title, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Handlingen {Title} lades till";
}

[DisplayName("Överenskommelsens handling borttagen")]
public sealed record AgreementFileRemoved(Guid Agreement, Guid File, string Title, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"Handlingen {Title} togs bort";
}

sealed class FileTables : IEntityTypeConfiguration<AgreementFile>
{
    public void Configure(EntityTypeBuilder<AgreementFile> builder)
    {
        builder.ToTable("agreements_file");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Facts).AsJson();
        builder.HasIndex(f => f.Agreement);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(f => f.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed record FileRow(Guid Id, FileFacts Facts, string Name, int Size, DateTimeOffset AddedAt, string AddedByName);

/// <summary>The documents of agreements: kept by those who keep the agreement, read by all who read in the area.</summary>
public sealed class AgreementFiles(SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Add(Guid agreement, FileFacts facts, string name, byte[] bytes, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var of = await db.Kept(agreement, actor, ct);
        Refusal.Heed(await db.Set<AgreementFile>().CountAsync(f => f.Agreement == agreement && f.RemovedAt == null, ct) >= AgreementFile.MostOfAgreement ? new("files-many", "Det finns redan så många handlingar som får plats. Ta bort någon.") : null);
        db.Add(new AgreementFile(of, facts with { Title = facts.Title.Trim() }, SafeName.Of(name), bytes, clock.Now(), actor.Person, actor.Name));
    }, ct);

    public Task<Refusal?> Remove(Guid agreement, Guid id, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.Kept(agreement, actor, ct);
        var file = await db.Set<AgreementFile>().AsTracking().SingleOrDefaultAsync(f => f.Agreement == agreement && f.Id == id, ct) ?? throw new RefusedException(new("no-file", "Handlingen finns inte."));
        file.Remove(clock.Now(), actor.Person);
    }, ct);

    public Task<List<FileRow>> Of(Guid agreement, CancellationToken ct) =>
        db.Set<AgreementFile>().Where(f => f.Agreement == agreement && f.RemovedAt == null).OrderBy(f => f.AddedAt).Select(f => new FileRow(f.Id, f.Facts, f.Name, f.Size, f.AddedAt, f.AddedByName)).ToListAsync(ct);

    public async Task<(string Name, byte[] Bytes)?> File(Guid agreement, Guid id, CancellationToken ct) =>
        await db.Set<AgreementFile>().Where(f => f.Agreement == agreement && f.Id == id && f.RemovedAt == null).Select(f => new { f.Name, f.Bytes }).SingleOrDefaultAsync(ct) is { } file ? (file.Name, file.Bytes) : null;
}

public static class FileWords
{
    public static string Words(this FileKind kind) => kind switch
    {
        FileKind.Annex => "Bilaga",
        FileKind.Directive => "Direktiv",
        FileKind.TimePlan => "Tidplan",
        FileKind.Analysis => "Konsekvensanalys",
        FileKind.Instruction => "Tillämpning",
        FileKind.Other => "Annan handling",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
