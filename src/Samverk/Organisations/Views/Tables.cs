using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations.Views;

sealed class Tables : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("organisations_saved_view");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.Area, v.Person, v.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
