namespace Samverk.Shared;

/// <summary>
/// Personnummer (folkbokföringslagen 1991:481, § 18) and samordningsnummer (SFS 2022:1697): a date, three figures and a check
/// figure; in a samordningsnummer 60 is added to the day. With or without century and separator.
/// </summary>
static class PersonalNumber
{
    /// <summary>The numbers that stand in a text, their figures only, in its order. A mobile number is none, whatever its figures are.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ((>= '0' and <= '9') or '+' or '(') || (i > 0 && char.IsAsciiDigit(text[i - 1])))
                continue;
            if (MobileNumber.EndAt(text, i) is { } mobile)
                i = mobile - 1;
            else if (EndAt(text, i) is var (end, _))
            {
                yield return string.Concat(text[i..end].Where(char.IsAsciiDigit));
                i = end - 1;
            }
        }
    }

    /// <summary>Where a number that begins here ends, and whether it is a samordningsnummer; null when none does.</summary>
    public static (int End, bool Coordination)? EndAt(string text, int start)
    {
        var date = Digits(text, start, 12);
        return date switch
        {
            6 or 8 => WithSeparator(text, start, date),
            10 or 12 => Check(text, start, date - 4, start + date - 4),
            _ => null,
        };
    }

    static (int End, bool Coordination)? WithSeparator(string text, int start, int date)
    {
        var at = start + date;
        while (at < text.Length && at - start - date < 3 && text[at] is '-' or '+' or ' ' or '\u00A0' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212')
            at++;
        return at > start + date && Digits(text, at, 4) == 4 ? Check(text, start, date, at) : null;
    }

    static (int End, bool Coordination)? Check(string text, int start, int dateLength, int serial)
    {
        var figures = string.Concat(text.AsSpan(start + dateLength - 6, 6), text.AsSpan(serial, 4));
        var day = Number(figures, 4);
        var coordination = day > 60;
        if (dateLength == 8 && text.AsSpan(start, 2) is not ("18" or "19" or "20"))
            return null;
        return IsDate(Number(figures, 0), Number(figures, 2), coordination ? day - 60 : day) && Luhn(figures)
            ? (serial + 4, coordination)
            : null;
    }

    /// <summary>Without a century any year that fits will do: 29 February is taken where 1900 or 2000 had one.</summary>
    static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : 1900 + year, month);

    static bool Luhn(string figures)
    {
        var sum = 0;
        for (var i = 0; i < figures.Length; i++)
        {
            var product = (figures[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

    static int Number(string figures, int at) => ((figures[at] - '0') * 10) + figures[at + 1] - '0';

    /// <summary>How many figures follow each other here, but no more than one above <paramref name="most"/>.</summary>
    static int Digits(string text, int at, int most)
    {
        var count = 0;
        while (count <= most && at + count < text.Length && char.IsAsciiDigit(text[at + count]))
            count++;
        return count;
    }
}
