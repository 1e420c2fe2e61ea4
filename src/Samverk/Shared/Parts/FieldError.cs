namespace Samverk.Shared.Parts;

/// <summary>What is wrong with a field and what to do about it, two sentences; <paramref name="Field"/> is the field's name and id.</summary>
public sealed record FieldError(string Field, string Wrong, string WhatToDo);
