using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samverk.Storage;

/// <summary>A word about the whole installation, for life: 'demo'.</summary>
public sealed class Mark(string name, string value)
{
    public const string Demo = "demo";

    public string Name { get; private set; } = name;
    public string Value { get; private set; } = value;
}

/// <summary>A key that protects cookies and forms, shared by all nodes of the installation.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public string Name { get; private set; } = name;
    public string Xml { get; private set; } = xml;
}

sealed class InstallationTables : IEntityTypeConfiguration<Mark>, IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<Mark> builder)
    {
        builder.ToTable("storage_mark");
        builder.HasKey(m => m.Name);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("storage_key");
        builder.HasKey(k => k.Name);
    }
}
