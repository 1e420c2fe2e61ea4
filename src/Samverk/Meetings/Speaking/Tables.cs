using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Meetings.Desk;
using Samverk.Storage;

namespace Samverk.Meetings.Speaking;

sealed class Tables : IEntityTypeConfiguration<Speech>
{
    public void Configure(EntityTypeBuilder<Speech> builder)
    {
        builder.ToTable("meetings_speech");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasConversion<string>();
        builder.HasIndex(s => new { s.Item, s.Position });
        builder.HasIndex(s => s.Meeting);
        builder.HasOne<DraftItem>().WithMany().HasForeignKey(s => s.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Participant>().WithMany().HasForeignKey(s => s.Participant).OnDelete(DeleteBehavior.Restrict);
    }
}
