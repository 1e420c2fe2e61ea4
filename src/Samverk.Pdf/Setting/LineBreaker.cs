namespace Samverk.Pdf;

/// <summary>
/// Breaks text into lines that are never wider than they may be. A line ends after a space, a hyphen or slash within a
/// word, a soft hyphen, or, when one word alone is too wide, within that word.
/// </summary>
/// <param name="fonts">Gives the hyphen.</param>
/// <param name="limit">In thousandths of the size.</param>
sealed class LineBreaker(DocumentFonts fonts, int limit)
{
    const int EnDash = '–', SectionSign = '§', Slash = '/', TypographicHyphen = 0x2010;

    /// <summary>At least one line, if only an empty one.</summary>
    public static IReadOnlyList<Line> Break(DocumentFonts fonts, IReadOnlyList<Sign> signs, double size, double width) =>
        new LineBreaker(fonts, (int)Math.Floor(width * 1000 / size)).Break(signs);

    /// <summary>The width of the widest part that should not be broken.</summary>
    public static int WidestWord(IReadOnlyList<Sign> signs)
    {
        var (widest, width) = (0, 0);
        for (var i = 0; i < signs.Count; i++)
        {
            if (EndsLineAfter(signs, i) && signs[i].Character == Characters.Space || signs[i].IsDirection)
            {
                width = 0;
                continue;
            }
            widest = Math.Max(widest, width += signs[i].Advance);
            if (EndsLineAfter(signs, i))
                width = 0;
        }
        return widest;
    }

    List<Line> Break(IReadOnlyList<Sign> signs)
    {
        List<Line> lines = [];
        for (var start = 0; start < signs.Count;)
        {
            var (end, hyphen) = End(signs, start);
            lines.Add(Line(signs, start, end, hyphen));
            start = end < signs.Count && signs[end].Character == Characters.LineFeed ? end + 1 : end;
        }
        return lines.Count == 0 ? [new([], 0)] : lines;
    }

    (int End, bool Hyphen) End(IReadOnlyList<Sign> signs, int start)
    {
        var (width, best, hyphen) = (0, -1, false);
        for (var i = start; i < signs.Count; i++)
        {
            var sign = signs[i];
            if (sign.Character == Characters.LineFeed)
                return (i, false);
            width += sign.Advance;
            if (sign.Character == Characters.Space)
            {
                if (EndsLineAfter(signs, i))
                    (best, hyphen) = (i + 1, false);
                continue;
            }
            if (width > limit && i > start)
                return best > start ? (best, hyphen) : WithinWord(signs, start, i);
            if (sign.Character == Characters.SoftHyphen && i > start && width + fonts.BreakingHyphen(sign.Face).Advance <= limit)
                (best, hyphen) = (i + 1, true);
            else if (EndsLineAfter(signs, i))
                (best, hyphen) = (i + 1, false);
        }
        return (signs.Count, false);
    }

    (int End, bool Hyphen) WithinWord(IReadOnlyList<Sign> signs, int start, int over)
    {
        var end = over;
        while (end > start + 1 && Characters.IsMark(signs[end].Character))
            end--;
        if (!IsLetterAt(signs, end - 1) || !IsLetterAt(signs, end))
            return (end, false);
        var (width, fits) = (0, start);
        for (var i = start; i < end; i++)
        {
            width += signs[i].Advance;
            if (width + fonts.BreakingHyphen(signs[i].Face).Advance <= limit && IsLetterAt(signs, i) && IsLetterAt(signs, i + 1) && !Characters.IsMark(signs[i + 1].Character))
                fits = i + 1;
        }
        return fits > start ? (fits, true) : (end, false);
    }

    Line Line(IReadOnlyList<Sign> signs, int start, int end, bool hyphen)
    {
        List<Sign> drawn = [];
        for (var i = start; i < end; i++)
            if (!signs[i].IsDirection)
                drawn.Add(signs[i]);
        if (hyphen)
            drawn.Add(fonts.BreakingHyphen(signs[end - 1].Face));
        var last = drawn.FindLastIndex(s => s.Character != Characters.Space);
        return new(drawn, drawn.Take(last + 1).Sum(s => s.Advance));
    }

    static bool EndsLineAfter(IReadOnlyList<Sign> signs, int i)
    {
        var next = i + 1 < signs.Count ? signs[i + 1].Character : Characters.Space;
        return signs[i].Character switch
        {
            // "§ 4" and "1 240 500" stay together.
            Characters.Space => i == 0 || signs[i - 1].Character != SectionSign && !(IsDigitAt(signs, i - 1) && IsThousands(signs, i + 1)),
            Characters.BreakOpportunity => true,
            Characters.Hyphen or TypographicHyphen or Slash => i > 0 && Characters.IsLetter(signs[i - 1].Character) && Characters.IsLetter(next),
            EnDash => Characters.IsLetter(next),
            _ => false,
        };
    }

    static bool IsThousands(IReadOnlyList<Sign> signs, int i) =>
        IsDigitAt(signs, i) && IsDigitAt(signs, i + 1) && IsDigitAt(signs, i + 2) && !IsDigitAt(signs, i + 3);

    static bool IsDigitAt(IReadOnlyList<Sign> signs, int i) => i < signs.Count && signs[i].Character is >= '0' and <= '9';

    static bool IsLetterAt(IReadOnlyList<Sign> signs, int i) => i >= 0 && i < signs.Count && (Characters.IsLetter(signs[i].Character) || Characters.IsMark(signs[i].Character));
}
