using System.Security.Cryptography;
using Samverk.Shared;

namespace Samverk.Agreements.Texts;

/// <summary>
/// A version of an agreement's text. It is written until it is locked; then its PDF is made, once, with the seal of exactly
/// those bytes, and it never changes. Only a locked text can be sent out, recommended or adopted.
/// </summary>
internal sealed class AgreementText : Remembering, IOwned
{
    public const int Longest = 400_000, LongestReason = 500;

    AgreementText() { }

    public AgreementText(Agreement agreement, int number, string text, string? reason, DateTimeOffset at, Guid by)
    {
        (Area, Owner, Agreement, Number) = (agreement.Area, agreement.Owner, agreement.Id, number);
        Write(text, reason, 0, at, by);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Agreement { get; private set; }
    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Why there is a new version: what was refused or asked for.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public Guid WrittenBy { get; private set; }
    /// <summary>Who saves says which edition they wrote on.</summary>
    public int Edition { get; private set; }
    public DateTimeOffset? LockedAt { get; private set; }
    public byte[]? Pdf { get; private set; }
    /// <summary>SHA-256 of the PDF, lower-case hexadecimal; null until it is locked.</summary>
    public string? Seal { get; private set; }

    public bool IsLocked => LockedAt is not null;

    public Refusal? MayWrite() => IsLocked ? new("text-locked", "Texten är låst. Skapa en ny version.") : null;

    public void Write(string text, string? reason, int edition, DateTimeOffset at, Guid by)
    {
        var words = text.ReplaceLineEndings("\n").Trim();
        Refusal.Heed(MayWrite()
            ?? (edition == Edition ? null : new Refusal("stale", "Någon annan har ändrat samma text. Läs om sidan och gör om din ändring."))
            ?? (words.Length == 0 ? new Refusal("text-missing", "Texten är tom. Skriv eller klistra in den.")
            : words.Length > Longest ? new Refusal("text-long", $"Texten är längre än {SwedishText.Figure(Longest)} tecken. Lägg delar av den som bilagor.")
            : reason?.Length > LongestReason ? new Refusal("reason-long", $"Skälet är längre än {LongestReason} tecken. Korta det.") : null));
        (Text, Reason, WrittenAt, WrittenBy) = (words, TextRules.Trimmed(reason), at, by);
        Edition++;
    }

    public void Lock(byte[] pdf, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayWrite());
        (Pdf, Seal, LockedAt) = (pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)), at);
        Remember(new TextLocked(Agreement, Number, Seal, at, by));
    }
}
