using AngleSharp.Html.Parser.Tokens;

namespace Samverk.Import.Files;

/// <summary>The elements that are open at a point in an HTML file, closed as forgivingly as a browser does.</summary>
sealed class HtmlElements
{
    /// <summary>Deeper elements are not followed; their text still is.</summary>
    const int Deepest = 400;

    static readonly HashSet<string> Void = ["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"];
    static readonly HashSet<string> NoText =
        ["script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "select", "button", "textarea", "nav", "audio", "video", "canvas", "noframes", "noembed"];
    static readonly HashSet<string> Blocks =
        ["p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer", "hr"];

    readonly List<Open> stack = [];
    int hidden;
    int struck;

    public bool AreHidden => hidden > 0;
    public bool AreStruck => struck > 0;
    public bool Has(string name) => stack.Exists(e => e.Name == name);

    /// <summary>False for an element that has no content, or that lies too deep to follow.</summary>
    public bool Push(HtmlTagToken tag)
    {
        if (Void.Contains(tag.Name) || stack.Count >= Deepest)
            return false;
        var style = Attribute(tag, "style").Replace(" ", "", StringComparison.Ordinal);
        var element = new Open(
            tag.Name,
            !AreHidden,
            NoText.Contains(tag.Name) || tag.Attributes.Exists(a => a.Name == "hidden") || style.Contains("display:none", StringComparison.OrdinalIgnoreCase),
            tag.Name is "s" or "strike" or "del" || style.Contains("line-through", StringComparison.OrdinalIgnoreCase));
        stack.Add(element);
        hidden += element.Hidden ? 1 : 0;
        struck += element.Struck ? 1 : 0;
        return true;
    }

    public List<string> CloseAll() => CloseFrom(0);

    /// <summary>Elements that end because this one starts: HTML lets p, li, td and tr go unclosed.</summary>
    public List<string> ImpliedEnds(string starting) => starting switch
    {
        "li" => CloseWithin("li", "ul", "ol"),
        "td" or "th" => [.. CloseWithin("td", "table", "tr"), .. CloseWithin("th", "table", "tr")],
        "tr" => CloseWithin("tr", "table", "table"),
        _ when Blocks.Contains(starting) && stack.Count > 0 && stack[^1].Name == "p" => CloseWithin("p", "td", "li"),
        _ => [],
    };

    /// <summary>The shown elements that an end tag ends, innermost first. An end tag that nothing opened is nothing; one in a cell does not reach out of the table.</summary>
    public List<string> Close(string name) => CloseWithin(name, name == "table" ? "" : "table", "");

    public static string Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
                return attribute.Value;
        }
        return "";
    }

    List<string> CloseWithin(string name, string fence, string otherFence)
    {
        var at = stack.FindLastIndex(e => e.Name == name || e.Name == fence || e.Name == otherFence);
        return at < 0 || stack[at].Name != name ? [] : CloseFrom(at);
    }

    List<string> CloseFrom(int at)
    {
        var closed = new List<string>();
        for (var i = stack.Count - 1; i >= at; i--)
        {
            var (name, shown, hides, strikes) = stack[i];
            hidden -= hides ? 1 : 0;
            struck -= strikes ? 1 : 0;
            if (shown && !hides)
                closed.Add(name);
        }
        stack.RemoveRange(at, stack.Count - at);
        return closed;
    }

    /// <param name="Name">Its tag.</param>
    /// <param name="Shown">Whether what it stands in is shown.</param>
    /// <param name="Hidden">Whether it hides its own content.</param>
    /// <param name="Struck">Whether it strikes out its content.</param>
    readonly record struct Open(string Name, bool Shown, bool Hidden, bool Struck);
}
