using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations;

sealed class CalendarTables : IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<CalendarKey> builder)
    {
        builder.ToTable("organisations_calendar_key");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.Area, k.KeyHash }).IsUnique();
        builder.HasIndex(k => new { k.Area, k.Person });
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
