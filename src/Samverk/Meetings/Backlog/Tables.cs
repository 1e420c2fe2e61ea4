using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Meetings.Backlog;

sealed class Tables : IEntityTypeConfiguration<BacklogEntry>
{
    public void Configure(EntityTypeBuilder<BacklogEntry> builder)
    {
        builder.ToTable("meetings_backlog");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasConversion<string>();
        builder.Property(e => e.From).HasColumnName("AskedFrom");
        builder.HasIndex(e => new { e.Area, e.Body, e.WithdrawnAt });
        builder.HasIndex(e => e.Meeting);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(e => e.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BacklogEntry>().WithMany().HasForeignKey(e => e.AskedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BacklogEntry>().WithMany().HasForeignKey(e => e.SentAs).OnDelete(DeleteBehavior.Restrict);
    }
}
