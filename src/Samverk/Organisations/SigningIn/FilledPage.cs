using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Samverk.Organisations.SigningIn;

/// <summary>A page with its form filled in with what somebody had typed, and a notice that says so.</summary>
static class FilledPage
{
    const string Handler = "_handler", FormId = "kvar";

    /// <param name="token">The antiforgery field's name and value, for the way to throw it away.</param>
    public static string Of(string html, Typed typed, (string Name, string Value) token)
    {
        var page = new HtmlParser().ParseDocument(html);
        var (form, left) = Fill(page, typed);
        Announce(page, form, left, token);
        return page.ToHtml();
    }

    /// <summary>Fills in the form that it was typed in, and opens what hides it.</summary>
    /// <returns>The form, with an id; null when the page has it no more. And what has no place in it.</returns>
    public static (IHtmlFormElement? Form, List<TypedField> Left) Fill(IHtmlDocument page, Typed typed)
    {
        var form = page.Forms.FirstOrDefault(f => IsMeant(f, typed));
        List<TypedField> left = form is null ? [.. typed.Fields.Where(f => f.Name is [not '_', ..])] : Fill(form, typed.Fields);
        if (form is { Id: null or "" })
            form.Id = FormId;
        for (var above = form?.ParentElement; above is not null; above = above.ParentElement)
            if (above is IHtmlDetailsElement details)
                details.IsOpen = true;
        return (form, left);
    }

    static bool IsMeant(IHtmlFormElement form, Typed typed)
    {
        var handler = typed.Fields.FirstOrDefault(f => f.Name == Handler)?.Value;
        var own = form.QuerySelector($"input[name={Handler}]")?.GetAttribute("value");
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : typed.Page;
        return string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase) && own == handler && action.Split('?', '#')[0] == typed.Target;
    }

    /// <returns>What has no place in the form any more.</returns>
    static List<TypedField> Fill(IHtmlFormElement form, IReadOnlyList<TypedField> typed)
    {
        var values = typed.ToLookup(f => f.Name, f => f.Value);
        var fields = form.Elements.OfType<IHtmlElement>().Where(e => Name(e) is { Length: > 0 } name && name[0] != '_').ToLookup(Name);
        foreach (var sameName in fields)
        {
            string[] given = [.. values[sameName.Key]];
            var next = 0;
            foreach (var field in sameName)
                Fill(field, given, ref next);
        }
        return [.. typed.Where(f => f.Name is [not '_', ..] && f.Value.Length > 0 && !fields.Contains(f.Name))];
    }

    static void Fill(IHtmlElement field, string[] given, ref int next)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                box.IsDefaultChecked = given.Contains(box.GetAttribute("value") ?? "on");
                break;
            case IHtmlInputElement { Type: not ("file" or "submit" or "image" or "reset" or "button") } input when next < given.Length:
                input.SetAttribute("value", given[next++]);
                break;
            case IHtmlTextAreaElement area when next < given.Length:
                area.TextContent = given[next++];
                break;
            case IHtmlSelectElement select when given.Length > 0:
                foreach (var option in select.Options)
                    option.IsDefaultSelected = given.Contains(option.Value);
                break;
        }
    }

    static string Name(IHtmlElement field) => field.GetAttribute("name") ?? "";

    static void Announce(IHtmlDocument page, IHtmlFormElement? form, List<TypedField> left, (string Name, string Value) token)
    {
        var notice = Element(page, "div", "", ("class", "notice"), ("data-color", "info"), ("role", "status"));
        notice.AppendChild(Paragraph(page, "Det du skrev är kvar.", form is null
            ? " Du hade blivit utloggad, och sidan ser inte ut som då. Det här hade du skrivit:"
            : left.Count == 0 ? " Du hade blivit utloggad, så inget har skickats än. Kontrollera och skicka igen." : " Du hade blivit utloggad, så inget har skickats än. Det här har inte längre någon plats i formuläret:"));
        foreach (var field in left)
            notice.AppendChild(Paragraph(page, null, field.Value));
        notice.AppendChild(Acts(page, form, token));
        UnderHead(page, notice);
    }

    /// <summary>Puts a notice where a page has its own.</summary>
    public static void UnderHead(IHtmlDocument page, IElement notice) =>
        (page.QuerySelector("main .head") ?? page.QuerySelector("main")?.FirstElementChild)?.Insert(AdjacentPosition.AfterEnd, notice.OuterHtml);

    public static IElement Paragraph(IHtmlDocument page, string? strong, string words)
    {
        var paragraph = page.CreateElement("p");
        if (strong is not null)
            paragraph.AppendChild(Element(page, "strong", strong));
        paragraph.AppendChild(page.CreateTextNode(words));
        return paragraph;
    }

    static IElement Acts(IHtmlDocument page, IHtmlFormElement? form, (string Name, string Value) token)
    {
        var acts = Element(page, "form", "", ("class", "acts"), ("method", "post"), ("action", KeptFormsOnPages.Discard));
        if (form is not null)
            acts.AppendChild(Element(page, "a", "Gå till det du skrev", ("href", $"#{form.Id}")));
        acts.AppendChild(Element(page, "input", "", ("type", "hidden"), ("name", token.Name), ("value", token.Value)));
        acts.AppendChild(Element(page, "button", "Kasta det", ("class", "ds-button"), ("data-variant", "tertiary"), ("data-small", ""), ("type", "submit")));
        return acts;
    }

    public static IElement Element(IHtmlDocument page, string name, string words, params IEnumerable<(string Name, string Value)> attributes)
    {
        var element = page.CreateElement(name);
        element.TextContent = words;
        foreach (var (attribute, value) in attributes)
            element.SetAttribute(attribute, value);
        return element;
    }
}
