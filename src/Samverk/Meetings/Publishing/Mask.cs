using System.Text.RegularExpressions;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>
/// Hides what was decided to be hidden, wherever it stands. A hidden name takes its words along: 'Apelgren' alone is
/// hidden too, unless somebody who is shown is called so. Letters of parties go as well, and a protected
/// identity isn't told from another hidden name.
/// </summary>
sealed partial class Mask
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    readonly HashSet<string> hiddenNames;
    readonly Regex? names;
    readonly List<(string Text, string Instead)> others;

    public Mask(IReadOnlyCollection<DecidedMask> decided, IEnumerable<string> shownNames)
    {
        var hidden = decided.Where(d => d is { IsHidden: true, Kind: MaskKind.Name }).Select(d => d.Text).ToList();
        hiddenNames = [.. hidden.Select(Swedish.Fold)];
        var kept = decided.Where(d => d is { IsHidden: false, Kind: MaskKind.Name }).Select(d => d.Text).Concat(shownNames).Where(n => !hiddenNames.Contains(Swedish.Fold(n)))
            .SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = hidden.SelectMany(Words).Where(w => w.Length > 1 && char.IsUpper(w[0]) && !kept.Contains(w));
        names = hidden.Count == 0 ? null : Pattern([.. hidden.Select(n => string.Join(@"\s+", Words(n).Select(Regex.Escape))), .. parts.Select(Regex.Escape)]);
        others = [.. decided.Where(d => d.IsHidden && d.Kind != MaskKind.Name).OrderByDescending(d => d.Text.Length).Select(d => (d.Text, d.Kind.Instead()))];
    }

    public bool IsHidden(string name) => hiddenNames.Contains(Swedish.Fold(name));

    /// <summary>A name on its own.</summary>
    public string Name(string name) => IsHidden(name) ? MaskKind.Name.Instead() : Text(name);

    public string Text(string text)
    {
        text = Party().Replace(text, "").Replace(PersonInfo.Protected, MaskKind.Name.Instead(), StringComparison.Ordinal);
        foreach (var (hidden, instead) in others)
            text = text.Replace(hidden, instead, StringComparison.OrdinalIgnoreCase);
        return names is null ? text : names.Replace(text, MaskKind.Name.Instead());
    }

    // The longest first, so that a whole name goes before its parts; a genitive goes with its name.
    static Regex Pattern(List<string> texts) =>
        new(@"\b(?:" + string.Join('|', texts.Distinct().OrderByDescending(t => t.Length)) + @")s?\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Longest);

    /// <summary>The letters of a party after a name are said nowhere in public.</summary>
    [GeneratedRegex(@"\s?\((?:S|M|C|L|KD|SD|V|MP|FP|FI|s|m|c|l|kd|sd|v|mp|fp|fi)\)", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Party();

    static string[] Words(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The Swedish words of masks.</summary>
public static class MaskWords
{
    /// <summary>What stands where something is hidden.</summary>
    public static string Instead(this MaskKind kind) => kind switch
    {
        MaskKind.Name => "[namn dolt]",
        MaskKind.Email => "[e-postadress dold]",
        MaskKind.Telephone => "[telefonnummer dolt]",
        MaskKind.PersonalNumber or MaskKind.NumberLikePersonal => "[nummer dolt]",
        MaskKind.Address => "[adress dold]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this MaskKind kind) => kind switch
    {
        MaskKind.Name => "Namn",
        MaskKind.Email => "E-postadress",
        MaskKind.Telephone => "Telefonnummer",
        MaskKind.PersonalNumber => "Personnummer",
        MaskKind.NumberLikePersonal => "Liknar personnummer",
        MaskKind.Address => "Adress",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
