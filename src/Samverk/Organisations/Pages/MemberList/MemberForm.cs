using System.Globalization;

namespace Samverk.Organisations.Pages.MemberList;

/// <summary>The lines of a list as they travel in the form between its being shown and its being saved: nothing is kept meanwhile.</summary>
static class MemberForm
{
    const string Numbers = "rad";
    const int LongestValue = MemberSheet.LongestCell;

    public static string Person(int number) => Name(number, "person");

    public static string Seat(int number) => Name(number, "vald");

    public static string Include(int number) => Name(number, "med");

    /// <summary>What the list said, for hidden fields.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(MemberLine line) =>
    [
        (Numbers, line.Number.ToString(CultureInfo.InvariantCulture)),
        .. new[]
        {
            ("organ", line.Body), ("plats", line.Seat), ("namn", line.Name), ("organisation", line.Organisation), ("titel", line.Title), ("post", line.Mail),
            ("roll", line.Role), ("fran", line.From), ("till", line.To), ("ordning", line.Order),
        }.Where(f => f.Item2.Length > 0).Select(f => (Name(line.Number, f.Item1), f.Item2)),
    ];

    public static (IReadOnlyList<MemberLine> Lines, IReadOnlyDictionary<int, MemberChoice> Choices) Posted(IFormCollection form)
    {
        var numbers = form[Numbers].Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).Distinct().Take(MemberSheet.MostRows).ToList();
        string At(int number, string field) => form[Name(number, field)].ToString() is { Length: <= LongestValue } value ? value : "";
        Guid? Id(int number, string field) => Guid.TryParse(At(number, field), out var id) ? id : null;
        return (
            numbers.ConvertAll(n => new MemberLine(n, At(n, "organ"), At(n, "plats"), At(n, "namn"), At(n, "organisation"), At(n, "titel"), At(n, "post"), At(n, "roll"), At(n, "fran"), At(n, "till"), At(n, "ordning"))),
            numbers.ToDictionary(n => n, n => new MemberChoice(At(n, "med").Length > 0, Id(n, "person"), Id(n, "vald"))));
    }

    static string Name(int number, string field) => string.Create(CultureInfo.InvariantCulture, $"r{number}-{field}");
}
