using System.Text.RegularExpressions;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>How a function is reached, and when.</summary>
public sealed partial record Reach(string? Mail, string? Telephone, string? Hours)
{
    public static Reach None { get; } = new(null, null, null);

    public bool IsNone => Mail is null && Telephone is null && Hours is null;

    /// <summary>As typed, without what surrounds it; refused when nobody can be reached by it.</summary>
    public static Reach Typed(string? mail, string? telephone, string? hours)
    {
        var typed = new Reach(TextRules.Trimmed(mail)?.ToLowerInvariant(), TextRules.Trimmed(telephone), TextRules.Trimmed(hours));
        Refusal.Heed(MailFault(typed.Mail)
            ?? (typed.Telephone is { } number && !Number().IsMatch(number) ? new Refusal("telephone-odd", "Telefonnumret ser inte ut som ett nummer. Skriv det med siffror, till exempel 08-465 004 12.") : null)
            ?? TextRules.OneLine(typed.Hours, "Tiden"));
        return typed;
    }

    public static Refusal? MailFault(string? mail) =>
        mail is not null && (mail.Length > TextRules.Longest || !Address().IsMatch(mail)) ? new Refusal("mail-odd", "E-postadressen ser inte ut som en adress. Skriv den som namn@kommun.se.") : null;

    /// <summary>'registrator@askvik.example, 08-465 004 12, vardagar 8.00–16.30'.</summary>
    public string Words => string.Join(", ", new[] { Mail, Telephone, Hours }.OfType<string>());

    [GeneratedRegex(@"^[^\s@<>""(),;:\\]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()/-]{3,28}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
