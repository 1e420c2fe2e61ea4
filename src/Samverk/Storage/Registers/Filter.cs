using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage.Registers;

/// <summary>How a person chooses the values of a filter.</summary>
public enum FilterKind
{
    /// <summary>Ticks among a few, each with its count.</summary>
    Choices,
    /// <summary>Writes words.</summary>
    Words,
    /// <summary>Writes a day.</summary>
    Day,
    /// <summary>Comes by a link from the thing itself: a person is one of thousands.</summary>
    Link,
}

/// <summary>One value of a filter.</summary>
/// <param name="Value">As addresses have it.</param>
public sealed record FilterValue(string Value, string Text);

/// <summary>What a register can be narrowed by. Several values under one filter widen, several filters narrow.</summary>
/// <param name="name">In the addresses of pages, in Swedish: 'organ'.</param>
/// <param name="apiName">In the addresses of the API: 'body'.</param>
/// <param name="legend">Above its choices: 'Organ'.</param>
public abstract class Filter(FilterKind kind, string name, string apiName, string legend)
{
    public FilterKind Kind { get; } = kind;
    public string Name { get; } = name;
    public string ApiName { get; } = apiName;
    public string Legend { get; } = legend;
    /// <summary>Every value there can be, where that is settled beforehand: states and kinds.</summary>
    public IReadOnlyList<FilterValue> Settled { get; init; } = [];
    /// <summary>What its values are ids of, where they are: 'a body'.</summary>
    public bool IsId { get; init; }

    /// <summary>How a chosen value is called above the rows.</summary>
    public abstract string TextOf(string value);
}

/// <summary>A filter of a register of <typeparamref name="T"/>.</summary>
/// <param name="narrow">What a row must be under these values; null when one of them can't be a value.</param>
/// <param name="count">How many of these rows each value has, only values that have some; null where it is not to be counted.</param>
public sealed class Filter<T>(FilterKind kind, string name, string apiName, string legend, Func<string, string?> textOf,
    Func<IReadOnlyList<string>, Expression<Func<T, bool>>?> narrow, Func<IQueryable<T>, CancellationToken, Task<List<Counted<string>>>>? count = null)
    : Filter(kind, name, apiName, legend) where T : class
{
    public override string TextOf(string value) => textOf(value) ?? "–";

    internal Expression<Func<T, bool>>? Narrow(IReadOnlyList<string> values) => narrow(values);

    internal bool Counts => count is not null;

    internal Task<List<Counted<string>>> Count(IQueryable<T> rows, CancellationToken ct) => count!(rows, ct);
}

/// <summary>The kinds of filters that registers have.</summary>
public static class FilterBy
{
    /// <summary>A state or kind that each row has one of; none of it is hidden, those that have no row are not offered.</summary>
    public static Filter<T> Word<T, TKey>(string name, string apiName, string legend, Expression<Func<T, TKey>> of, IReadOnlyList<(TKey Key, WordCell Word)> words) where T : class
    {
        var byCode = words.ToDictionary(w => w.Word.Code, StringComparer.Ordinal);
        return new(FilterKind.Choices, name, apiName, legend, value => byCode.TryGetValue(value, out var known) ? known.Word.Words : null,
            values => AmongKnown(of, values, value => byCode.TryGetValue(value, out var known) ? (true, known.Key) : default),
            async (rows, ct) =>
            [
                .. from counted in await Grouped(rows, of, ct)
                   from known in words
                   where EqualityComparer<TKey>.Default.Equals(known.Key, counted.Value)
                   select new Counted<string>(known.Word.Code, counted.Count),
            ])
        { Settled = [.. words.Select(w => new FilterValue(w.Word.Code, w.Word.Words))] };
    }

    /// <summary>What each row either is or isn't.</summary>
    /// <param name="words">What it is called when it is, when it isn't, or both.</param>
    public static Filter<T> YesNo<T>(string name, string apiName, string legend, Expression<Func<T, bool>> of, IReadOnlyList<(bool Key, WordCell Word)> words) where T : class
    {
        // Not as a value among values: PostgreSQL does not compare what a comparison gives.
        Expression<Func<T, bool>> isNot = Expression.Lambda<Func<T, bool>>(Expression.Not(of.Body), of.Parameters);
        return new(FilterKind.Choices, name, apiName, legend, value => words.FirstOrDefault(w => w.Word.Code == value).Word?.Words,
            values => values.Any(v => words.All(w => w.Word.Code != v)) ? null
                : values.Distinct().Count() > 1 ? _ => true
                : words.First(w => w.Word.Code == values[0]).Key ? of : isNot,
            async (rows, ct) => [.. from counted in await Grouped(rows, of, ct) from known in words where known.Key == counted.Value select new Counted<string>(known.Word.Code, counted.Count)])
        { Settled = [.. words.Select(w => new FilterValue(w.Word.Code, w.Word.Words))] };
    }

    /// <summary>Another thing that each row has one of.</summary>
    /// <param name="alsoUnder">The things that stand under a chosen one and count as it.</param>
    public static Filter<T> Thing<T>(string name, string apiName, string legend, Expression<Func<T, Guid>> of, Func<Guid, string?> nameOf, Func<Guid, IEnumerable<Guid>>? alsoUnder = null) where T : class =>
        new(FilterKind.Choices, name, apiName, legend, value => Guid.TryParse(value, out var id) ? nameOf(id) : null,
            values => Ids(values) is { } ids ? Among(of, alsoUnder is null ? ids : [.. ids.SelectMany(alsoUnder).Concat(ids).Distinct()]) : null,
            async (rows, ct) => [.. (await Grouped(rows, of, ct)).Select(g => new Counted<string>(g.Value.ToString("D"), g.Count))])
        { IsId = true };

    /// <summary>Things that a row can have several of.</summary>
    public static Filter<T> Things<T>(string name, string apiName, string legend, Func<Guid, string?> nameOf, Func<List<Guid>, Expression<Func<T, bool>>> narrow,
        Func<IQueryable<T>, IQueryable<Counted<Guid>>>? count) where T : class =>
        new(count is null ? FilterKind.Link : FilterKind.Choices, name, apiName, legend, value => Guid.TryParse(value, out var id) ? nameOf(id) : null,
            values => Ids(values) is { } ids ? narrow(ids) : null,
            count is null ? null : async (rows, ct) => [.. (await count(rows).ToListAsync(ct)).Select(c => new Counted<string>(c.Value.ToString("D"), c.Count))])
        { IsId = true };

    /// <summary>The calendar years of a day that every row has.</summary>
    public static Filter<T> Year<T>(Expression<Func<T, DateOnly>> on) where T : class =>
        new(FilterKind.Choices, "ar", "year", "År", value => value,
            values => Years(values) is { } years ? years.Select(y => Between(on.Body, new(y, 1, 1), new(y, 12, 31))).Aggregate(Expression.OrElse).As<T>(on.Parameters[0]) : null,
            async (rows, ct) => [.. (await Grouped(rows, Expression.Lambda<Func<T, int>>(Expression.Property(on.Body, nameof(DateOnly.Year)), on.Parameters), ct))
                .OrderByDescending(g => g.Value).Select(g => new Counted<string>(g.Value.ToString(CultureInfo.InvariantCulture), g.Count))]);

    /// <summary>From and to a day, both included.</summary>
    public static IEnumerable<Filter<T>> Period<T>(Expression<Func<T, DateOnly>> on) where T : class =>
    [
        Bound(on, "fran", "from", "Från och med", Expression.GreaterThanOrEqual),
        Bound(on, "till", "to", "Till och med", Expression.LessThanOrEqual),
    ];

    /// <summary>Words that all must be in a folded text.</summary>
    public static Filter<T> Words<T>(Func<string, Expression<Func<T, bool>>> has) where T : class =>
        new(FilterKind.Words, "q", "q", "Ord", value => $"”{value}”",
            values => values.SelectMany(v => Swedish.Fold(v).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(has).Aggregate((Expression<Func<T, bool>>)(_ => true), Both));

    static Filter<T> Bound<T>(Expression<Func<T, DateOnly>> on, string name, string apiName, string legend, Func<Expression, Expression, Expression> compare) where T : class =>
        new(FilterKind.Day, name, apiName, legend, value => $"{legend} {value}",
            values => values.Count == 1 && DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? compare(on.Body, Parameter.Of(day)).As<T>(on.Parameters[0]) : null);

    static async Task<IEnumerable<Counted<TKey>>> Grouped<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> of, CancellationToken ct) =>
        (await rows.GroupBy(of).Select(g => new Counted<TKey>(g.Key, g.Count())).ToListAsync(ct)).OrderByDescending(c => c.Count);

    static Expression<Func<T, bool>>? AmongKnown<T, TKey>(Expression<Func<T, TKey>> of, IReadOnlyList<string> values, Func<string, (bool Known, TKey Key)> parse)
    {
        var keys = values.Select(parse).ToList();
        return keys.TrueForAll(k => k.Known) ? Among(of, keys.ConvertAll(k => k.Key)) : null;
    }

    static Expression<Func<T, bool>> Among<T, TKey>(Expression<Func<T, TKey>> of, List<TKey> keys) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], Parameter.Of<IEnumerable<TKey>>(keys), of.Body).As<T>(of.Parameters[0]);

    static List<Guid>? Ids(IReadOnlyList<string> values)
    {
        var ids = values.Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).ToList();
        return ids.Contains(null) ? null : ids.ConvertAll(id => id!.Value);
    }

    static List<int>? Years(IReadOnlyList<string> values)
    {
        var years = values.Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999 ? year : 0).ToList();
        return years.Contains(0) ? null : years;
    }

    static BinaryExpression Between(Expression day, DateOnly first, DateOnly last) =>
        Expression.AndAlso(Expression.GreaterThanOrEqual(day, Parameter.Of(first)), Expression.LessThanOrEqual(day, Parameter.Of(last)));

    static Expression<Func<T, bool>> As<T>(this Expression body, ParameterExpression row) => Expression.Lambda<Func<T, bool>>(body, row);

    /// <summary>One and the other, as one condition that the database understands.</summary>
    internal static Expression<Func<T, bool>> Both<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

/// <summary>A value in a query that the database gets as a parameter, so that its plan serves the next value too.</summary>
static class Parameter
{
    public static Expression Of<TValue>(TValue value) => Expression.Field(Expression.Constant(new Holder<TValue>(value)), nameof(Holder<>.Value));

    public static Expression Of(object value, Type type) =>
        (Expression)typeof(Parameter).GetMethod(nameof(Of), 1, [Type.MakeGenericMethodParameter(0)])!.MakeGenericMethod(type).Invoke(null, [value])!;

    sealed class Holder<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }
}
