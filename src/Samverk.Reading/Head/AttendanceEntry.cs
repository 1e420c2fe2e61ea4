using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>A person of the attendance list while it is being read: the name and what stands beside it.</summary>
sealed partial class AttendanceEntry
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?:närvarande |deltog |deltar |del av |under |vid |på |endast |föredragande |för |adjungerad )*(?:punkt(?:erna|en|er)?|pkt\.?|p\.|§§?|paragraf(?:erna)?|ärende(?:na)?)\s*(?<n>[0-9]{1,3}(?:\s*(?:[-–]|,|och|samt|&)\s*(?:§\s*)?[0-9]{1,3})*)", Options, Matching.TimeLimit)]
    static partial Regex OnlyItems { get; }
    [GeneratedRegex(@"[0-9]{1,3}|[-–]", Options, Matching.TimeLimit)]
    static partial Regex NumberOrDash { get; }
    [GeneratedRegex(@"(?:t\.?\s?o\.?\s?m\.?|till och med|tom|till)\s+(?:punkt(?:en)?|§§?|pkt)\s*(?<n>[0-9]{1,3})", Options, Matching.TimeLimit)]
    static partial Regex UpTo { get; }
    [GeneratedRegex(@"^(?:ej|inte|lämnade .*|försvann .*|gick .*|avvek .*|kom .*|anslöt .*|till kl.*|från kl.*|fr\.?o\.?m\.? kl.*|t\.?o\.?m\.? kl.*|kl\.?\s?[0-9].*|under .*)(?:\s*(?:§|punkt).*)?$", Options, Matching.TimeLimit)]
    static partial Regex NotAttended { get; }
    [GeneratedRegex(@"(?:fr\.?\s?o\.?\s?m\.?|från och med|från|from)\s+(?:punkt(?:en)?|§§?|pkt)\s*[0-9]{1,3}", Options, Matching.TimeLimit)]
    static partial Regex FromOn { get; }
    [GeneratedRegex(@"\bej\s+(?:fm|em|förmiddag|eftermiddag|§|punkt|pkt|under|hela)|till och från|del av (?:mötet|dagen|tiden)|delvis|delar av|^(?:fm|em)$|endast (?:fm|em|förmiddag|eftermiddag)|(?:avvek|lämna\w+|gick|anslöt|ansluter|kom|anlände|deltog|deltar|närvarande)\b.*\b(?:kl|efter|från|till|fr|t\.o\.m|förmiddag\w*|eftermiddag\w*|fm|em)\b|under (?:förmiddagen|eftermiddagen)|(?:fr\.?o\.?m|t\.?o\.?m|från|till|efter|före)\.?\s+kl|inte (?:hela|§|punkt)", Options, Matching.TimeLimit)]
    static partial Regex Partial { get; }
    [GeneratedRegex(@"^(?:ej närvarande|frånvarande|förhinder|anmält förhinder|frånvaro|inte närvarande|anmäld frånvaro|sjuk|återbud|förhindrad)\b", Options, Matching.TimeLimit)]
    static partial Regex Away { get; }
    [GeneratedRegex(@"\b(?:digitalt?|teams|skype|zoom|distans|länk|videolänk|video|på telefon|via telefon|telefonledes|online|webb)\b", Options, Matching.TimeLimit)]
    static partial Regex Digital { get; }
    [GeneratedRegex(@"^(?:höll i mötet|ledde mötet|mötesledare)$|^(?:mötes)?(?:ordförande|ordf\.?|ordföranden)(?:\s*[,/(].*|\s+(?:vid mötet|för mötet|fr\.?o\.?m.*|t\.?o\.?m.*|§.*|punkt.*|och .*))?$", Options, Matching.TimeLimit)]
    static partial Regex ChairWord { get; }
    [GeneratedRegex(@"^(?:mötes|nämnd|råds|ansvarig )?(?:sekreterare|sekr\.?|protokollförare|antecknare|antecknar|vid pennan|vid protokollet|för anteckningar|vid anteckningarna|skrev|antecknade|vid datorn|vid tangentbordet|förde anteckningar|minnesanteckningar|mötesanteckningar|anteckningar|skriver|protokoll|adjungerad sekreterare|förvaltningssekreterare och sekreterare)(?:\s*[,/].*)?$", Options, Matching.TimeLimit)]
    static partial Regex SecretaryWord { get; }
    [GeneratedRegex(@"^(?:(?:ej |icke )?(?:tjg\.?|tjänstg\.?|tjänstgörande)\s*)?(?:ers\.?|ersättare)(?:\s+(?:för|i st\w* för)\s.*)?$|^(?:tjg|tjänstgörande)\b.*$|^ersätter\b.*$|^ersättare\b.*$|^suppleant$", Options, Matching.TimeLimit)]
    static partial Regex DeputyWord { get; }
    [GeneratedRegex(@"^(?:ordinarie\s+)?(?:ledamot|ledamöter|led\.)$", Options, Matching.TimeLimit)]
    static partial Regex MemberWord { get; }
    [GeneratedRegex(@"^(?:inbjuden|inbjudna|gäst|gästföreläsare|adjungerad|adj\.?|inbjuden föredragande|föredragande|föreläsare)(?:\s.*)?$", Options, Matching.TimeLimit)]
    static partial Regex GuestWord { get; }

    public required string Name { get; init; }
    public required Block Block { get; init; }
    public required int Start { get; init; }
    public int End { get; set; }
    public string? Organisation { get; set; }
    public string? Role { get; set; }
    public bool SaysPart { get; set; }
    public string Presence { get; set; } = "present";
    public string? Mode { get; set; }
    public List<string> Items { get; } = [];
    /// <summary>Attended up to an item, from the first on: the document's own numbers decide which those are.</summary>
    public bool FromFirst { get; private set; }
    public string? Note { get; private set; }
    /// <summary>The document itself calls the person ledamot or (tjänstgörande) ersättare.</summary>
    public bool IsMember { get; private set; }
    public bool IsDeputy { get; private set; }

    public string? Initials { get; private set; }

    bool IsInitials(string words) =>
        words.Length is 2 or 3 or 4 && words.All(char.IsLetter) && string.Equals(words, string.Concat(Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(n => n[0])), StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes in the words in brackets after the name.</summary>
    public void Bracket(string words)
    {
        Note = Note is null ? words : Note + ", " + words;
        if (IsInitials(words))
            Initials = words;
        if (Names.IsParty(words) || Initials == words)
            return;
        var parts = words.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (OnlyItems.IsMatch(words))
            Detail(words);
        else
            foreach (var part in parts)
                Detail(part);
    }

    /// <summary>Takes in what stands beside the name: an organisation, a title, a role, what was attended and how.</summary>
    public void Detail(string words)
    {
        words = words.Trim(' ', '.', ',', ';', ':', '-', '–', '(', ')');
        if (words.StartsWith("från ", StringComparison.Ordinal) && !words.StartsWith("från kl", StringComparison.Ordinal) && words.Length > 6 && (char.IsUpper(words[5]) || Names.IsOrganisation(words)))
            words = words[5..];
        if (words.Length == 0 || Names.IsParty(words) || words is "Extern" or "extern" or "Intern" or "intern" or "organisatör")
            return;
        words = WithoutTitle(words);
        if (ChairWord.IsMatch(words))
            Role = "chair";
        else if (SecretaryWord.IsMatch(words))
            Role ??= "secretary";
        else if (DeputyWord.IsMatch(words))
            IsDeputy = true;
        else if (MemberWord.IsMatch(words))
            IsMember = true;
        else if (GuestWord.IsMatch(words) && !OnlyItems.IsMatch(words))
            Role ??= "guest";
        else if (!Attended(words) && IsOrganisation(words) && (Organisation is null || !IsPrincipal(Organisation) && (IsPrincipal(words) || !Names.IsOrganisation(Organisation) && Names.IsOrganisation(words))))
            Organisation = words;
    }

    /// <summary>'MAS Holmsala', 'socialchef Askvik': the place after a title.</summary>
    static string WithoutTitle(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 1 && space + 2 < words.Length && char.IsUpper(words[space + 1]) && !words.AsSpan(space + 1).Contains(' ') && Names.IsTitle(words[..space]) && !Names.IsOrganisation(words[..space]) && !Names.IsTitle(words[(space + 1)..]) ? words[(space + 1)..] : words;
    }

    bool Attended(string words)
    {
        var digital = Digital.IsMatch(words) && !Names.IsTitle(words) && !words.Contains("utveckl", StringComparison.OrdinalIgnoreCase);
        if (digital)
            Mode = "digital";
        if (Away.IsMatch(words))
            Presence = "absent";
        else if (NotAttended.IsMatch(words))
            Presence = "partial";
        else if (UpTo.Match(words) is { Success: true } upTo)
        {
            FromFirst = !OnlyItems.IsMatch(words) || UpTo.Match(words).Index == 0;
            OnlyAttended(Numbers((OnlyItems.Match(words) is { Success: true } start && !FromFirst ? start.Groups["n"].Value : "1") + "-" + upTo.Groups["n"].Value));
        }
        else if (FromOn.IsMatch(words) || Partial.IsMatch(words))
            Presence = "partial";
        else if (OnlyItems.Match(words) is { Success: true } only)
            OnlyAttended(Numbers(only.Groups["n"].Value));
        else
            return digital;
        return true;
    }

    void OnlyAttended(IEnumerable<string> numbers)
    {
        Presence = "partial";
        Items.AddRange(numbers.Where(n => !Items.Contains(n)));
    }

    static IEnumerable<string> Numbers(string words)
    {
        var previous = 0;
        var range = false;
        foreach (var part in NumberOrDash.Matches(words).Select(m => m.Value))
        {
            if (!int.TryParse(part, out var number))
            {
                range = true;
                continue;
            }
            for (var n = range && number > previous && number - previous < 200 ? previous + 1 : number; n <= number; n++)
                yield return n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            (previous, range) = (number, false);
        }
    }

    /// <summary>A region, a municipality or the like says more than a unit of it.</summary>
    static bool IsPrincipal(string words) => words.Contains("kommun", StringComparison.OrdinalIgnoreCase) || words.StartsWith("Region ", StringComparison.Ordinal) || words.StartsWith("region", StringComparison.Ordinal) || Places.Contains(words);

    static bool IsOrganisation(string words)
    {
        if (words.Length > 90 || !char.IsLetter(words[0]))
            return false;
        if (Names.IsOrganisation(words) && !IsBareTitle(words))
            return true;
        return char.IsUpper(words[0]) && !Names.IsTitle(words) && words.Split(' ').Length <= 6;
    }

    /// <summary>'kommunchef' and 'Regionråd' are titles though they begin like organisations.</summary>
    static bool IsBareTitle(string words) => Names.IsTitle(words.Split(' ')[^1]) && !words.Contains(" kommun", StringComparison.OrdinalIgnoreCase) && !words.StartsWith("Region ", StringComparison.Ordinal) || Names.IsTitle(words.Split(' ')[0]) && char.IsLower(words[0]);
}
