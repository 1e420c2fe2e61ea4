using System.Globalization;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>What a row of a membership list says, in the list's own words.</summary>
public sealed record MemberLine(int Number, string Body, string Seat, string Name, string Organisation, string Title, string Mail, string Role, string From, string To, string Order);

/// <summary>What words in membership lists mean.</summary>
static class MemberWords
{
    static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>Excel keeps a day as the number of days since the end of 1899; these are 1954 to 2119.</summary>
    const int FirstSerial = 20_000, LastSerial = 80_000;

    /// <returns>Null when the word means no role. Nothing at all means member.</returns>
    public static MembershipRole? Role(string written) => Swedish.Fold(written) switch
    {
        "" or "ledamot" or "ordinarie" or "ordinarie ledamot" or "medlem" or "ord" or "led" or "ordförande" or "vice ordförande" or "1 e vice ordförande" or "2 e vice ordförande" or "representant" => MembershipRole.Member,
        "ersättare" or "suppleant" or "ers" or "ersättande" or "ersättare ledamot" => MembershipRole.Deputy,
        "adjungerad" or "adj" or "adjungerad ledamot" => MembershipRole.CoOpted,
        "inbjuden" or "gäst" or "övrig" or "övriga" => MembershipRole.Guest,
        _ => null,
    };

    /// <summary>A standing that is not a kind of place: somebody appoints it on the body's own page.</summary>
    public static bool IsChair(string written) => Swedish.Fold(written).EndsWith("ordförande", StringComparison.Ordinal);

    /// <summary>A day as lists write it; a year alone is its first day, or its last when it ends something.</summary>
    public static DateOnly? Day(string written, bool last)
    {
        var text = written.Trim();
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
            return last ? new(year, 12, 31) : new(year, 1, 1);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        return DateTime.TryParseExact(text, DayForms, Swedish.Culture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;
    }
}
