using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations.ApiAccess;

sealed class Tables : IEntityTypeConfiguration<AccessToken>, IEntityTypeConfiguration<ConnectedSystem>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("organisations_access_token");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Scope).HasConversion<string>();
        builder.HasIndex(t => new { t.Area, t.SecretHash }).IsUnique();
        builder.HasIndex(t => new { t.Area, t.Person });
        builder.HasIndex(t => new { t.Area, t.System });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ConnectedSystem>().WithMany().HasForeignKey(t => t.System).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConnectedSystem> builder)
    {
        builder.ToTable("organisations_system");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.Area, s.NameSort });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
