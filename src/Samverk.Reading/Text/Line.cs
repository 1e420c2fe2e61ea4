namespace Samverk.Reading;

/// <summary>A line of the document as it stands: offsets of its visible part in the text.</summary>
/// <param name="Column">Where the visible part begins, in characters from the line's start.</param>
/// <param name="NewPage">The line is the first of a page.</param>
readonly record struct Line(int Start, int End, int Column, bool NewPage)
{
    /// <summary>It begins a block, whatever stands above it.</summary>
    public bool Opens { get; init; }
    /// <summary>It is a heading that was set beside or before its text.</summary>
    public bool Heads { get; init; }
    public int Length => End - Start;
    public bool Blank => End <= Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public static List<Line> Split(string text)
    {
        var lines = new List<Line>();
        var newPage = true;
        for (var at = 0; at <= text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(LineEnds);
            var end = next < 0 ? text.Length : at + next;
            lines.Add(Visible(text, at, end, newPage));
            newPage = end < text.Length && text[end] == '\f';
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    static Line Visible(string text, int from, int to, bool newPage)
    {
        var (start, end) = (from, to);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return new(start, end, start - from, newPage);
    }

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}
