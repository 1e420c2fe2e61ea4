using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>A paragraph as it is read: its properties, the run that is being read, its text so far.</summary>
sealed class DocxParagraph(DocxStyles styles, DocxNumbering numbering)
{
    /// <summary>A gap of four points and more is seen as one.</summary>
    const int SeenGap = 80;

    readonly StruckText text = new();
    DocxSpace spaceAbove;
    string? styleAbove;
    DocxStyle style = DocxStyle.Plain;
    XElement? properties;
    DocxStyle run = DocxStyle.Plain;
    bool hasHidden;

    public void Start()
    {
        style = styles.Of(null);
        properties = null;
        hasHidden = false;
        Run();
    }

    public void Properties(XElement read)
    {
        properties = read;
        style = styles.Of(read.Child("pStyle").Value());
        Run();
    }

    /// <summary>A run starts: it looks as its paragraph does until it says otherwise.</summary>
    public void Run() => run = style;

    public void RunProperties(XElement read)
    {
        var named = read.Child("rStyle").Value() is { } id ? styles.Of(id).Over(style) : style;
        var strike = read.Switch("strike") is true || read.Switch("dstrike") is true ? true : read.Switch("strike") ?? read.Switch("dstrike");
        run = named with { Struck = strike ?? named.Struck, Hidden = read.Switch("vanish") ?? named.Hidden };
    }

    public void Text(string part)
    {
        if (run.Hidden is true)
            hasHidden = true;
        else
            text.Append(part, run.Struck is true);
    }

    /// <summary>Writes the paragraph, unless its end is deleted: then it goes on in the next one.</summary>
    public void End(Flow flow)
    {
        var mark = properties.Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
            return;
        var written = text.Take();
        if (style.IsContents || (written.Length == 0 && hasHidden && mark.Switch("vanish") is true))
            return;
        var number = Number();
        if (StandsApart())
            flow.Gap();
        foreach (var line in Lines(number, written))
            flow.Line(line);
    }

    /// <summary>An empty line where the page shows one: at headings, and where paragraphs have space between them.</summary>
    bool StandsApart()
    {
        var space = DocxSpace.Of(properties).Over(style.Space);
        var same = styleAbove == style.Id;
        var above = same && spaceAbove.OnlyBetweenStyles is true ? 0 : spaceAbove.After ?? 0;
        var own = same && space.OnlyBetweenStyles is true ? 0 : space.Before ?? 0;
        (spaceAbove, styleAbove) = (space, style.Id);
        return Math.Max(above, own) >= SeenGap || style.IsHeading || properties.Child("outlineLvl").Number() is >= 0 and < 9;
    }

    /// <summary>Text whose paragraph end was deleted and after which nothing came.</summary>
    public void WriteRest(Flow flow)
    {
        var written = text.Take();
        if (written.Length > 0)
            flow.Lines(written.Split('\n'));
    }

    /// <summary>Direct numbering first, then the style's; list 0 means none.</summary>
    string Number()
    {
        var direct = properties.Child("numPr");
        var list = direct.Child("numId").Number() ?? style.NumberId;
        if (list is null or 0)
            return "";
        var level = direct.Child("ilvl").Number() ?? numbering.LevelOf(list.Value, style.Id) ?? style.Level ?? 0;
        return numbering.Next(list.Value, level);
    }

    static string[] Lines(string number, string written)
    {
        if (written.Length == 0)
            return number is "-" ? [""] : [number];
        return (number.Length == 0 ? TypedNumber.Join(written) : $"{number} {written}").Split('\n');
    }
}
