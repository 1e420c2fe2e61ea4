using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Samverk.Storage.Registers;

/// <summary>Compares the sort keys that stand beside names; only in queries, where both databases compare bytes as they lie.</summary>
static class SortKeys
{
    public static bool IsAfter(byte[] key, byte[] other) => throw new NotSupportedException($"{nameof(IsAfter)} is for queries.");

    public static bool IsBefore(byte[] key, byte[] other) => throw new NotSupportedException($"{nameof(IsBefore)} is for queries.");

    public static void Map(ModelBuilder model)
    {
        Map(model, nameof(IsAfter), ExpressionType.GreaterThan);
        Map(model, nameof(IsBefore), ExpressionType.LessThan);
    }

    static void Map(ModelBuilder model, string method, ExpressionType compare) =>
        model.HasDbFunction(typeof(SortKeys).GetMethod(method)!).HasTranslation(keys => new SqlBinaryExpression(compare, keys[0], keys[1], typeof(bool), null));
}
