using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations;

sealed class BodyRulesTables : IEntityTypeConfiguration<BodyRules>
{
    public void Configure(EntityTypeBuilder<BodyRules> builder)
    {
        builder.ToTable("organisations_body_rules");
        builder.HasKey(r => r.Body);
        builder.Property(r => r.Body).ValueGeneratedNever();
        builder.Property(r => r.Deputies).HasConversion<string>();
        builder.Property(r => r.Quorum).HasConversion<string>();
        builder.Property(r => r.Order).HasColumnName("AdjustingOrder").HasConversion<string>();
        builder.HasOne<Body>().WithOne().HasForeignKey<BodyRules>(r => r.Body).OnDelete(DeleteBehavior.Restrict);
    }
}
