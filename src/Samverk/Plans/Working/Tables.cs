using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Plans.Working;

sealed class Tables : IEntityTypeConfiguration<Coworker>, IEntityTypeConfiguration<AssignmentDocument>
{
    public void Configure(EntityTypeBuilder<Coworker> builder)
    {
        builder.ToTable("plans_coworker");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.Assignment);
        builder.HasIndex(c => new { c.Area, c.Person });
        builder.HasOne<Assignment>().WithMany().HasForeignKey(c => c.Assignment).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssignmentDocument> builder)
    {
        builder.ToTable("plans_document");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Assignment);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(d => d.Assignment).OnDelete(DeleteBehavior.Restrict);
    }
}
