namespace Samverk.Shared;

/// <summary>
/// Declares a page or endpoint that itself makes personnummer unreadable in what it is sent before any of it is recorded.
/// At all others a form with a personnummer is stopped.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MasksNumbersAttribute : Attribute;
