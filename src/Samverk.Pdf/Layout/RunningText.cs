using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>What stands on every page: in the head the body and the date, in the foot the title and the page's number.</summary>
static class RunningText
{
    const double Gap = 24, HeadRule = 12;
    const int Ellipsis = '…';

    public static void Draw(IReadOnlyList<PageCanvas> pages, DocumentFacts facts, DocumentFonts fonts)
    {
        var title = Characters.OneLine(facts.Title);
        foreach (var page in pages)
        {
            Line(page, Artifact.Head, Characters.OneLine(facts.HeadLeft), Characters.OneLine(facts.HeadRight), Look.HeadBaseline, fonts);
            page.Rule(Look.Left, Look.HeadBaseline - HeadRule, Look.Left + Look.Width, Look.HeadBaseline - HeadRule, Look.Hairline, Look.Pale);
            Line(page, Artifact.Foot, title, Wording.Of(facts.Language).Page(page.Number + 1, pages.Count), Look.FootBaseline, fonts);
        }
    }

    static void Line(PageCanvas page, Artifact owner, string left, string right, double baseline, DocumentFonts fonts)
    {
        var style = Look.Running;
        var rightLine = Fitted(right, Look.Width / 2, fonts);
        var leftLine = Fitted(left, Look.Width - rightLine.WidthAt(style.Size) - Gap, fonts);
        page.Text(owner, leftLine, Look.Left, baseline, style);
        page.Text(owner, rightLine, Look.Left + Look.Width - rightLine.WidthAt(style.Size), baseline, style);
    }

    static Line Fitted(string text, double width, DocumentFonts fonts)
    {
        var signs = fonts.Signs(text, Look.Running.Face).FindAll(s => !s.IsDirection);
        var whole = new Line(signs, signs.Sum(s => s.Advance));
        if (whole.WidthAt(Look.Running.Size) <= width)
            return whole;
        var ellipsis = fonts.Signs(((char)Ellipsis).ToString(), Look.Running.Face)[0];
        var (room, kept) = (width * 1000 / Look.Running.Size - ellipsis.Advance, 0);
        for (var used = 0; kept < signs.Count && used + signs[kept].Advance <= room; kept++)
            used += signs[kept].Advance;
        Sign[] shown = [.. signs.Take(kept), ellipsis];
        return new(shown, shown.Sum(s => s.Advance));
    }
}
