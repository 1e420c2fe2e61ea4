namespace Samverk.Pdf;

/// <summary>Places pieces on pages: what is kept together on one page if a page can hold it.</summary>
sealed class Paginator
{
    const double Tolerance = 0.01;
    readonly List<PageCanvas> pages = [];
    readonly Dictionary<Box, (double Top, double Bottom)> boxes = [];
    double y;
    bool isFresh, startsPage;

    public static IReadOnlyList<PageCanvas> Place(IReadOnlyList<Piece> pieces)
    {
        var paginator = new Paginator();
        paginator.NewPage(null);
        foreach (var together in Together(pieces))
            paginator.Place(together);
        paginator.DrawBoxes();
        return paginator.pages;
    }

    static IEnumerable<List<Piece>> Together(IReadOnlyList<Piece> pieces)
    {
        List<Piece> together = [];
        foreach (var piece in pieces)
        {
            together.Add(piece);
            if (piece.KeepWithNext)
                continue;
            yield return together;
            together = [];
        }
        if (together.Count > 0)
            yield return together;
    }

    void Place(List<Piece> together)
    {
        if (together.Exists(p => p.StartsPage))
        {
            startsPage = true;
            together = together.FindAll(p => !p.StartsPage);
        }
        if (together.Count == 0)
            return;
        if (startsPage && !isFresh)
            NewPage(null);
        startsPage = false;
        if (!Fits(Height(together)) && !isFresh)
            NewPage(together[0].Repeated);
        foreach (var piece in together)
        {
            if (!Fits(piece.Height + (isFresh ? 0 : piece.Before)) && !isFresh)
                NewPage(piece.Repeated);
            Draw(piece);
        }
    }

    double Height(List<Piece> together) => together.Sum(p => p.Height + p.Before) - (isFresh ? together[0].Before : 0);

    bool Fits(double height) => y - height >= Look.Bottom - Tolerance;

    void Draw(Piece piece)
    {
        var top = isFresh ? y : y - piece.Before;
        piece.Draw(pages[^1], top);
        y = top - piece.Height;
        isFresh = false;
        foreach (var box in piece.Boxes)
            boxes[box] = (boxes.TryGetValue(box, out var begun) ? begun.Top : top, y);
    }

    void NewPage(Piece? repeated)
    {
        DrawBoxes();
        pages.Add(new(pages.Count));
        y = Look.Top;
        if (repeated is not null)
        {
            repeated.Draw(pages[^1], y);
            y -= repeated.Height;
        }
        isFresh = true;
    }

    void DrawBoxes()
    {
        foreach (var (box, (top, bottom)) in boxes)
            pages[^1].Rule(box.Left, top, box.Left, bottom, Look.BoxRule, Look.Accent);
        boxes.Clear();
    }
}
