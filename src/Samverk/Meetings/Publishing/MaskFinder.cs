using System.Text.RegularExpressions;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>Something in the minutes that a person must decide about before they become public.</summary>
/// <param name="Where">Where it stands first, in words: '§ 7', 'Närvaro'.</param>
/// <param name="Context">The text around it; the name itself where it stands alone.</param>
/// <param name="IsProposed">It is proposed to be hidden; the others are names with a task at the meeting.</param>
/// <param name="MayBeShown">False for a personnummer, and for the name of somebody with protected identity: they are never public.</param>
public sealed record FoundMask(MaskKind Kind, string Text, string Where, string Context, bool IsProposed, bool MayBeShown = true);

/// <summary>
/// Finds, in all that would be shown of a meeting, names of people and their addresses and numbers. Names with a task at
/// the meeting stay unless somebody hides them; all else is proposed to be hidden.
/// </summary>
sealed partial class MaskFinder(NameFinder names, NameMask hidden)
{
    const int Around = 60;

    /// <param name="more">What else would be shown, with where it stands.</param>
    public IReadOnlyList<FoundMask> Find(MeetingView meeting, IEnumerable<(string Text, string Where)>? more = null)
    {
        var withTask = WithTask(meeting);
        var known = withTask.Select(name => Swedish.Fold(name.Text)).ToHashSet();
        List<FoundMask> found = [];
        foreach (var (text, where) in Texts(meeting).Concat(more ?? []))
            found.AddRange(In(text, where, known));
        if (meeting.Place is { } place)
            found.AddRange(In(place, "Plats", known).Where(f => f.Kind is not (MaskKind.Address or MaskKind.Name)));
        found.AddRange(meeting.Attendance.Where(a => !HasTask(a)).Select(a => new FoundMask(MaskKind.Name, a.Name, "Närvaro", a.Name, true)));
        found.AddRange(withTask);
        return [.. found.Select(f => Guarded(f, meeting)).DistinctBy(f => (f.Kind, f.Kind == MaskKind.Name ? Swedish.Fold(f.Text) : f.Text)).OrderByDescending(f => f.IsProposed)];
    }

    // Who has a protected identity is hidden whatever is chosen, and isn't shown to the one who chooses.
    FoundMask Guarded(FoundMask found, MeetingView meeting) =>
        found.Kind == MaskKind.Name && (hidden.IsIn(found.Text) || meeting.Attendance.Any(a => hidden.Hides(a.Person) && Swedish.Fold(a.Name) == Swedish.Fold(found.Text)))
            ? found with { IsProposed = true, MayBeShown = false } : found with { Context = hidden.Of(found.Context) };

    IEnumerable<FoundMask> In(string text, string where, HashSet<string> withTask)
    {
        foreach (var (kind, start, end) in NumbersAndAddresses(text))
            yield return new(kind, text[start..end], where, Cut(text, start, end), true, kind != MaskKind.PersonalNumber);
        foreach (var name in names.In(text).Where(name => !IsOneOf(withTask, name)))
        {
            var at = text.IndexOf(name.Split(' ')[0], StringComparison.Ordinal);
            yield return new(MaskKind.Name, name, where, Cut(text, at, Math.Min(text.Length, at + name.Length)), true);
        }
    }

    /// <summary>A text that nobody has decided about, without addresses and numbers of people.</summary>
    public static string WithoutNumbers(string text) =>
        NumbersAndAddresses(text).Where(f => f.Kind != MaskKind.Address).Select(f => (f.Kind, Text: text[f.Start..f.End])).Distinct().ToList()
            .Aggregate(text, (left, f) => left.Replace(f.Text, f.Kind.Instead(), StringComparison.Ordinal));

    // 'Karin Apelgrens' is Karin Apelgren, who was there.
    static bool IsOneOf(HashSet<string> withTask, string name) => Swedish.Fold(name) is var folded && (withTask.Contains(folded) || (folded[^1] == 's' && withTask.Contains(folded[..^1])));

    static List<(MaskKind Kind, int Start, int End)> NumbersAndAddresses(string text)
    {
        List<(MaskKind Kind, int Start, int End)> found = [];
        for (var i = 0; i < text.Length; i++)
            if ((char.IsAsciiDigit(text[i]) || text[i] is '+' or '(') && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && Number(text, i) is var (kind, end))
            {
                found.Add((kind, i, end));
                i = end - 1;
            }
        foreach (var (kind, pattern) in new[] { (MaskKind.Email, Email()), (MaskKind.Telephone, Telephone()), (MaskKind.NumberLikePersonal, LikePersonal()), (MaskKind.Address, Address()) })
            foreach (Match match in pattern.Matches(text))
                if (!found.Exists(f => f.Start < match.Index + match.Length && match.Index < f.End))
                    found.Add((kind, match.Index, match.Index + match.Length));
        return found;
    }

    static (MaskKind Kind, int End)? Number(string text, int at) =>
        MobileNumber.EndAt(text, at) is { } mobile ? (MaskKind.Telephone, mobile)
        : PersonalNumber.EndAt(text, at) is var (number, _) ? (MaskKind.PersonalNumber, number) : null;

    static IEnumerable<(string Text, string Where)> Texts(MeetingView m)
    {
        foreach (var item in m.Items)
            yield return (item.Title, Item(item.Number));
        foreach (var d in m.Decisions)
            yield return (d.Text, Item(d.Item));
        foreach (var q in m.Questions)
            foreach (var text in q.Answers.Concat(q.Comments).Prepend(q.Text ?? ""))
                yield return (text, Item(q.Item));
        foreach (var p in m.ProposedItems)
            yield return (p.Text, "Förslag till kommande möten");
        foreach (var a in m.Attachments)
            yield return (a.Text, "Bilagor");
        foreach (var a in m.Attendance.Where(a => a.Note is not null))
            yield return (a.Note!, "Närvaro");
    }

    static string Item(string? number) => number is null ? "Utan punkt" : $"§ {number}";

    /// <summary>The names of those who took part for an organisation, led, kept or adjusted the minutes, or presented a matter.</summary>
    static List<FoundMask> WithTask(MeetingView m)
    {
        IEnumerable<(string? Name, string Where)> named =
        [
            (m.Chair, "Ordförande"), (m.Secretary, "Sekreterare"), .. m.Adjusters.Select(a => ((string?)a, "Justerare")),
            .. m.Attendance.Where(HasTask).Select(a => ((string?)a.Name, "Närvaro")),
            .. m.Items.SelectMany(i => i.Presenters.Select(p => ((string?)p, "Föredragande"))),
        ];
        return [.. named.Where(n => !string.IsNullOrWhiteSpace(n.Name)).DistinctBy(n => Swedish.Fold(n.Name!)).Select(n => new FoundMask(MaskKind.Name, n.Name!, n.Where, n.Name!, false))];
    }

    static bool HasTask(AttendanceRow a) =>
        a.Person is not null || a.Organisation is not null || a.OrganisationName is not null || a.Role is not (AttendanceRole.Guest or AttendanceRole.Participant);

    static string Cut(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        return $"{(from > 0 ? "…" : "")}{text[from..to].Trim()}{(to < text.Length ? "…" : "")}";
    }

    [GeneratedRegex(@"[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(?:\+46\s?(?:\(0\))?|0)[1-68]\d{0,2}(?:\s?[-–/]\s?|\s)\d{2,3}(?:\s?\d{2,3}){1,3}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)(?:19|20)?\d{6}\s?[-+–]\s?\d{4}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LikePersonal();

    [GeneratedRegex(@"\p{Lu}\p{L}+(?:gatan|vägen|gränd|stigen|allén|backen|torget)\s\d{1,3}(?:\s?[A-Z]\b)?(?:,?\s\d{3}\s?\d{2}\s\p{Lu}\p{L}+)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
