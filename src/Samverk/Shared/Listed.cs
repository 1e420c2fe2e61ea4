namespace Samverk.Shared;

/// <summary>A page of a register, with how many rows there are in all.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>How many rows have a value, for the filters beside a register.</summary>
public sealed record Counted<T>(T Value, int Count);
