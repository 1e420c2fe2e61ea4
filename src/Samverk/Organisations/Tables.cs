using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations;

sealed class Tables :
    IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<BodyAlias>,
    IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonAlias>, IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<Standing>, IEntityTypeConfiguration<Function>, IEntityTypeConfiguration<ContactWay>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("organisations_area");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations_organisation");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Kind).HasConversion<string>();
        builder.HasIndex(o => new { o.Area, o.NameSort });
        builder.HasIndex(o => new { o.Area, o.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("organisations_body");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => new { b.Area, b.NameSort });
        builder.HasIndex(b => new { b.Area, b.Code }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Body>().WithMany().HasForeignKey(b => b.Parent).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BodyAlias> builder)
    {
        builder.ToTable("organisations_body_alias");
        builder.HasKey(a => new { a.Area, a.Folded });
        builder.HasOne<Body>().WithMany().HasForeignKey(a => a.Body).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.ToTable("organisations_seat");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.Area, s.Body, s.Position });
        builder.HasOne<Body>().WithMany().HasForeignKey(s => s.Body).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("organisations_person");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Area, p.NameSort });
        builder.HasIndex(p => new { p.Area, p.Folded });
        builder.HasIndex(p => new { p.Area, p.Mail });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonAlias> builder)
    {
        builder.ToTable("organisations_person_alias");
        builder.HasKey(a => new { a.Area, a.Folded, a.Person });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.Person).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("organisations_membership");
        builder.HasQueryFilter(Place.NotWithdrawn, m => m.Withdrawn == null);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Role).HasConversion<string>();
        builder.HasIndex(m => new { m.Area, m.Body });
        builder.HasIndex(m => new { m.Area, m.Person });
        builder.HasOne<Body>().WithMany().HasForeignKey(m => m.Body).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(m => m.Seat).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.ToTable("organisations_standing");
        builder.HasQueryFilter(Place.NotWithdrawn, s => s.Withdrawn == null);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasConversion<string>();
        builder.HasIndex(s => new { s.Area, s.Body });
        builder.HasIndex(s => new { s.Area, s.Person });
        builder.HasOne<Body>().WithMany().HasForeignKey(s => s.Body).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Function> builder)
    {
        builder.ToTable("organisations_function");
        builder.HasQueryFilter(Place.NotWithdrawn, f => f.Withdrawn == null);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Kind).HasConversion<string>();
        builder.HasIndex(f => new { f.Area, f.Person });
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Organisation).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContactWay> builder)
    {
        builder.ToTable("organisations_contact_way");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Area, c.Organisation });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("organisations_account");
        builder.Property(a => a.Id).ValueGeneratedNever();
    }
}
