using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Agreements.Texts;

sealed class TextTables : IEntityTypeConfiguration<AgreementText>
{
    public void Configure(EntityTypeBuilder<AgreementText> builder)
    {
        builder.ToTable("agreements_text");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.Agreement, t.Number }).IsUnique();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(t => t.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}
