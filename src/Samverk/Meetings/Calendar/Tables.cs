using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Meetings.Calendar;

sealed class Tables : IEntityTypeConfiguration<MeetingSeries>, IEntityTypeConfiguration<SeriesDay>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> builder)
    {
        builder.ToTable("meetings_series");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasConversion<string>();
        builder.Property(s => s.Weekday).HasConversion<string>();
        builder.Property(s => s.From).HasColumnName("FirstDay");
        builder.Property(s => s.To).HasColumnName("LastDay");
        builder.HasIndex(s => new { s.Area, s.Body });
        builder.HasMany(s => s.Days).WithOne().HasForeignKey(d => d.Series).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SeriesDay> builder)
    {
        builder.ToTable("meetings_series_day");
        builder.HasKey(d => new { d.Series, d.Day });
        builder.HasIndex(d => new { d.Area, d.Meeting });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.Meeting).OnDelete(DeleteBehavior.Restrict);
    }
}
