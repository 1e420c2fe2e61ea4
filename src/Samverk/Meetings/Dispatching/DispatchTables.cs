using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Meetings.Adjusting;

namespace Samverk.Meetings.Dispatching;

sealed class DispatchTables : IEntityTypeConfiguration<Dispatch>, IEntityTypeConfiguration<DispatchAct>
{
    public void Configure(EntityTypeBuilder<Dispatch> builder)
    {
        builder.ToTable("meetings_dispatch");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Way).HasConversion<string>();
        builder.Property(d => d.State).HasConversion<string>();
        builder.HasIndex(d => new { d.Meeting, d.Running }).IsUnique();
        builder.HasIndex(d => new { d.Meeting, d.Organisation }).IsUnique();
        builder.HasIndex(d => new { d.Area, d.On, d.Meeting });
        builder.HasIndex(d => new { d.Area, d.Organisation, d.State });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.Meeting).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrozenText>().WithMany().HasForeignKey(d => d.Text).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Acts).WithOne().HasForeignKey(a => a.Dispatch).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(d => d.Acts).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<DispatchAct> builder)
    {
        builder.ToTable("meetings_dispatch_act");
        builder.HasKey(a => new { a.Dispatch, a.Position });
        builder.Property(a => a.Kind).HasConversion<string>();
    }
}
