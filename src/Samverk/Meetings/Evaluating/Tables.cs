using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Meetings.Evaluating;

sealed class Tables : IEntityTypeConfiguration<Evaluation>, IEntityTypeConfiguration<EvaluationInvitation>, IEntityTypeConfiguration<EvaluationAnswer>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("meetings_evaluation");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Own).AsJson();
        builder.HasIndex(e => new { e.Body, e.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvaluationInvitation> builder)
    {
        builder.ToTable("meetings_evaluation_invitation");
        builder.HasKey(i => new { i.Evaluation, i.Person });
        builder.HasIndex(i => new { i.Area, i.Person });
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(i => i.Evaluation).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvaluationAnswer> builder)
    {
        builder.ToTable("meetings_evaluation_answer");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.Evaluation);
        builder.HasOne<Evaluation>().WithMany().HasForeignKey(a => a.Evaluation).OnDelete(DeleteBehavior.Restrict);
    }
}
