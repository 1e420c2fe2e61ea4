using System.Text.Json;

namespace Samverk.Storage.Registers;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    /// <summary><see cref="string"/>.</summary>
    Text,
    /// <summary><see cref="DateOnly"/>: a legal or planned day.</summary>
    Date,
    /// <summary><see cref="TimeOnly"/>: a local time of day.</summary>
    Time,
    /// <summary><see cref="DateTimeOffset"/>: when something happened.</summary>
    Instant,
    /// <summary><see cref="int"/>.</summary>
    Number,
    /// <summary><see cref="bool"/>.</summary>
    YesNo,
    /// <summary><see cref="ThingCell"/>: something with an id and a name.</summary>
    Thing,
    /// <summary><see cref="WordCell"/>: one of a few states or kinds.</summary>
    Word,
    /// <summary>A list of <see cref="string"/>.</summary>
    Texts,
}

/// <summary>Another thing that a row points at.</summary>
public sealed record ThingCell(Guid Id, string Name);

/// <summary>A state or kind.</summary>
/// <param name="Code">As machines know it: 'referralBack'.</param>
/// <param name="Words">As people do: 'Återremiss'.</param>
public sealed record WordCell(string Code, string Words)
{
    public static WordCell Of<TEnum>(TEnum value, Func<TEnum, string> words) where TEnum : struct, Enum => new(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), words(value));

    /// <summary>Every value of an enumeration, as filters offer them.</summary>
    public static IReadOnlyList<(TEnum Key, WordCell Word)> All<TEnum>(Func<TEnum, string> words) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => (value, Of(value, words)))];
}

/// <summary>One fact of each row of a register, as files and other systems get it.</summary>
/// <param name="Name">In JSON: 'outcome'.</param>
/// <param name="Heading">In a sheet, in Swedish: 'Slag'.</param>
/// <param name="Of">The fact of a row, of the type that the kind says, or null.</param>
/// <param name="Codes">For a word: every code that it can be.</param>
public sealed record Column(string Name, string Heading, CellKind Kind, Func<object, object?> Of, IReadOnlyList<string>? Codes = null);
