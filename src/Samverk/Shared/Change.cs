namespace Samverk.Shared;

/// <summary>What an act changed: one field of a thing, in the words that its page uses.</summary>
/// <param name="Before">Null when it was empty or not there.</param>
/// <param name="After">Null when it became empty.</param>
public sealed record Change(string Field, string? Before, string? After)
{
    /// <returns>Null when nothing changed.</returns>
    public static Change? Of(string field, string? before, string? after) => before == after ? null : new(field, before, after);
}
