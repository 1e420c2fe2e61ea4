namespace Samverk.Import;

/// <summary>E-mail addresses at providers for private persons. An address at an organisation belongs to a function or a post.</summary>
static class PrivateEmail
{
    const int LongestName = 64;
    const int LongestDomain = 60;

    static readonly HashSet<string> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.se", "outlook.com", "outlook.se", "live.com", "live.se", "msn.com",
        "yahoo.com", "yahoo.se", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "gmx.net", "mail.com",
        "proton.me", "protonmail.com", "pm.me", "tutanota.com", "hey.com", "fastmail.com", "zoho.com", "yandex.com", "mail.ru",
        "telia.com", "comhem.se", "bredband.net", "bredband2.com", "bahnhof.se", "spray.se", "home.se", "passagen.se",
        "swipnet.se", "algonet.se", "glocalnet.net", "ownit.nu", "bostream.nu", "bredbandsbolaget.se",
        "tiscali.se", "tyfon.se", "utfors.se", "riksnet.se",
    };

    /// <summary>The private address around an at sign, no part of it before <paramref name="notBefore"/>; null when there is none.</summary>
    public static (int Start, int End)? Around(string text, int at, int notBefore)
    {
        var start = at;
        while (start > notBefore && at - start < LongestName && IsName(text[start - 1]))
            start--;
        var end = at + 1;
        while (end < text.Length && end - at < LongestDomain && IsDomain(text[end]))
            end++;
        while (end > at && text[end - 1] is '.' or '-')
            end--;
        return start < at && end > at && Providers.Contains(text[(at + 1)..end]) ? (start, end) : null;
    }

    static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'';

    static bool IsDomain(char c) => char.IsLetterOrDigit(c) || c is '.' or '-';
}
