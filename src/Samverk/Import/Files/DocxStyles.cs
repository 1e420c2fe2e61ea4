using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>What the styles of a document say about its text: numbering, headings, struck out, hidden.</summary>
sealed class DocxStyles
{
    /// <summary>Styles build on each other; a longer chain is a loop.</summary>
    const int LongestChain = 20;

    readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    readonly Dictionary<string, DocxStyle> resolved = new(StringComparer.Ordinal);
    string? standard;

    public static DocxStyles Read(byte[]? part)
    {
        var read = new DocxStyles();
        foreach (var style in OoxmlReader.Load(part).Children("style"))
        {
            if (style.Value("styleId") is not { } id)
                continue;
            read.styles.TryAdd(id, style);
            if (style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" or "on")
                read.standard ??= id;
        }
        return read;
    }

    /// <summary>A style with what it inherits; without an id the document's standard style.</summary>
    public DocxStyle Of(string? id)
    {
        id ??= standard;
        if (id is null)
            return DocxStyle.Plain;
        if (!resolved.TryGetValue(id, out var style))
            resolved[id] = style = Resolve(id);
        return style;
    }

    DocxStyle Resolve(string id)
    {
        var style = DocxStyle.Plain with { Id = id };
        for (var depth = 0; depth < LongestChain && id is not null && styles.TryGetValue(id, out var element); depth++)
        {
            style = style.Over(DocxStyle.Of(element));
            id = element.Child("basedOn").Value()!;
        }
        return style;
    }
}

/// <summary>A style's say; null where it says nothing.</summary>
sealed record DocxStyle(string? Id, string? Name, int? NumberId, int? Level, int? Outline, bool? Struck, bool? Hidden)
{
    public static DocxStyle Plain { get; } = new(null, null, null, null, null, null, null);

    public bool IsHeading => Outline is >= 0 and < 9 || (Name?.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>A line of a table of contents: it repeats headings that come anyway.</summary>
    public bool IsContents => Name?.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) is true && !Name.EndsWith("heading", StringComparison.OrdinalIgnoreCase);

    public static DocxStyle Of(XElement style)
    {
        var paragraph = style.Child("pPr");
        var run = style.Child("rPr");
        return new(
            style.Value("styleId"),
            style.Child("name").Value(),
            paragraph.Child("numPr").Child("numId").Number(),
            paragraph.Child("numPr").Child("ilvl").Number(),
            paragraph.Child("outlineLvl").Number(),
            run.Switch("strike") is true || run.Switch("dstrike") is true ? true : run.Switch("strike") ?? run.Switch("dstrike"),
            run.Switch("vanish"));
    }

    /// <summary>This style where it says something, else the one that it builds on.</summary>
    public DocxStyle Over(DocxStyle below) => this with
    {
        Name = Name ?? below.Name,
        NumberId = NumberId ?? below.NumberId,
        Level = Level ?? below.Level,
        Outline = Outline ?? below.Outline,
        Struck = Struck ?? below.Struck,
        Hidden = Hidden ?? below.Hidden,
    };
}
