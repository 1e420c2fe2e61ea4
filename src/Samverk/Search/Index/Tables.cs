using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Search;

sealed class Tables :
    IEntityTypeConfiguration<Entry>, IEntityTypeConfiguration<IndexTerm>, IEntityTypeConfiguration<Posting>, IEntityTypeConfiguration<EntryBlock>,
    IEntityTypeConfiguration<IndexState>, IEntityTypeConfiguration<Waiting>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("search_entry");
        builder.HasKey(e => new { e.Area, e.Number });
        builder.HasIndex(e => new { e.Area, e.Follows });
    }

    public void Configure(EntityTypeBuilder<IndexTerm> builder)
    {
        builder.ToTable("search_term");
        builder.HasKey(t => new { t.Area, t.Number });
        builder.HasIndex(t => new { t.Area, t.Stem }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("search_posting");
        builder.HasKey(p => new { p.Area, p.Term, p.Block });
    }

    public void Configure(EntityTypeBuilder<EntryBlock> builder)
    {
        builder.ToTable("search_block");
        builder.HasKey(b => new { b.Area, b.Block });
    }

    public void Configure(EntityTypeBuilder<IndexState> builder)
    {
        builder.ToTable("search_state");
        builder.HasKey(s => s.Area);
        builder.Property(s => s.Area).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Waiting> builder)
    {
        builder.ToTable("search_waiting");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasIndex(w => new { w.Area, w.Id });
    }
}
