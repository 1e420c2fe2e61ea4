using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Tells a room from remote participation.</summary>
static partial class MeetingFormat
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:digital\p{L}*|teams(?:möte)?|microsoft teams|ms teams|skype(?:möte)?|zoom(?:möte)?|distans\p{L}*|(?:video)?länk\p{L}*|video\p{L}*|telefon\p{L}*|online|webb\p{L}*|webex)\b", Options, Matching.TimeLimit)]
    static partial Regex Remote { get; }
    [GeneratedRegex(@"\b(?:via|möte|mötet|sammanträde|sammanträdet|på|i|och|samt|eller|per|genom|med|microsoft|ms|helt|endast|enbart|även|alternativt|for|business|ett|som|genomfördes|hölls|också)\b|[^\p{L}]", Options, Matching.TimeLimit)]
    static partial Regex Filler { get; }

    public static string? Of(string? place, List<AttendanceEntry> attendance)
    {
        if (place is null)
            return null;
        var remote = Remote.IsMatch(place);
        var room = Filler.Replace(Remote.Replace(place, " "), "").Length > 1;
        if (remote)
            return room || place.Contains("hybrid", StringComparison.OrdinalIgnoreCase) ? "hybrid" : "digital";
        return place.Contains("hybrid", StringComparison.OrdinalIgnoreCase) || attendance.Exists(a => a.Mode == "digital") ? "hybrid" : "onsite";
    }
}
