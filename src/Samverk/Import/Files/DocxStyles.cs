using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>What the styles of a document say about its text: numbering, headings, struck out, hidden.</summary>
sealed class DocxStyles
{
    /// <summary>Styles build on each other; a longer chain is a loop.</summary>
    const int LongestChain = 20;

    readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    DocxStyle defaults = DocxStyle.Plain;
    readonly Dictionary<string, DocxStyle> resolved = new(StringComparer.Ordinal);
    string? standard;

    public static DocxStyles Read(byte[]? part)
    {
        var root = OoxmlReader.Load(part);
        var read = new DocxStyles { defaults = DocxStyle.Plain with { Space = DocxSpace.Of(root.Child("docDefaults").Child("pPrDefault").Child("pPr")) } };
        foreach (var style in root.Children("style"))
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
            return defaults;
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
        return style.Over(defaults);
    }
}

/// <summary>A style's say; null where it says nothing.</summary>
sealed record DocxStyle(string? Id, string? Name, int? NumberId, int? Level, int? Outline, bool? Struck, bool? Hidden, DocxSpace Space)
{
    public static DocxStyle Plain { get; } = new(null, null, null, null, null, null, null, default);

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
            run.Switch("vanish"),
            DocxSpace.Of(paragraph));
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
        Space = Space.Over(below.Space),
    };
}

/// <summary>The space around a paragraph, in twentieths of a point; null where nothing is said.</summary>
/// <param name="Before">Above it.</param>
/// <param name="After">Below it.</param>
/// <param name="OnlyBetweenStyles">No space to a neighbour of the same style, as in lists.</param>
readonly record struct DocxSpace(int? Before, int? After, bool? OnlyBetweenStyles)
{
    /// <summary>What Word takes for 'automatic'.</summary>
    const int Automatic = 280;

    public static DocxSpace Of(XElement? properties)
    {
        var spacing = properties.Child("spacing");
        return new(Size(spacing, "before"), Size(spacing, "after"), properties.Switch("contextualSpacing"));
    }

    public DocxSpace Over(DocxSpace below) => new(Before ?? below.Before, After ?? below.After, OnlyBetweenStyles ?? below.OnlyBetweenStyles);

    static int? Size(XElement? spacing, string side) =>
        spacing.Value(side + "Autospacing") is "1" or "true" or "on" ? Automatic : spacing.Number(side);
}
