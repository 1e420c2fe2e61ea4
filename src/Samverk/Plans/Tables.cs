using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Plans;

sealed class Tables : IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<WithdrawnMeeting>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("plans_assignment");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.Area, a.DueOrder, a.Id });
        builder.HasIndex(a => new { a.Area, a.Body, a.On });
        builder.HasIndex(a => new { a.Area, a.On });
        builder.HasIndex(a => new { a.Area, a.AssigneePerson });
        builder.HasIndex(a => a.Meeting);
        builder.ComplexProperty(a => a.Source);
        builder.OwnsOne(a => a.Report, r =>
        {
            r.ToTable("plans_report");
            r.WithOwner().HasForeignKey("assignment");
        });
    }

    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("plans_deadline");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.Area, d.DateLast });
        builder.HasIndex(d => d.Meeting);
        builder.ComplexProperty(d => d.Source);
    }

    public void Configure(EntityTypeBuilder<WithdrawnMeeting> builder)
    {
        builder.ToTable("plans_withdrawn_meeting");
        builder.HasKey(w => w.Meeting);
        builder.Property(w => w.Meeting).ValueGeneratedNever();
    }
}
