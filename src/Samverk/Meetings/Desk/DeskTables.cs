using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Meetings.Desk;

sealed class DeskTables : IEntityTypeConfiguration<DraftItem>, IEntityTypeConfiguration<Note>, IEntityTypeConfiguration<NoteVersion>, IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<DraftItem> builder)
    {
        builder.ToTable("meetings_draft_item");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasConversion<string>();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Restriction);
        builder.Ignore(i => i.Number);
        builder.HasIndex(i => new { i.Meeting, i.Position });
        builder.HasIndex(i => i.Backlog);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(i => i.Meeting).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("meetings_note");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasConversion<string>();
        builder.Property(n => n.Content).AsJson();
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => new { n.Meeting, n.Item, n.Position });
        builder.HasOne<DraftItem>().WithMany().HasForeignKey(n => n.Item).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoteVersion> builder)
    {
        builder.ToTable("meetings_note_version");
        builder.HasKey(v => new { v.Note, v.Version });
        builder.Property(v => v.Content).AsJson();
        builder.HasOne<Note>().WithMany().HasForeignKey(v => v.Note).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("meetings_participant");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Role).HasConversion<string>();
        builder.Property(p => p.Stays).AsJson();
        builder.Property(p => p.Outs).AsJson();
        builder.HasIndex(p => new { p.Meeting, p.Position });
        builder.HasIndex(p => new { p.Area, p.Person });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.Meeting).OnDelete(DeleteBehavior.Restrict);
    }
}
