using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Antiforgery;
using Samverk.Organisations.SigningIn;

namespace Samverk.Organisations.Protection;

/// <summary>The page of a form that was stopped for a personnummer: filled in as it was sent, told which fields, with the tick.</summary>
static class StoppedPage
{
    const string TickId = "annat-an-personnummer";

    public static string Of(string html, Typed typed, HttpContext context)
    {
        var page = new HtmlParser().ParseDocument(html);
        var (form, left) = FilledPage.Fill(page, typed);
        TypedField[] caught = [.. typed.Fields.Where(f => NumberStop.Numbers(f.Name, f.Value).Any())];
        List<(string Label, string? Id)> fields = [.. caught.Select(f => f.Name).Distinct().Select(name => Found(form, name)).DistinctBy(f => f.Label)];
        var tick = context.RequestServices.GetRequiredService<SaidElse>().Tick(caught.SelectMany(f => NumberStop.Numbers(f.Name, f.Value)).Distinct(), fields.Select(f => f.Label));
        var notice = Notice(page, fields, form is null ? left : [.. left.Where(caught.Contains)]);
        if (form is null)
            notice.AppendChild(SendAgain(page, typed, tick, context));
        else
            form.Prepend(Tick(page, tick));
        FilledPage.UnderHead(page, notice);
        return page.ToHtml();
    }

    /// <summary>The field as a person knows it, and where it stands.</summary>
    static (string Label, string? Id) Found(IHtmlFormElement? form, string name)
    {
        var field = form?.Elements.OfType<IHtmlElement>().FirstOrDefault(e => e.GetAttribute("name") == name && e is not IHtmlInputElement { Type: "hidden" });
        if (field is null)
            return ("ett fält", null);
        field.SetAttribute("aria-invalid", "true");
        var label = field is IHtmlInputElement { Labels: { Length: > 0 } labels } ? labels[0].TextContent
            : field.Id is { Length: > 0 } id && field.Owner?.QuerySelectorAll("label").FirstOrDefault(l => l.GetAttribute("for") == id) is { } its ? its.TextContent
            : field.GetAttribute("aria-label") ?? field.Closest("label")?.TextContent;
        return (label?.Trim() is { Length: > 0 } words ? $"fältet {words}" : "ett fält", field.Id);
    }

    static IElement Notice(IHtmlDocument page, List<(string Label, string? Id)> fields, List<TypedField> left)
    {
        var notice = FilledPage.Element(page, "div", "", ("class", "notice"), ("data-color", "danger"), ("role", "alert"));
        var told = FilledPage.Paragraph(page, "Det här liknar ett personnummer.", " Inget har sparats. Ta bort numret i ");
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                told.AppendChild(page.CreateTextNode(i == fields.Count - 1 ? " och " : ", "));
            told.AppendChild(fields[i].Id is { Length: > 0 } id ? FilledPage.Element(page, "a", fields[i].Label, ("href", $"#{id}")) : page.CreateTextNode(fields[i].Label));
        }
        told.AppendChild(page.CreateTextNode(" och skicka igen, eller säg att det är något annat. Har du valt en fil, välj den igen."));
        notice.AppendChild(told);
        foreach (var field in left)
            notice.AppendChild(FilledPage.Paragraph(page, null, field.Value));
        return notice;
    }

    static IElement Tick(IHtmlDocument page, string value)
    {
        var label = FilledPage.Element(page, "label", "", ("class", "check full"));
        label.AppendChild(FilledPage.Element(page, "input", "", ("class", "ds-input"), ("type", "checkbox"), ("id", TickId), ("name", NumberStop.Tick), ("value", value)));
        label.AppendChild(page.CreateTextNode(" Det är något annat än ett personnummer. Att du säger det skrivs i loggen, utan numret."));
        return label;
    }

    /// <summary>For a form that the page no longer shows.</summary>
    static IElement SendAgain(IHtmlDocument page, Typed typed, string tick, HttpContext context)
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var form = FilledPage.Element(page, "form", "", ("class", "acts"), ("method", "post"), ("action", typed.Target));
        foreach (var (name, value) in typed.Fields.Select(f => (f.Name, f.Value)).Append((token.FormFieldName, token.RequestToken!)))
            form.AppendChild(FilledPage.Element(page, "input", "", ("type", "hidden"), ("name", name), ("value", value)));
        form.AppendChild(Tick(page, tick));
        form.AppendChild(FilledPage.Element(page, "button", "Skicka", ("class", "ds-button"), ("data-variant", "secondary"), ("type", "submit")));
        return form;
    }
}
