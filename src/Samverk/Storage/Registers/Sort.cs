using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage.Registers;

/// <summary>An order that a register can be read in.</summary>
/// <param name="Name">In the addresses of pages, in Swedish; with '-' before it the other way round.</param>
/// <param name="ApiName">In the addresses of the API.</param>
public record Sort(string Name, string ApiName);

/// <summary>An order of rows of <typeparamref name="T"/>, whose last part tells every two rows apart.</summary>
public sealed record Sort<T>(string Name, string ApiName, params IReadOnlyList<SortPart> Parts) : Sort(Name, ApiName);

/// <summary>One key of an order; never null.</summary>
/// <param name="Turns">Goes the other way round when the order does. What keeps a meeting's decisions in their order does not.</param>
public sealed record SortPart(LambdaExpression Key, bool Turns)
{
    public static SortPart By<T, TKey>(Expression<Func<T, TKey>> key) => new(key, true);

    /// <summary>The same way always.</summary>
    public static SortPart Then<T, TKey>(Expression<Func<T, TKey>> key) => new(key, false);
}

/// <summary>From where a page of a register goes on: after a row, or back before it.</summary>
public readonly record struct Cursor(Guid Row, bool Back)
{
    public override string ToString() => (Back ? "b" : "f") + Row.ToString("N");

    /// <returns>Null when it isn't one.</returns>
    public static Cursor? Parse(string text) =>
        text is ['b' or 'f', ..] && Guid.TryParseExact(text[1..], "N", out var row) ? new(row, text[0] == 'b') : null;
}

/// <summary>An order in force, in one direction.</summary>
sealed class Order<T>(Sort<T> sort, bool downwards, bool back) where T : class
{
    readonly IReadOnlyList<(LambdaExpression Key, bool Descending)> keys = [.. sort.Parts.Select(p => (p.Key, (p.Turns && downwards) != back))];

    public IOrderedQueryable<T> Sorted(IQueryable<T> rows)
    {
        var sorted = rows.Expression;
        for (var i = 0; i < keys.Count; i++)
        {
            var (key, descending) = keys[i];
            var method = (i == 0, descending) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                _ => nameof(Queryable.ThenByDescending),
            };
            sorted = Expression.Call(typeof(Queryable), method, [typeof(T), key.ReturnType], sorted, Expression.Quote(key));
        }
        return (IOrderedQueryable<T>)rows.Provider.CreateQuery<T>(sorted);
    }

    /// <summary>The keys of one row, or null when there is none.</summary>
    public Task<object[]?> KeysOf(IQueryable<T> one, CancellationToken ct)
    {
        var row = Expression.Parameter(typeof(T));
        var values = Expression.NewArrayInit(typeof(object), keys.Select(k => Expression.Convert(On(k.Key, row), typeof(object))));
        return one.Select(Expression.Lambda<Func<T, object[]>>(values, row)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Only rows that come after one with these keys. The first key's bound stands by itself, so that an index can begin there.</summary>
    public IQueryable<T> After(IQueryable<T> rows, object[] at)
    {
        var row = Expression.Parameter(typeof(T));
        Expression? after = null, same = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var (key, value) = (On(keys[i].Key, row), Parameter.Of(at[i], keys[i].Key.ReturnType));
            var beyond = Beyond(key, value, keys[i].Descending);
            var here = same is null ? beyond : Expression.AndAlso(same, beyond);
            after = after is null ? here : Expression.OrElse(after, here);
            var equal = Expression.Equal(key, value);
            same = same is null ? equal : Expression.AndAlso(same, equal);
        }
        var first = On(keys[0].Key, row);
        var bound = Expression.Not(Beyond(first, Parameter.Of(at[0], first.Type), !keys[0].Descending));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(bound, after!), row));
    }

    static Expression Beyond(Expression key, Expression value, bool descending) =>
        key.Type == typeof(byte[]) ? Expression.Call(typeof(SortKeys), descending ? nameof(SortKeys.IsBefore) : nameof(SortKeys.IsAfter), null, key, value)
        : descending ? Expression.LessThan(key, value) : Expression.GreaterThan(key, value);

    static Expression On(LambdaExpression key, ParameterExpression row) => new Moved(key.Parameters[0], row).Visit(key.Body);

    sealed class Moved(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
