namespace Samverk.Pdf;

/// <summary>What a seal says: who approved, what that meant, and when.</summary>
public sealed record Approval(string Name, string Reason, DateTimeOffset At);
