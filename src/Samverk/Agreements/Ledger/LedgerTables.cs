using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Agreements.Ledger;

sealed class LedgerTables : IEntityTypeConfiguration<AdoptionRound>, IEntityTypeConfiguration<Adoption>, IEntityTypeConfiguration<AdoptionAct>, IEntityTypeConfiguration<AdoptionPaper>, IEntityTypeConfiguration<EffectCertificate>
{
    public void Configure(EntityTypeBuilder<AdoptionRound> builder)
    {
        builder.ToTable("agreements_round");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.Agreement, r.Number }).IsUnique();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(r => r.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Adoptions).WithOne().HasForeignKey(a => a.Round).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Adoptions).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Adoption> builder)
    {
        builder.ToTable("agreements_adoption");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.State).HasConversion<string>();
        builder.Ignore(a => a.RemindNext);
        builder.HasIndex(a => new { a.Agreement, a.Version, a.Organisation });
        builder.HasIndex(a => new { a.Area, a.Organisation, a.ClosedAt, a.State });
        builder.HasIndex(a => new { a.Area, a.AnswerBy });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Acts).WithOne().HasForeignKey(a => a.Adoption).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(a => a.Acts).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<AdoptionAct> builder)
    {
        builder.ToTable("agreements_adoption_act");
        builder.HasKey(a => new { a.Adoption, a.Position });
        builder.Property(a => a.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<AdoptionPaper> builder)
    {
        builder.ToTable("agreements_adoption_paper");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Adoption);
        builder.HasOne<Adoption>().WithMany().HasForeignKey(p => p.Adoption).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EffectCertificate> builder)
    {
        builder.ToTable("agreements_certificate");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Agreement, c.At });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(c => c.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}
