using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

sealed class AdjustingTables :
    IEntityTypeConfiguration<FrozenText>, IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<AdjustmentComment>,
    IEntityTypeConfiguration<ReadText>, IEntityTypeConfiguration<SealedMinutes>, IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<FrozenText> builder)
    {
        builder.ToTable("meetings_frozen_text");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Text).AsJson();
        builder.Ignore(t => t.Waiting);
        builder.Property(t => t.Address).HasMaxLength(200);
        builder.HasIndex(t => new { t.Meeting, t.Version }).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(t => t.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Approvals).WithOne().HasForeignKey(a => a.Text).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(t => t.Approvals).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("meetings_approval");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.Text, a.Person }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("meetings_objection");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.Text);
        builder.HasOne<FrozenText>().WithMany().HasForeignKey(o => o.Text).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AdjustmentComment> builder)
    {
        builder.ToTable("meetings_adjustment_comment");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Meeting, c.At });
    }

    public void Configure(EntityTypeBuilder<ReadText> builder)
    {
        builder.ToTable("meetings_read_text");
        builder.HasKey(r => new { r.Meeting, r.Person, r.Version });
    }

    public void Configure(EntityTypeBuilder<SealedMinutes> builder)
    {
        builder.ToTable("meetings_sealed_minutes");
        builder.HasKey(m => m.Meeting);
        builder.Property(m => m.Meeting).ValueGeneratedNever();
        builder.HasOne<FrozenText>().WithMany().HasForeignKey(m => m.Text).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("meetings_correction");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Meeting, c.At });
    }
}
