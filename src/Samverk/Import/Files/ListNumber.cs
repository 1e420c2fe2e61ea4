using System.Globalization;

namespace Samverk.Import.Files;

/// <summary>Writes a list's number the way its format says.</summary>
static class ListNumber
{
    static readonly (int Value, string Roman)[] Romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <param name="number">The count.</param>
    /// <param name="format">A name of OOXML's <c>ST_NumberFormat</c>; those that Swedish documents do not use count in digits.</param>
    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "upperRoman" => Roman(number).ToUpperInvariant(),
        "lowerRoman" => Roman(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerLetter" => Letters(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        var roman = "";
        foreach (var (value, letters) in Romans)
        {
            for (; number >= value; number -= value)
                roman += letters;
        }
        return roman;
    }

    /// <summary>a … z, then aa, bb … as Word counts.</summary>
    static string Letters(int number) =>
        number is < 1 or > 780
            ? number.ToString(CultureInfo.InvariantCulture)
            : new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
