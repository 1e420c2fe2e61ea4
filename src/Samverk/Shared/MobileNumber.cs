namespace Samverk.Shared;

/// <summary>
/// Swedish mobile numbers (070, 072, 073, 076, 079) in the ways they are written. Whose they are cannot be seen, so
/// all count as private; switchboards and landlines do not.
/// </summary>
static class MobileNumber
{
    const int SubscriberDigits = 7;

    /// <summary>Where a mobile number that begins here ends; null when none does.</summary>
    public static int? EndAt(string text, int start)
    {
        if (Prefix(text, start) is not { } at || at + 1 >= text.Length || text[at] != '7' || text[at + 1] is not ('0' or '2' or '3' or '6' or '9'))
            return null;
        at += 2;
        if (at < text.Length && text[at] == ')')
            at++;
        for (var digits = 0; digits < SubscriberDigits; digits++)
        {
            at = Gap(text, at);
            if (at >= text.Length || !char.IsAsciiDigit(text[at]))
                return null;
            at++;
        }
        return at < text.Length && char.IsAsciiDigit(text[at]) ? null : at;
    }

    /// <summary>The place after <c>0</c>, <c>(0</c>, <c>+46</c>, <c>0046</c>, with or without <c>(0)</c>.</summary>
    static int? Prefix(string text, int start)
    {
        foreach (var country in (ReadOnlySpan<string>)["+46", "0046", "(+46)"])
        {
            if (string.CompareOrdinal(text, start, country, 0, country.Length) != 0)
                continue;
            var at = Gap(text, start + country.Length);
            if (string.CompareOrdinal(text, at, "(0)", 0, 3) == 0)
                at = Gap(text, at + 3);
            return at < text.Length && text[at] == '0' ? at + 1 : at;
        }
        if (text[start] == '0')
            return start + 1;
        return text[start] == '(' && start + 1 < text.Length && text[start + 1] == '0' ? start + 2 : null;
    }

    /// <summary>At most three signs that part groups of figures: ' – ' is the longest in use.</summary>
    static int Gap(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && text[end] is ' ' or '-' or '\u00A0' or '.' or '/' or '\u2010' or '\u2011' or '\u2013' or '\u2212')
            end++;
        return end;
    }
}
