using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Organisations.SigningIn;

sealed class SigningInTables :
    IEntityTypeConfiguration<AccountPerson>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Login>, IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<KeptForm>, IEntityTypeConfiguration<ObeyedLogout>
{
    public void Configure(EntityTypeBuilder<AccountPerson> builder)
    {
        builder.ToTable("organisations_account_person");
        builder.HasKey(p => p.Person);
        builder.Property(p => p.Person).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Account, p.Area }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.Person).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("organisations_session");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Way).HasConversion<string>();
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasIndex(s => new { s.Issuer, s.Subject });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Login> builder)
    {
        builder.ToTable("organisations_login");
        builder.HasKey(l => new { l.Issuer, l.Subject });
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.Account).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("organisations_invitation");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.KeyHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.Person).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("organisations_passkey");
        builder.HasOne<Account>().WithMany().HasForeignKey(k => k.Account).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("organisations_kept_form");
        builder.HasKey(f => f.KeyHash);
        builder.HasIndex(f => f.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<ObeyedLogout> builder)
    {
        builder.ToTable("organisations_obeyed_logout");
        builder.HasKey(t => new { t.Issuer, t.Jti });
        builder.HasIndex(t => t.ExpiresAt);
    }
}
