using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Meetings.Desk;
using Samverk.Storage;

namespace Samverk.Meetings.Groups;

sealed class Tables : IEntityTypeConfiguration<GroupDiscussion>, IEntityTypeConfiguration<DiscussionGroup>, IEntityTypeConfiguration<GroupLine>, IEntityTypeConfiguration<GroupLineVersion>
{
    public void Configure(EntityTypeBuilder<GroupDiscussion> builder)
    {
        builder.ToTable("meetings_group_discussion");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.Meeting);
        builder.HasIndex(d => d.Item);
        builder.HasOne<DraftItem>().WithMany().HasForeignKey(d => d.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Groups).WithOne().HasForeignKey(g => g.Discussion).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(d => d.Groups).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<DiscussionGroup> builder)
    {
        builder.ToTable("meetings_discussion_group");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Members).AsJson();
    }

    public void Configure(EntityTypeBuilder<GroupLine> builder)
    {
        builder.ToTable("meetings_group_line");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => l.Discussion);
        builder.HasOne<DiscussionGroup>().WithMany().HasForeignKey(l => l.Group).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GroupLineVersion> builder)
    {
        builder.ToTable("meetings_group_line_version");
        builder.HasKey(v => new { v.Line, v.Version });
        builder.HasOne<GroupLine>().WithMany().HasForeignKey(v => v.Line).OnDelete(DeleteBehavior.Restrict);
    }
}
