namespace Samverk.Shared.Parts;

/// <summary>A page that is reached from a mail, often on a phone: larger text, and no menu between its reader and what they came to do.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeanPageAttribute : Attribute;
