namespace Samverk.Shared.Parts;

/// <summary>A page above this one.</summary>
public sealed record Crumb(string Text, string Address);
