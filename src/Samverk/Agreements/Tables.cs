using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Agreements;

sealed class Tables :
    IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<AgreementAct>, IEntityTypeConfiguration<AgreementMention>, IEntityTypeConfiguration<WithdrawnMeeting>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements_agreement");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.Area, a.NameSort });
        builder.HasIndex(a => new { a.Area, a.Folded }).IsUnique();
        builder.Property(a => a.State).HasConversion<string>();
        builder.Property(a => a.Kind).HasConversion<string>();
        builder.Property(a => a.Rule).AsJson();
        builder.HasMany(a => a.Parties).WithOne().HasForeignKey(p => p.Agreement).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Acts).WithOne().HasForeignKey(a => a.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(a => a.Parties).AutoInclude();
        builder.Navigation(a => a.Acts).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("agreements_party");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Agreement, p.Organisation });
        builder.HasIndex(p => new { p.Area, p.Organisation });
    }

    public void Configure(EntityTypeBuilder<AgreementAct> builder)
    {
        builder.ToTable("agreements_act");
        builder.HasKey(a => new { a.Agreement, a.Position });
        builder.Property(a => a.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<AgreementMention> builder)
    {
        builder.ToTable("agreements_mention");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.State).HasConversion<string>();
        builder.HasIndex(m => new { m.Area, m.Agreement, m.On });
        builder.HasIndex(m => m.Meeting);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(m => m.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(m => m.Source);
    }

    public void Configure(EntityTypeBuilder<WithdrawnMeeting> builder)
    {
        builder.ToTable("agreements_withdrawn_meeting");
        builder.HasKey(w => w.Meeting);
        builder.Property(w => w.Meeting).ValueGeneratedNever();
    }
}
