using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// One happening, written once and never changed. Rows of an area form a chain:
/// <c>Hash = SHA-256(Previous ‖ metadata ‖ PayloadHash)</c>, <c>PayloadHash = SHA-256(Salt ‖ Told)</c>.
/// The salt lets a payload be erased by law without breaking the chain.
/// </summary>
public sealed class HistoryRow : IInArea
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    HistoryRow() { }

    internal HistoryRow(Guid area, Happening happening, HistoryHead head)
    {
        (Area, Number, Previous) = (area, head.Number + 1, head.Hash);
        (At, By, Subject, Kind) = (happening.At, happening.By, happening.Subject, happening.GetType().Name);
        Told = JsonSerializer.Serialize(happening, happening.GetType(), Json);
        Salt = RandomNumberGenerator.GetBytes(16);
        PayloadHash = HashPayload();
        Hash = HashRow();
    }

    public Guid Area { get; private set; }
    /// <summary>1, 2, 3 … within the area, without gaps.</summary>
    public long Number { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }
    public Guid Subject { get; private set; }
    /// <summary>The happening's type.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The happening as JSON.</summary>
    public string Told { get; private set; } = "";
    public byte[] Salt { get; private set; } = [];
    public byte[] PayloadHash { get; private set; } = [];
    public byte[] Previous { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>The happening itself; null when its type is no longer known.</summary>
    public Happening? Happening() =>
        HappeningTypes.TryGetValue(Kind, out var type) ? (Happening?)JsonSerializer.Deserialize(Told, type, Json) : null;

    internal byte[] HashPayload() => SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Told)]);

    internal byte[] HashRow() => SHA256.HashData([.. Previous, .. Encoding.UTF8.GetBytes(Metadata()), .. PayloadHash]);

    string Metadata() => string.Create(CultureInfo.InvariantCulture, $"{Area:D}|{Number}|{At.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}|{By:D}|{Subject:D}|{Kind}|");

    static readonly Dictionary<string, Type> HappeningTypes = typeof(HistoryRow).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Happening)) && !t.IsAbstract).ToDictionary(t => t.Name);
}

/// <summary>The last row of an area's chain; locked last in a unit of work.</summary>
public sealed class HistoryHead(Guid area) : IInArea
{
    public Guid Area { get; private set; } = area;
    public long Number { get; private set; }
    public byte[] Hash { get; private set; } = new byte[32];

    internal void Move(HistoryRow row) => (Number, Hash) = (row.Number, row.Hash);
}

sealed class HistoryTables : IEntityTypeConfiguration<HistoryRow>, IEntityTypeConfiguration<HistoryHead>
{
    public void Configure(EntityTypeBuilder<HistoryRow> builder)
    {
        builder.ToTable("storage_history");
        builder.HasKey(r => new { r.Area, r.Number });
        builder.HasIndex(r => new { r.Area, r.Subject, r.Number });
    }

    public void Configure(EntityTypeBuilder<HistoryHead> builder)
    {
        builder.ToTable("storage_history_head");
        builder.HasKey(h => h.Area);
        builder.Property(h => h.Area).ValueGeneratedNever();
    }
}
