using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

sealed class NoticeTables : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeRecipient>, IEntityTypeConfiguration<AgendaVersion>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("meetings_notice");
        builder.HasKey(n => n.Meeting);
        builder.Property(n => n.Meeting).ValueGeneratedNever();
        builder.Property(n => n.Told).AsJson();
        builder.HasOne<Meeting>().WithOne().HasForeignKey<Notice>(n => n.Meeting).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoticeRecipient> builder)
    {
        builder.ToTable("meetings_notice_recipient");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasConversion<string>();
        builder.Property(r => r.Answer).HasConversion<string>();
        builder.HasIndex(r => new { r.Meeting, r.Position });
        builder.HasIndex(r => new { r.Area, r.Person });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(r => r.Meeting).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgendaVersion> builder)
    {
        builder.ToTable("meetings_agenda_version");
        builder.HasKey(v => new { v.Meeting, v.Version });
        builder.Property(v => v.Agenda).AsJson();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(v => v.Meeting).OnDelete(DeleteBehavior.Restrict);
    }
}
