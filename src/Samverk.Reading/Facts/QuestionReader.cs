using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Collects passages of Fråga, Svar and Kommentar.</summary>
sealed partial class QuestionReader(ItemReading reading)
{
    [GeneratedRegex(@"^(?<label>(?<q>F|Q)|(?<a>S|A)|(?<c>K))\s?:\s+|(?:^|[.?!]\s|\s[–-]\s)(?<label>(?<q>Fråga|FRÅGA)|(?<a>Svar|SVAR)|(?<c>Kommentar(?:er)?|KOMMENTAR))(?:\s[0-9]{1,2})?(?:\s(?:från|av|till)\s[\p{L} .-]{2,50}|\s\([^)]{1,50}\))?\s?[:–]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Matching.TimeLimit)]
    static partial Regex Mark { get; }

    static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(["fråga", "svar", "komm", "F:", "S:", "K:", "F :", "Q:", "A:"], StringComparison.OrdinalIgnoreCase);

    readonly List<string> answers = [];
    readonly List<string> comments = [];
    string? question;
    Block? first, last;
    int start, end;

    public static void Read(ItemReading reading)
    {
        var reader = new QuestionReader(reading);
        char open = '\0';
        foreach (var block in reading.Item.Body)
            open = reader.Take(block, open);
        reader.Close();
    }

    char Take(Block block, char open)
    {
        var head = block.Text.Length > Sentence.Longest ? block.Text[..Sentence.Longest] : block.Text;
        if (open == '\0' && !head.AsSpan().ContainsAny(Hints))
            return open;
        var marks = Mark.Matches(head);
        if (marks.Count == 0 && block.Label is { Label: PassageLabel.Question or PassageLabel.Answer or PassageLabel.Comment } label && label.From >= block.Text.Length && block.Text.Length > 3)
        {
            open = label.Label == PassageLabel.Question ? 'q' : label.Label == PassageLabel.Answer ? 'a' : 'c';
            Put(block, open, block.Text.Length, block.Text.Length);
            return open;
        }
        if (marks.Count == 0)
            return Follow(block, open);
        if (marks[0].Groups["label"].Index > 2 && open == '\0' && !marks[0].Groups["q"].Success)
            return '\0';
        for (var i = 0; i < marks.Count; i++)
        {
            var m = marks[i];
            var to = i + 1 < marks.Count ? marks[i + 1].Groups["label"].Index : block.Text.Length;
            open = m.Groups["q"].Success ? 'q' : m.Groups["a"].Success ? 'a' : 'c';
            Put(block, open, m.Index + m.Length, to);
        }
        return open;
    }

    /// <summary>A label line alone takes the block below; else the passage ends.</summary>
    char Follow(Block block, char open)
    {
        if (open == '\0' || last is null || end < last.Text.Length || last.Text.Length > end || !IsEmpty(open))
        {
            if (open != '\0' && block.Kind != BlockKind.Bullet)
                Close();
            return '\0';
        }
        Put(block, open, 0, block.Text.Length);
        return open;
    }

    bool IsEmpty(char open) => open == 'q' ? question?.Length == 0 : open == 'a' ? answers is [.., ""] : comments is [.., ""];

    void Put(Block block, char label, int from, int to)
    {
        while (to > from && block.Text[to - 1] is ' ' or '–' or '-')
            to--;
        var text = from < to ? block.Text[from..to] : "";
        if (label == 'q' && !(question is ""))
            Close();
        if (label == 'q')
            question = text;
        else if (label == 'a')
            Fill(answers, text);
        else
            Fill(comments, text);
        if (first is null)
            (first, start) = (block, from);
        (last, end) = (block, to);
    }

    static void Fill(List<string> list, string text)
    {
        if (list is [.., ""])
            list[^1] = text;
        else
            list.Add(text);
    }

    void Close()
    {
        answers.RemoveAll(a => a.Length == 0);
        comments.RemoveAll(c => c.Length == 0);
        if (first is not null && last is not null && (question is { Length: > 0 } || answers.Count > 0 || comments.Count > 0))
            reading.Draft.Questions.Add(new(reading.Number, question is { Length: > 0 } ? question : null, answers.ToArray(), comments.ToArray(), Span()));
        (question, first, last) = (null, null, null);
        answers.Clear();
        comments.Clear();
    }

    Source Span()
    {
        var head = first!.Source(reading.Offsets, Math.Min(start, first.Text.Length), first.Text.Length);
        var to = last!.Source(reading.Offsets, 0, end);
        return head with { End = Math.Max(head.Start, to.End) };
    }
}
