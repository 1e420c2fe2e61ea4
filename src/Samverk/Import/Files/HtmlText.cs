using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Samverk.Import.Files;

/// <summary>
/// Reads HTML as text: tokens only, no tree. Nothing is loaded or run, and the cost grows with the file alone,
/// where a tree can be made to grow with its square.
/// </summary>
sealed class HtmlText
{
    readonly HtmlPage page = new();
    readonly HtmlElements open = new();

    public string Read(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.Character && !open.AreHidden)
                page.Text(token.Data, open.AreStruck, open.Has("pre"));
            else if (token.Type == HtmlTokenType.StartTag)
                Start((HtmlTagToken)token, tokenizer);
            else if (token.Type == HtmlTokenType.EndTag)
                End(token.Name);
        }
        foreach (var last in open.CloseAll())
            page.End(last);
        return PlainText.Tidy(page.ToString());
    }

    void Start(HtmlTagToken tag, HtmlTokenizer tokenizer)
    {
        tokenizer.State = tag.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => HtmlParseMode.PCData,
        };
        foreach (var closed in open.ImpliedEnds(tag.Name))
            page.End(closed);
        if (open.Push(tag) && !open.AreHidden)
            page.Start(tag);
        else if (tag.Name is "br" or "hr" && !open.AreHidden)
            page.Break(tag.Name == "hr", open.AreStruck);
    }

    void End(string name)
    {
        foreach (var closed in open.Close(name))
            page.End(closed);
    }
}
