using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Import;

sealed class Tables :
    IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<Confirmation>,
    IEntityTypeConfiguration<Chunk>, IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable("import_batch");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => new { b.Area, b.At });
    }

    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("import_document");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Area, d.Batch, d.Position }).IsUnique();
        builder.HasIndex(d => new { d.Area, d.Sha256 }).IsUnique();
        builder.HasOne<Batch>().WithMany().HasForeignKey(d => d.Batch).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Confirmations).WithOne().HasForeignKey(c => c.Document).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.ToTable("import_confirmation");
        builder.HasKey(c => new { c.Document, c.Number });
        builder.HasIndex(c => new { c.Area, c.Meeting });
        builder.OwnsOne(c => c.Undoing, u =>
        {
            u.ToTable("import_undoing");
            u.WithOwner().HasForeignKey("document", "number");
        });
    }

    public void Configure(EntityTypeBuilder<Chunk> builder)
    {
        builder.ToTable("import_chunk");
        builder.HasKey(c => new { c.Document, c.Number });
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.Document).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("import_reading");
        builder.HasKey(r => r.Document);
        builder.Property(r => r.Document).ValueGeneratedNever();
        builder.HasOne<Document>().WithOne().HasForeignKey<Reading>(r => r.Document).OnDelete(DeleteBehavior.Restrict);
    }
}
