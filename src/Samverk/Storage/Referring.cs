using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Rows of any table that refer to something, found by what the model knows: a table that is new tomorrow is found too.
/// Of the current area, with those that were a mistake and no other query sees.
/// </summary>
public sealed class Referring(SamverkDb db)
{
    static readonly MethodInfo RowsOfType = Own(nameof(RowsOf)), OwnedOfType = Own(nameof(Under));

    /// <summary>Every table but those that stand within another's row, in the order of their names.</summary>
    public IReadOnlyList<IEntityType> Tables { get; } = [.. db.Model.GetEntityTypes().Where(t => !t.IsOwned()).OrderBy(t => t.GetTableName(), StringComparer.Ordinal)];

    /// <summary>The columns that can hold an id.</summary>
    public static IEnumerable<IProperty> Ids(IEntityType table) => table.GetProperties().Where(p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?));

    /// <summary>Rows with the id in one of the columns; none when there are no columns.</summary>
    public IAsyncEnumerable<object> Rows(IEntityType table, IEnumerable<IProperty> columns, Guid id)
    {
        var row = Expression.Parameter(table.ClrType, "row");
        var isOne = columns.Select(c => (Expression)Expression.Equal(Property(row, c), Expression.Constant(id, typeof(Guid?)))).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));
        return isOne is null ? AsyncEnumerable.Empty<object>() : (IAsyncEnumerable<object>)RowsOfType.MakeGenericMethod(table.ClrType).Invoke(this, [Expression.Lambda(isOne, row)])!;
    }

    /// <summary>Rows that lie under a thing of this owner and have no owner of their own.</summary>
    public IAsyncEnumerable<object> Under(IEntityType table, IForeignKey thing, Guid owner) =>
        (IAsyncEnumerable<object>)OwnedOfType.MakeGenericMethod(table.ClrType, thing.PrincipalEntityType.ClrType).Invoke(this, [thing.Properties[0].Name, owner])!;

    /// <summary>The ways from a table's rows to the owned things that they lie under; none when they are owned themselves.</summary>
    public static IEnumerable<IForeignKey> Things(IEntityType table) =>
        IsOwned(table) ? [] : table.GetForeignKeys().Where(k => k.Properties.Count == 1 && IsOwned(k.PrincipalEntityType));

    public static bool IsOwned(IEntityType table) => typeof(IOwned).IsAssignableFrom(table.ClrType);

    IAsyncEnumerable<T> RowsOf<T>(Expression<Func<T, bool>> which) where T : class => All<T>().Where(which).AsAsyncEnumerable();

    IAsyncEnumerable<T> Under<T, TThing>(string key, Guid owner) where T : class where TThing : class =>
        All<T>().Where(row => db.Set<TThing>().Where(t => EF.Property<Guid>(t, nameof(IOwned.Owner)) == owner).Select(t => EF.Property<Guid>(t, "Id")).Contains(EF.Property<Guid>(row, key))).AsAsyncEnumerable();

    IQueryable<T> All<T>() where T : class => db.Set<T>().IgnoreQueryFilters(["withdrawn"]).AsNoTracking();

    static UnaryExpression Property(ParameterExpression row, IProperty column) =>
        Expression.Convert(Expression.Call(typeof(EF), nameof(EF.Property), [column.ClrType], row, Expression.Constant(column.Name)), typeof(Guid?));

    static MethodInfo Own(string name) => typeof(Referring).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Single(m => m.Name == name && m.IsGenericMethod);
}
