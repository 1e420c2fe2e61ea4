using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

sealed class DisputesTables :
    IEntityTypeConfiguration<Ladder>, IEntityTypeConfiguration<Dispute>, IEntityTypeConfiguration<DisputeStep>, IEntityTypeConfiguration<DisputeParty>, IEntityTypeConfiguration<DisputeAct>, IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Ladder> builder)
    {
        builder.ToTable("agreements_ladder");
        builder.HasKey(l => new { l.Agreement, l.Number });
        builder.Property(l => l.Steps).AsJson();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(l => l.Agreement).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("agreements_dispute");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.State).HasConversion<string>();
        builder.Ignore(d => d.Here);
        builder.HasIndex(d => new { d.Area, d.RaisedOn });
        builder.HasIndex(d => new { d.Area, d.State, d.LastDay });
        builder.HasIndex(d => d.Agreement);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(d => d.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.Dispute).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Parties).WithOne().HasForeignKey(p => p.Dispute).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Acts).WithOne().HasForeignKey(a => a.Dispute).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DisputeStep> builder)
    {
        builder.ToTable("agreements_dispute_step");
        builder.HasKey(s => new { s.Dispute, s.Position });
        builder.HasIndex(s => new { s.Area, s.Body });
    }

    public void Configure(EntityTypeBuilder<DisputeParty> builder)
    {
        builder.ToTable("agreements_dispute_party");
        builder.HasKey(p => new { p.Dispute, p.Organisation });
        builder.HasIndex(p => new { p.Area, p.Organisation });
    }

    public void Configure(EntityTypeBuilder<DisputeAct> builder)
    {
        builder.ToTable("agreements_dispute_act");
        builder.HasKey(a => new { a.Dispute, a.Position });
        builder.Property(a => a.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("agreements_position");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Dispute, p.Step, p.Organisation, p.Number }).IsUnique();
        builder.HasOne<DisputeParty>().WithMany().HasForeignKey(p => new { p.Dispute, p.Organisation }).OnDelete(DeleteBehavior.Restrict);
    }
}
