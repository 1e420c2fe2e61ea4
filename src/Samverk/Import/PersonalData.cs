using System.Text;
using Samverk.Shared;

namespace Samverk.Import;

enum PersonalKind { PersonalNumber, CoordinationNumber, PrivateEmail, MobileNumber }

/// <summary>Personal data found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of the first character in Unicode code points, as in <see cref="Samverk.Reading.Source"/>.</param>
/// <param name="End">Offset after the last character.</param>
readonly record struct PersonalDatum(PersonalKind Kind, int Start, int End);

/// <summary>
/// Finds what has no place in minutes: personnummer, samordningsnummer, private e-mail addresses and mobile numbers.
/// An address at an organisation is not private; one at a provider for private persons is. Takes time in proportion
/// to the text.
/// </summary>
static class PersonalData
{
    /// <summary>In the order of the text, never overlapping.</summary>
    public static IReadOnlyList<PersonalDatum> Find(string text)
    {
        var found = InChars(text);
        var points = new List<PersonalDatum>(found.Count);
        int at = 0, point = 0;
        foreach (var (kind, start, end) in found)
        {
            var first = point += Points(text, at, start);
            point += Points(text, start, end);
            at = end;
            points.Add(new(kind, first, point));
        }
        return points;
    }

    /// <summary>The text with personal data made unreadable. It keeps its length, so every source span still holds.</summary>
    public static string Mask(string text)
    {
        var found = InChars(text);
        if (found.Count == 0)
            return text;
        var masked = new StringBuilder(text);
        foreach (var (_, start, end) in found)
        {
            for (var i = start; i < end; i++)
            {
                if (char.IsLetterOrDigit(text[i]) || text[i] is '_')
                    masked[i] = '•';
            }
        }
        return masked.ToString();
    }

    static List<(PersonalKind Kind, int Start, int End)> InChars(string text)
    {
        var found = new List<(PersonalKind Kind, int Start, int End)>();
        var last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i < last || At(text, i, last) is not { } hit)
                continue;
            found.Add(hit);
            last = hit.End;
        }
        return found;
    }

    static (PersonalKind Kind, int Start, int End)? At(string text, int at, int notBefore)
    {
        if (text[at] == '@')
            return PrivateEmail.Around(text, at, notBefore) is var (start, end) ? (PersonalKind.PrivateEmail, start, end) : null;
        var opensNumber = char.IsAsciiDigit(text[at]) || text[at] is '+' or '(';
        if (!opensNumber || (at > 0 && char.IsAsciiDigit(text[at - 1])))
            return null;
        if (MobileNumber.EndAt(text, at) is { } mobile)
            return (PersonalKind.MobileNumber, at, mobile);
        return PersonalNumber.EndAt(text, at) is var (number, coordination)
            ? (coordination ? PersonalKind.CoordinationNumber : PersonalKind.PersonalNumber, at, number)
            : null;
    }

    static int Points(string text, int from, int to)
    {
        var count = to - from;
        for (var i = from; i < to; i++)
        {
            if (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]))
                count--;
        }
        return count;
    }
}
