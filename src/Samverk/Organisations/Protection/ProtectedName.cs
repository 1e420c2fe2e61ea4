using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;

namespace Samverk.Organisations.Protection;

/// <summary>
/// What a person with protected identity is really called. The person's own row has <see cref="PersonInfo.Protected"/>
/// instead, so that nothing that asks for a name gets this one without asking for it by name (<see cref="TrueNames"/>).
/// </summary>
internal sealed class ProtectedName(Guid area, Guid person, string name, string? title) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public string Name { get; private set; } = name;
    public string? Title { get; private set; } = title;

    public void Change(string name, string? title) => (Name, Title) = (name, title);
}

sealed class ProtectedNameTable : IEntityTypeConfiguration<ProtectedName>
{
    public void Configure(EntityTypeBuilder<ProtectedName> builder)
    {
        builder.ToTable("organisations_protected_name");
        builder.HasKey(n => n.Person);
        builder.Property(n => n.Person).ValueGeneratedNever();
        builder.HasIndex(n => n.Area);
        builder.HasOne<Person>().WithOne().HasForeignKey<ProtectedName>(n => n.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
