using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Meetings.Publishing;

sealed class Tables : IEntityTypeConfiguration<Publication>, IEntityTypeConfiguration<PublishedMask>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("meetings_publication");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Meeting).IsUnique().HasFilter("withdrawn_at is null");
        builder.HasIndex(p => new { p.Area, p.At });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Masks).WithOne().HasForeignKey(m => m.Publication).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PublishedMask> builder)
    {
        builder.ToTable("meetings_published_mask");
        builder.HasKey(m => new { m.Publication, m.Position });
        builder.Property(m => m.Kind).HasConversion<string>();
    }
}
