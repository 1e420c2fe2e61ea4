using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samverk.Storage;

/// <summary>A column as the model maps it.</summary>
/// <param name="Type">The database's own name of its type.</param>
/// <param name="Of">The value of a row, as the database's driver takes it.</param>
sealed record BulkColumn(string Name, string Type, Func<object, object?> Of);

/// <summary>A table with its columns, taken from the model: what the model doesn't know can't be loaded, and what it has come to know is.</summary>
sealed class BulkTable
{
    BulkTable(IEntityType entity, IReadOnlyList<BulkColumn> columns) => (Name, Columns) = (entity.GetTableName()!, columns);

    public string Name { get; }
    public IReadOnlyList<BulkColumn> Columns { get; }
    public List<object?[]> Rows { get; } = [];

    public void Add(object row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Columns[i].Of(row);
        Rows.Add(values);
    }

    public static BulkTable Of(IEntityType entity, BulkIds ids) => new(entity, [.. Mapped(entity, ids)]);

    /// <summary>The table of a part that lies beside its owner's: its columns, and the owner's key.</summary>
    public static BulkTable OfPart(INavigation navigation, BulkIds ids)
    {
        var (part, of) = (navigation.TargetEntityType, navigation.GetGetter());
        var key = navigation.ForeignKey.Properties.Zip(navigation.ForeignKey.PrincipalKey.Properties,
            (mine, owners) => new BulkColumn(mine.GetColumnName(), mine.GetColumnType(), Value(mine, owners.GetGetter().GetClrValue, ids)));
        var own = part.GetProperties().Where(p => !p.IsShadowProperty() && !p.IsForeignKey())
            .Select(p => new BulkColumn(p.GetColumnName(), p.GetColumnType(), Value(p, owner => p.GetGetter().GetClrValue(of.GetClrValue(owner)!), ids)));
        return new(part, [.. key, .. own]);
    }

    static IEnumerable<BulkColumn> Mapped(IEntityType entity, BulkIds ids)
    {
        foreach (var property in entity.GetProperties())
            yield return property.IsShadowProperty()
                ? throw new InvalidOperationException($"{entity.DisplayName()}.{property.Name} is known to the model alone: a row of {entity.GetTableName()} can't be loaded in bulk.")
                : new(property.GetColumnName(), property.GetColumnType(), Value(property, property.GetGetter().GetClrValue, ids));
        foreach (var complex in entity.GetComplexProperties())
            foreach (var property in complex.ComplexType.GetProperties())
                yield return new(property.GetColumnName(), property.GetColumnType(), Value(property, row => property.GetGetter().GetClrValue(complex.GetGetter().GetClrValue(row)!), ids));
    }

    static Func<object, object?> Value(IProperty property, Func<object, object?> get, BulkIds ids)
    {
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        var isId = property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?);
        return row =>
        {
            var value = get(row);
            if (value is null)
                return null;
            if (isId)
                value = ids.Of((Guid)value);
            return convert is null ? value : convert(value);
        };
    }
}

/// <summary>
/// Gives rows ids that follow from a seed instead of those that they were made with, so that a load gives the same
/// database every time. Ids go on in the order that rows come, as those of a database in use do.
/// </summary>
sealed class BulkIds(DateTimeOffset from, ulong seed)
{
    readonly Dictionary<Guid, Guid> given = [];
    readonly Dice dice = new(seed);
    long made;

    /// <summary>What an id has become; itself when it is of no row that was loaded.</summary>
    public Guid Of(Guid id) => given.GetValueOrDefault(id, id);

    public void Give(Guid id) => given[id] = Next();

    // Version 7 of RFC 9562: milliseconds, then noise.
    Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (dice.Next() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)(from.ToUnixTimeMilliseconds() + made++) << 16) | 0x7000 | (dice.Next() & 0xFFF));
        return new(bytes, bigEndian: true);
    }
}
