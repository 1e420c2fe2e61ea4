namespace Samverk.Shared.Parts;

/// <summary>One value of a filter: what it is called, and how many rows the other filters leave under it, where that is counted.</summary>
public sealed record FilterChoice(string Value, string Text, int? Count, bool Chosen);
