using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Plans;

sealed class Tables : IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<AssignmentAct>, IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<WithdrawnMeeting>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("plans_assignment");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasConversion<string>();
        builder.Property(a => a.State).HasConversion<string>();
        builder.Property(a => a.AssigneeRole).HasConversion<string>();
        builder.HasIndex(a => new { a.Area, a.DueOrder, a.Id });
        builder.HasIndex(a => new { a.Area, a.Body, a.On, a.Meeting });
        // The register's order, and all that its counts ask: they never look at the rows themselves.
        builder.HasIndex(a => new { a.Area, a.On, a.Id, a.Meeting, a.Body, a.DueOrder, a.State });
        builder.HasIndex(a => new { a.Area, a.AssigneePerson });
        builder.HasIndex(a => new { a.Area, a.AssigneeOrganisation });
        builder.HasIndex(a => new { a.Area, a.AssigneeRole, a.Body });
        builder.HasIndex(a => a.Meeting);
        builder.ComplexProperty(a => a.Source);
        builder.HasMany(a => a.Acts).WithOne().HasForeignKey(x => x.Assignment).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssignmentAct> builder)
    {
        builder.ToTable("plans_act");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.State).HasConversion<string>();
        builder.HasIndex(x => new { x.Assignment, x.Id });
        builder.HasIndex(x => x.Meeting);
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
