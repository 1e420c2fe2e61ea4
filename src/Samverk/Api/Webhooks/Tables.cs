using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Api.Webhooks;

sealed class Tables : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<Noted>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("api_webhook");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.State).HasConversion<string>();
        builder.Property(w => w.Types).AsJson();
        builder.HasIndex(w => new { w.Area, w.State });
    }

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("api_delivery");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.State).HasConversion<string>();
        builder.HasIndex(d => new { d.Area, d.HappenedAt });
        builder.HasIndex(d => new { d.Webhook, d.State });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.Webhook).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Noted> builder)
    {
        builder.ToTable("api_noted");
        builder.Property(n => n.Id).ValueGeneratedNever();
    }
}
