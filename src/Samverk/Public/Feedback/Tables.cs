using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Public.Feedback;

sealed class Tables : IEntityTypeConfiguration<AccessibilityFeedback>
{
    public void Configure(EntityTypeBuilder<AccessibilityFeedback> builder)
    {
        builder.ToTable("public_feedback");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => new { f.Area, f.At });
    }
}
