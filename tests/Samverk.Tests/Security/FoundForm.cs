using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Samverk.Tests.Security;

/// <summary>A form as it stands on a page, with what a browser would send if nobody typed anything.</summary>
/// <param name="Name">What its page calls it.</param>
sealed record FoundForm(string Action, string Name, IReadOnlyList<FoundField> Fields)
{
    static readonly HtmlParser Parser = new();

    public bool TakesText => Fields.Any(one => one.IsText);

    /// <summary>The forms on a page that are posted and carry no files, except those that sign in or out.</summary>
    public static IEnumerable<FoundForm> On(Visited page) =>
        Parser.ParseDocument(page.Html).Forms.Where(form => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && form.GetAttribute("enctype") is null)
            .Select(form => new FoundForm(form.GetAttribute("action") ?? page.Address, Handler(form), [.. form.Elements.SelectMany(Field)]))
            .Where(form => !form.Action.StartsWith("/logga-", StringComparison.Ordinal));

    public Task<HttpResponseMessage> Send(HttpClient browser, Func<FoundField, string> typed, params IEnumerable<(string Name, string Value)> more) =>
        browser.PostAsync(Action, new FormUrlEncodedContent(Fields.Select(field => (field.Name, Value: field.IsText ? typed(field) : field.Value)).Concat(more).Select(f => KeyValuePair.Create(f.Name, f.Value))));

    static string Handler(IHtmlFormElement form) => form.QuerySelector("input[name=_handler]")?.GetAttribute("value") ?? "";

    static IEnumerable<FoundField> Field(IElement element) => element.GetAttribute("name") is not { Length: > 0 } name ? [] : element switch
    {
        IHtmlTextAreaElement area => [new(name, true, area.Value, 0)],
        IHtmlSelectElement select => [new(name, false, select.Value ?? "", 0)],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement input => [new(name, input.Type is "text" or "search" or "email" or "tel", input.Value, input.MaxLength)],
        _ => [],
    };
}

/// <param name="IsText">Somebody types what they like in it.</param>
/// <param name="MaxLength">Of what is typed; 0 or less when nothing is said.</param>
sealed record FoundField(string Name, bool IsText, string Value, int MaxLength);
