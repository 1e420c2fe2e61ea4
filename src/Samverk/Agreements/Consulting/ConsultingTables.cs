using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

sealed class ConsultingTables :
    IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<Consultee>, IEntityTypeConfiguration<ConsulteeAct>, IEntityTypeConfiguration<Response>, IEntityTypeConfiguration<ResponseRemark>,
    IEntityTypeConfiguration<ResponseFile>, IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("agreements_consultation");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Questions).AsJson();
        builder.HasIndex(c => new { c.Area, c.Until });
        builder.HasIndex(c => new { c.Area, c.On });
        builder.HasIndex(c => c.Meeting);
        builder.HasIndex(c => c.Agreement);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(c => c.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Consultees).WithOne().HasForeignKey(c => c.Consultation).OnDelete(DeleteBehavior.Cascade);
        builder.ComplexProperty(c => c.Source);
    }

    public void Configure(EntityTypeBuilder<Consultee> builder)
    {
        builder.ToTable("agreements_consultee");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.State).HasConversion<string>();
        builder.HasIndex(c => new { c.Consultation, c.NameSort });
        builder.HasIndex(c => new { c.Area, c.Organisation, c.State });
        builder.HasIndex(c => new { c.Area, c.Body, c.State });
        builder.HasMany(c => c.Acts).WithOne().HasForeignKey(a => a.Consultee).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConsulteeAct> builder)
    {
        builder.ToTable("agreements_consultee_act");
        builder.HasKey(a => new { a.Consultee, a.Position });
        builder.Property(a => a.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.ToTable("agreements_response");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Stance).HasConversion<string>();
        builder.HasIndex(r => new { r.Consultation, r.Consultee });
        builder.HasIndex(r => new { r.Consultee, r.Number }).IsUnique();
        builder.HasOne<Consultee>().WithMany().HasForeignKey(r => r.Consultee).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Remarks).WithOne().HasForeignKey(r => r.Response).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Remarks).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ResponseRemark> builder)
    {
        builder.ToTable("agreements_response_remark");
        builder.HasKey(r => new { r.Response, r.Position });
        builder.Property(r => r.Kind).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<ResponseFile> builder)
    {
        builder.ToTable("agreements_response_file");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.Response);
        builder.HasOne<Response>().WithMany().HasForeignKey(f => f.Response).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("agreements_reply");
        builder.HasKey(r => new { r.Response, r.Position });
        builder.Property(r => r.Outcome).HasConversion<string>();
        builder.HasOne<ResponseRemark>().WithMany().HasForeignKey(r => new { r.Response, r.Position }).OnDelete(DeleteBehavior.Restrict);
    }
}
