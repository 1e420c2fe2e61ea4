using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Samverk.Import;
using Samverk.World;

namespace Samverk.Bench;

/// <summary>The World's minutes, and as many and as long ones as a measurement needs, made of them.</summary>
static partial class Documents
{
    const string Prefix = "Samverk.World.Documents.", Unconfirmed = "att_granska.";
    const int LinesPerItem = 5;

    static readonly string[] Head =
    [
        "Protokoll Samverkansrådet för hälsa, social välfärd och vård",
        "Tid: Fredag den 11 september 2026 kl. 9.30–12.00",
        "Plats: Regionhuset Stenvalla",
        "Närvarande: Björn Åkerlind, ordförande, Region Bergslunda, Ulrika Tornvall, Stenvalla",
        "",
    ];

    /// <summary>Every document of the World that is in the record, by its day.</summary>
    public static IReadOnlyList<HandedOver> World { get; } =
    [
        .. typeof(WorldSeed).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && !n[Prefix.Length..].StartsWith(Unconfirmed, StringComparison.Ordinal))
            .Select(n => new HandedOver(n[Prefix.Length..], Bytes(n)))
            .OrderBy(d => d.FileName[^14..], StringComparer.Ordinal),
    ];

    /// <summary>So many different minutes: the World's, with every year moved back until body and day are new.</summary>
    public static IEnumerable<HandedOver> Archive(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (document, back) = (World[i % World.Count], 3 * (1 + (i / World.Count)));
            var text = Year().Replace(Encoding.UTF8.GetString(document.Content), y => Earlier(y.Value, back));
            yield return new(Year().Replace(document.FileName, y => Earlier(y.Value, back)), Encoding.UTF8.GetBytes(text));
        }
    }

    static string Earlier(string year, int back) => (int.Parse(year, CultureInfo.InvariantCulture) - back).ToString(CultureInfo.InvariantCulture);

    /// <summary>One document of so many lines: a head, and items of the World's own sentences, no two alike.</summary>
    public static string Long(int lines)
    {
        var sentences = Sentences();
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++)
        {
            var (item, within) = Math.DivRem(i - Head.Length, LinesPerItem);
            var line = i < Head.Length ? Head[i] : within == 0 ? $"§ {item + 1} Ärende om {Word(item)}" : Own(sentences[i % sentences.Count], i);
            text.Append(line).Append('\n');
        }
        return text.ToString();
    }

    // A word of its own in each line: lines that come again and again are page heads, which is another kind of work.
    static string Own(string sentence, int i) => $"{sentence.TrimEnd('.')} i {Word(i)}.";

    static string Word(int i)
    {
        const string Syllables = "bamodirukesylonatavihepugotysafelimo";
        var word = new StringBuilder();
        do
            word.Append(Syllables, i % 18 * 2, 2);
        while ((i /= 18) > 0);
        return word.ToString();
    }

    static List<string> Sentences() =>
    [
        .. World.SelectMany(d => Encoding.UTF8.GetString(d.Content).Split('\n'))
            .Where(l => l.Length is > 30 and < 160 && l.EndsWith('.') && char.IsUpper(l[0])).Distinct(StringComparer.Ordinal),
    ];

    static byte[] Bytes(string resource)
    {
        using var stream = typeof(WorldSeed).Assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex(@"\b20(?:19|2\d)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
