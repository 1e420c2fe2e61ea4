using System.Text;
using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>
/// Counts the lists of a document as Word does. Lists that share a definition count on from each other, unless
/// one of them says where it starts.
/// </summary>
sealed class DocxNumbering
{
    const int Levels = 9;

    readonly Dictionary<int, DocxLevel[]> definitions = [];
    readonly Dictionary<int, DocxList> lists = [];
    readonly Dictionary<int, int?[]> counts = [];

    public static DocxNumbering Read(byte[]? part, DocxStyles styles)
    {
        var numbering = new DocxNumbering();
        var root = OoxmlReader.Load(part);
        var linked = new List<(int Definition, string Style)>();
        foreach (var definition in root.Children("abstractNum"))
        {
            if (definition.Number("abstractNumId") is not { } id)
                continue;
            numbering.definitions.TryAdd(id, DocxLevel.Of(definition));
            if (definition.Child("numStyleLink").Value() is { } style)
                linked.Add((id, style));
        }
        foreach (var list in root.Children("num"))
        {
            if (list.Number("numId") is { } id && list.Child("abstractNumId").Number() is { } definition)
                numbering.lists.TryAdd(id, new DocxList(definition, [.. list.Children("lvlOverride")]));
        }
        foreach (var (definition, style) in linked)
        {
            if (styles.Of(style).NumberId is { } id && numbering.lists.TryGetValue(id, out var list) && numbering.definitions.TryGetValue(list.Definition, out var levels))
                numbering.definitions[definition] = levels;
        }
        return numbering;
    }

    /// <summary>The level that a list keeps for a paragraph style, where it keeps one.</summary>
    public int? LevelOf(int listId, string? style)
    {
        if (style is null || !lists.TryGetValue(listId, out var list) || !definitions.TryGetValue(list.Definition, out var levels))
            return null;
        var level = Array.FindIndex(levels, l => l.Style == style);
        return level < 0 ? null : level;
    }

    /// <summary>Counts a paragraph of a list and gives what is written before it, "" where nothing is.</summary>
    public string Next(int listId, int level)
    {
        if (!lists.TryGetValue(listId, out var list) || !definitions.TryGetValue(list.Definition, out var levels))
            return "";
        level = Math.Clamp(level, 0, Levels - 1);
        if (!counts.TryGetValue(list.Definition, out var count))
            counts[list.Definition] = count = new int?[Levels];
        var own = list.LevelsOver(levels);
        if (list.StartOnce(level) is { } start)
            count[level] = start - 1;
        count[level] = (count[level] ?? own[level].Start - 1) + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (own[deeper].RestartsAfter(level, deeper))
                count[deeper] = null;
        }
        return Write(own, count, level);
    }

    static string Write(DocxLevel[] levels, int?[] count, int level)
    {
        var (format, text, legal) = (levels[level].Format, levels[level].Text, levels[level].Legal);
        if (format == "bullet")
            return "-";
        var written = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
            {
                var at = text[++i] - '1';
                written.Append(ListNumber.Write(count[at] ?? levels[at].Start, legal ? "decimal" : levels[at].Format));
            }
            else
            {
                written.Append(text[i]);
            }
        }
        return written.ToString().Trim();
    }
}

/// <summary>A level of a list: <c>%1.%2</c>, counted in some format from some number.</summary>
sealed record DocxLevel(int Start, string Format, string Text, int? Restart, bool Legal, string? Style)
{
    static readonly DocxLevel Nothing = new(1, "none", "", null, false, null);

    public static DocxLevel[] Of(XElement definition)
    {
        var levels = Enumerable.Repeat(Nothing, 9).ToArray();
        foreach (var level in definition.Children("lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < 9 and var at)
                levels[at] = OfOne(level);
        }
        return levels;
    }

    public static DocxLevel OfOne(XElement level) => new(
        Math.Clamp(level.Child("start").Number() ?? 0, 0, 30_000),
        level.Child("numFmt").Value() ?? "decimal",
        level.Child("lvlText").Value() ?? "",
        level.Child("lvlRestart").Number(),
        level.Switch("isLgl") is true,
        level.Child("pStyle").Value());

    /// <summary>A level starts anew after any level above it, or only after the one that <c>lvlRestart</c> names (0: never).</summary>
    public bool RestartsAfter(int counted, int own) => counted < (Restart is { } restart ? Math.Min(restart, own) : own);
}

/// <summary>One list of a document: a definition and what this list does otherwise.</summary>
sealed class DocxList
{
    readonly Dictionary<int, int> starts = [];
    readonly Dictionary<int, DocxLevel> overrides = [];
    DocxLevel[]? merged;

    public DocxList(int definition, IReadOnlyList<XElement> changes)
    {
        Definition = definition;
        foreach (var change in changes)
        {
            if (change.Number("ilvl") is not (>= 0 and < 9 and var level))
                continue;
            if (change.Child("startOverride").Number() is { } start)
                starts[level] = Math.Clamp(start, 0, 30_000);
            if (change.Child("lvl") is { } own)
                overrides[level] = DocxLevel.OfOne(own);
        }
    }

    public int Definition { get; }

    public DocxLevel[] LevelsOver(DocxLevel[] levels) =>
        merged ??= overrides.Count == 0 ? levels : [.. levels.Select((level, at) => overrides.GetValueOrDefault(at, level))];

    /// <summary>Where this list starts on a level: told once, the first time the level is counted.</summary>
    public int? StartOnce(int level) => starts.Remove(level, out var start) ? start : null;
}
