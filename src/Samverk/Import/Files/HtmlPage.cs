using AngleSharp.Html.Parser.Tokens;

namespace Samverk.Import.Files;

/// <summary>The text of an HTML file as it builds up: paragraphs, lists and tables.</summary>
sealed class HtmlPage
{
    static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"];

    readonly Stack<Flow> flows = new([new Flow()]);
    readonly Stack<List<IReadOnlyList<string>>> rows = new();
    readonly Stack<HtmlList> lists = new();
    readonly StruckText paragraph = new();
    string marker = "";
    bool afterSpace;
    bool spaced;

    public override string ToString()
    {
        EndParagraph();
        return flows.Peek().ToString();
    }

    public void Text(string text, bool struck, bool asWritten)
    {
        foreach (var c in text)
        {
            var space = c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0';
            if (asWritten && c == '\n')
                EndParagraph();
            else if (!space)
                paragraph.Append(c, struck);
            else if (!afterSpace || asWritten)
                paragraph.Append(' ', struck);
            afterSpace = space;
        }
    }

    public void Break(bool paragraphEnds, bool struck)
    {
        if (paragraphEnds)
            EndParagraph();
        else if (!paragraph.IsEmpty)
            paragraph.Append('\n', struck);
        afterSpace = true;
    }

    public void Start(HtmlTagToken tag)
    {
        if (Inline.Contains(tag.Name))
            return;
        EndParagraph();
        if (tag.Name == "p")
            spaced = lists.Count == 0 && !IsTight(tag);
        if (IsHeading(tag.Name) || tag.Name == "table" || (tag.Name == "p" && spaced))
            flows.Peek().Gap();
        if (tag.Name is "ul" or "ol")
            lists.Push(new HtmlList(tag));
        else if (tag.Name == "li")
            marker = lists.TryPeek(out var list) ? list.Next(tag) : "- ";
        else if (tag.Name == "tr")
            rows.Push([]);
        else if (tag.Name is "td" or "th")
            flows.Push(new Flow());
    }

    public void End(string name)
    {
        if (Inline.Contains(name))
            return;
        EndParagraph();
        if (name is "ul" or "ol")
            lists.TryPop(out _);
        else if (name == "li")
            marker = "";
        else if (name is "td" or "th" && flows.Count > 1)
            EndCell();
        else if (name == "tr" && rows.TryPop(out var row))
            flows.Peek().Lines(TableRow.Lines(row));
        else if (IsHeading(name) || name == "table" || (name == "p" && spaced))
            flows.Peek().Gap();
    }

    static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>A browser puts space around a paragraph unless it is told otherwise.</summary>
    static bool IsTight(HtmlTagToken tag) =>
        HtmlElements.Attribute(tag, "style").Replace(" ", "", StringComparison.Ordinal).Contains("margin:0", StringComparison.OrdinalIgnoreCase);

    /// <summary>A cell outside any row stands for itself.</summary>
    void EndCell()
    {
        var cell = flows.Pop().Filled;
        if (rows.TryPeek(out var row))
            row.Add(cell);
        else
            flows.Peek().Lines(cell);
    }

    void EndParagraph()
    {
        afterSpace = true;
        var text = paragraph.Take();
        if (text.Length == 0)
            return;
        flows.Peek().Line(marker + text);
        marker = "";
    }
}

/// <summary>A list in HTML and its count.</summary>
sealed class HtmlList(HtmlTagToken tag)
{
    readonly string? format = tag.Name == "ul" ? null : HtmlElements.Attribute(tag, "type") switch
    {
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        _ => "decimal",
    };
    int number = int.TryParse(HtmlElements.Attribute(tag, "start"), out var start) ? start - 1 : 0;

    public string Next(HtmlTagToken item)
    {
        if (format is null)
            return "- ";
        number = int.TryParse(HtmlElements.Attribute(item, "value"), out var value) ? value : number + 1;
        return ListNumber.Write(number, format) + ". ";
    }
}
