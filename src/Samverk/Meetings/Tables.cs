using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Meetings;

sealed class Tables :
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Decision>,
    IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<ProposedItem>, IEntityTypeConfiguration<Attachment>,
    IEntityTypeConfiguration<Announcement>, IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings_meeting");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Format).HasConversion<string>();
        builder.HasIndex(m => new { m.Area, m.On });
        builder.HasIndex(m => new { m.Area, m.Body, m.On });
        builder.HasIndex(m => new { m.Area, m.Document });
        builder.HasIndex(m => m.ReplacedBy);
        builder.HasIndex(m => new { m.Area, m.On, m.Body }, "ix_meetings_meeting_published").HasFilter("publication is not null");
        builder.HasOne(m => m.Withdrawal).WithOne().HasForeignKey<Withdrawal>(w => w.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(m => m.Withdrawal).AutoInclude();
        builder.HasMany(m => m.Attendance).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Items).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Decisions).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Questions).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.ProposedItems).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Attachments).WithOne().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("meetings_withdrawal");
        builder.HasKey(w => w.Meeting);
        builder.Property(w => w.Meeting).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("meetings_attendance");
        builder.HasKey(a => new { a.Meeting, a.Position });
        builder.Property(a => a.Role).HasConversion<string>();
        builder.Property(a => a.Presence).HasConversion<string>();
        builder.HasIndex(a => new { a.Area, a.Person });
        // All that counting by organisation asks.
        builder.HasIndex(a => new { a.Area, a.Organisation, a.Meeting, a.Presence });
        builder.ComplexProperty(a => a.Source);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("meetings_item");
        builder.HasKey(i => new { i.Meeting, i.Position });
        builder.ComplexProperty(i => i.Source);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("meetings_decision");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Outcome).HasConversion<string>();
        builder.HasIndex(d => new { d.Area, d.Number }).IsUnique();
        // The register's order, so that a page sorts nothing, and all that its counts ask: they never look at the rows themselves.
        builder.HasIndex(d => new { d.Area, d.On, d.Meeting, d.Position, d.Body, d.Outcome }).IsDescending(false, true, false, false, false, false);
        builder.HasIndex(d => new { d.Area, d.Body, d.On, d.Meeting });
        builder.HasIndex(d => d.Meeting);
        builder.ComplexProperty(d => d.Source);
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("meetings_question");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.HasIndex(q => new { q.Meeting, q.Position }).IsUnique();
        builder.HasIndex(q => new { q.Area, q.On });
        builder.ComplexProperty(q => q.Source);
    }

    public void Configure(EntityTypeBuilder<ProposedItem> builder)
    {
        builder.ToTable("meetings_proposed_item");
        builder.HasKey(p => new { p.Meeting, p.Position });
        builder.ComplexProperty(p => p.Source);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("meetings_attachment");
        builder.HasKey(a => new { a.Meeting, a.Position });
        builder.ComplexProperty(a => a.Source);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("meetings_announcement");
        builder.HasKey(a => new { a.Meeting, a.AnnouncedBy });
        builder.HasIndex(a => a.AnnouncedBy);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.AnnouncedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
