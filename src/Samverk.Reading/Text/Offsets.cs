namespace Samverk.Reading;

/// <summary>Turns places in the UTF-16 string into sources: Unicode code points and pages.</summary>
sealed class Offsets
{
    readonly List<int> surrogates = [];
    readonly int[] pageStarts;
    readonly IReadOnlyList<PageText> pages;

    public Offsets(DocumentText document)
    {
        var text = document.Text;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length - 1; i++)
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
                surrogates.Add(i);
        pages = document.Pages;
        pageStarts = new int[pages.Count];
        for (var (page, at) = (0, 0); page < pages.Count; at += pages[page].Text.Length + 1, page++)
            pageStarts[page] = at;
    }

    public Source Of(int start, int end) => new(PageOf(start), CodePoint(start), CodePoint(end));

    int CodePoint(int at)
    {
        var before = surrogates.BinarySearch(at);
        return at - (before < 0 ? ~before : before);
    }

    int? PageOf(int at)
    {
        var page = Array.BinarySearch(pageStarts, at);
        page = page < 0 ? ~page - 1 : page;
        return page < 0 || page >= pages.Count ? null : pages[page].Number;
    }
}
