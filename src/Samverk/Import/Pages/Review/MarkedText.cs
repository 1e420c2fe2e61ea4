namespace Samverk.Import.Pages;

/// <summary>A place in a text that something on the page points at.</summary>
/// <param name="Key">The name of the fact or question on the page, as in <c>Decisions-3</c>.</param>
/// <param name="Start">First character in Unicode code points, as in <see cref="Shared.Span"/>.</param>
/// <param name="End">After the last character.</param>
sealed record TextMark(string Key, int Start, int End, bool Unsure = false);

/// <summary>Characters that are marked alike.</summary>
/// <param name="Mark">The innermost mark; null where nothing points.</param>
/// <param name="Opens">The marks that begin here: each is an anchor exactly once in the whole text.</param>
/// <param name="In">All marks around it.</param>
sealed record TextPiece(string Text, bool Struck, TextMark? Mark, IReadOnlyList<string> Opens, IReadOnlyList<string> In);

/// <summary>Lines that belong together. A line is cells, a cell is pieces; lines of text have one cell.</summary>
sealed record TextBlock(bool IsTable, IReadOnlyList<IReadOnlyList<IReadOnlyList<TextPiece>>> Lines);

sealed record TextPage(int? Number, IReadOnlyList<TextBlock> Blocks);

/// <summary>Lays marks over a text so that html can nest: overlapping marks are cut into pieces, each with its innermost mark.</summary>
static class MarkedText
{
    /// <param name="pages">Page numbers and texts; marks count in the texts joined by a form feed.</param>
    public static IReadOnlyList<TextPage> Lay(IReadOnlyList<(int? Number, string Text)> pages, IEnumerable<TextMark> marks)
    {
        var whole = string.Join('\f', pages.Select(p => p.Text));
        var cuts = Cuts.Of(whole, marks);
        var laid = new List<TextPage>(pages.Count);
        var at = 0;
        foreach (var (number, text) in pages)
        {
            laid.Add(new(number, Blocks(whole, at, at + text.Length, cuts)));
            at += text.Length + 1;
        }
        return laid;
    }

    // An empty line ends a block; a page without empty lines has a block for each line.
    static List<TextBlock> Blocks(string whole, int start, int end, Cuts cuts)
    {
        var lines = Lines(whole, start, end).ToList();
        var isLoose = lines.Exists(l => IsBlank(whole, l)) && !lines.TrueForAll(l => IsBlank(whole, l));
        List<TextBlock> blocks = [];
        List<IReadOnlyList<IReadOnlyList<TextPiece>>> open = [];
        var isTable = false;
        foreach (var line in lines)
        {
            var tabbed = whole.AsSpan(line.Start, line.End - line.Start).Contains('\t');
            if (IsBlank(whole, line) || tabbed != isTable || (!isLoose && !tabbed))
                Close();
            if (IsBlank(whole, line))
                continue;
            isTable = tabbed;
            open.Add(cuts.Line(whole, line.Start, line.End));
        }
        Close();
        return blocks;

        void Close()
        {
            if (open.Count > 0)
                blocks.Add(new(isTable, open));
            open = [];
        }
    }

    static IEnumerable<(int Start, int End)> Lines(string whole, int start, int end)
    {
        while (start <= end)
        {
            var stop = start == end ? -1 : whole.IndexOf('\n', start, end - start);
            yield return (start, stop < 0 ? end : stop);
            if (stop < 0)
                yield break;
            start = stop + 1;
        }
    }

    static bool IsBlank(string whole, (int Start, int End) line) => whole.AsSpan(line.Start, line.End - line.Start).IsWhiteSpace();
}
