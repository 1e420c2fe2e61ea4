using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Disclosure;

sealed class Tables : IEntityTypeConfiguration<DisclosureRequest>, IEntityTypeConfiguration<DisclosureItem>
{
    public void Configure(EntityTypeBuilder<DisclosureRequest> builder)
    {
        builder.ToTable("disclosure_request");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Area, r.Owner, r.ReceivedOn });
        builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.Request).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DisclosureItem> builder)
    {
        builder.ToTable("disclosure_item");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasConversion<string>();
        builder.Property(i => i.Outcome).HasConversion<string>();
        builder.HasIndex(i => i.Request);
    }
}
