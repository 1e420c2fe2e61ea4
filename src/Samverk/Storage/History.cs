using System.ComponentModel;
using System.Globalization;
using System.Reflection;
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
/// The salt lets a payload be erased by law without breaking the chain: <see cref="HistoryErasing"/>.
/// </summary>
public sealed class HistoryRow : IInArea
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    HistoryRow() { }

    internal HistoryRow(Guid area, Happening happening, Guid? actedFor, HistoryHead head)
    {
        (Area, Number, Previous) = (area, head.Number + 1, head.Hash);
        (At, By, ActedFor, Subject, Kind) = (happening.At, happening.By, happening.ActedFor ?? actedFor, happening.Subject, happening.GetType().Name);
        Folded = Fold(happening);
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
    /// <summary>The organisation that the doer acted for; null for the system, and for who acts for none.</summary>
    public Guid? ActedFor { get; private set; }
    public Guid Subject { get; private set; }
    /// <summary>The happening's type.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The happening as JSON; empty when it has been erased.</summary>
    public string Told { get; private set; } = "";
    public byte[] Salt { get; private set; } = [];
    public byte[] PayloadHash { get; private set; } = [];
    public byte[] Previous { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];
    /// <summary>The words and values as they are searched: never shown, not part of the chain, gone with the payload.</summary>
    public string Folded { get; private set; } = "";

    public bool IsErased => Told.Length == 0 && Salt.Length == 0;

    /// <summary>The happening itself; null when it is erased or its type is no longer known.</summary>
    public Happening? Happening() =>
        !IsErased && HappeningTypes.TryGetValue(Kind, out var type) ? (Happening?)JsonSerializer.Deserialize(Told, type, Json) : null;

    /// <summary>Only its hash is left of the payload.</summary>
    internal void ErasePayload() => (Told, Salt, Folded) = ("", [], "");

    /// <summary>The kinds of happenings that this program knows, as they are called in a list: 'Uppdrag redovisat'.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = HappeningTypesByName()
        .ToDictionary(t => t.Name, t => t.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? t.Name);

    internal byte[] HashPayload() => SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Told)]);

    internal byte[] HashRow() => SHA256.HashData([.. Previous, .. Encoding.UTF8.GetBytes(Metadata()), .. PayloadHash]);

    string Metadata() => string.Create(CultureInfo.InvariantCulture, $"{Area:D}|{Number}|{At.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}|{By:D}|{ActedFor:D}|{Subject:D}|{Kind}|");

    /// <summary>Kinds that a thing's own history does not show.</summary>
    internal static readonly string[] OnlyInLog = [.. HappeningTypesByName().Where(t => t.IsDefined(typeof(OnlyInLogAttribute))).Select(t => t.Name)];

    static string Fold(Happening happening) =>
        Swedish.Fold(string.Join(' ', happening.Changed.SelectMany(c => new[] { c.Field, c.Before, c.After }).Prepend(happening.Words)));

    static readonly Dictionary<string, Type> HappeningTypes = HappeningTypesByName().ToDictionary(t => t.Name);

    static IEnumerable<Type> HappeningTypesByName() => typeof(HistoryRow).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Happening)) && !t.IsAbstract);
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
        // The four ways into the log, each in the order that it is shown; what else is asked is looked for along the way.
        builder.HasIndex(r => new { r.Area, r.At, r.Number });
        builder.HasIndex(r => new { r.Area, r.Subject, r.At, r.Number });
        builder.HasIndex(r => new { r.Area, r.By, r.At, r.Number });
        builder.HasIndex(r => new { r.Area, r.Kind, r.At, r.Number });
    }

    public void Configure(EntityTypeBuilder<HistoryHead> builder)
    {
        builder.ToTable("storage_history_head");
        builder.HasKey(h => h.Area);
        builder.Property(h => h.Area).ValueGeneratedNever();
    }
}
