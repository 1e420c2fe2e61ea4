using System.Globalization;
using Samverk.Shared;

namespace Samverk.Storage.Registers;

/// <summary>A cell as people read it in a sheet or on paper.</summary>
public static class CellText
{
    public static string? Of(object? cell) => cell switch
    {
        null => null,
        string text => text,
        DateOnly day => day.Iso(),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.Local().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool isTrue => isTrue ? "Ja" : "Nej",
        WordCell word => word.Words,
        ThingCell thing => thing.Name,
        IReadOnlyList<string> texts => string.Join(" | ", texts),
        _ => throw new InvalidOperationException($"A column can't hold a {cell.GetType().Name}."),
    };
}
