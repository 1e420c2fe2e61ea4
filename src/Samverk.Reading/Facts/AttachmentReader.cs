using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds what is attached: 'bilaga 1', 'Presentationen bifogas'.</summary>
static partial class AttachmentReader
{
    [GeneratedRegex(@"\bbilag(?:a|or)\s*:?\s*(?:[0-9]{1,2}[a-z]?|[A-H])\b|\b[\p{L}0-9_-]{1,80}\.(?:pdf|docx?|xlsx?|pptx?)\b|\bbil\.\s*[0-9]{1,2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Numbered { get; }
    static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(["bil", ".pdf", ".doc", ".xls", ".ppt"], StringComparison.OrdinalIgnoreCase);
    static readonly Phrases Attached = new("bifogas", "biläggs", "bilägges", "bifogades", "bifogad", "bifogade", "bifogat", "bilagd", "bilagda", "bilagt", "bilaga", "bilagor");
    static readonly Phrases NotNamed = new("se", "i", "enligt", "som", "är", "och", "har", "även", "av", "en", "ett", "den", "det", "finns", "att", "ligger", "skickas", "enl", "ser", "gärna");

    public static void Read(ItemReading reading)
    {
        foreach (var passage in reading.Passages)
        {
            var sentence = passage.Sentence;
            if (sentence.Span.ContainsAny(Hints) && Numbered.Match(sentence.Text[..Math.Min(sentence.Text.Length, Sentence.Longest)]) is { Success: true } m)
                for (; m.Success; m = m.NextMatch())
                    Add(reading, sentence, sentence.Start + m.Index, sentence.Start + m.Index + m.Length);
            else if (passage.Label == PassageLabel.Attachments && passage.Sentence.Words.Length is > 0 and < 25 && IsAttachmentLabel(reading, passage))
                Add(reading, sentence, sentence.Start, sentence.End);
            else if (Attached.Find(sentence.Words) is { } attached)
                Named(reading, sentence, attached.At);
        }
    }

    [GeneratedRegex(@"^bilag(?:a|or)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Lead { get; }

    /// <summary>The list of attachments after the items.</summary>
    public static void ReadTail(IReadOnlyList<Block> tail, Offsets offsets, Gathered draft)
    {
        var listed = false;
        foreach (var block in tail.Where(b => b.Text.Length < 160))
        {
            var lead = Lead.Match(block.Text);
            if (lead.Success && lead.Length < block.Text.Length || listed && block.Kind is BlockKind.Bullet or BlockKind.Numbered)
            {
                var start = block.Text.StartsWith("Bilagor", StringComparison.OrdinalIgnoreCase) ? lead.Length : block.TextStart;
                draft.Attachments.Add(new(null, block.Text[start..], block.Source(offsets, start, block.Text.Length)));
            }
            listed = lead.Success || listed && block.Kind is BlockKind.Bullet or BlockKind.Numbered;
        }
    }

    static bool IsAttachmentLabel(ItemReading reading, Passage passage) =>
        passage.Sentence.Block.Text.StartsWith("bila", StringComparison.OrdinalIgnoreCase) || passage.Sentence.Block.Text.StartsWith("bifog", StringComparison.OrdinalIgnoreCase);

    static void Named(ItemReading reading, Sentence sentence, int verb)
    {
        var words = sentence.Words;
        if (words[verb].Lower is "bilaga" or "bilagor" && verb > 0 && words[verb - 1].Lower is "se" or "enligt" or "enl" or "i" or "separat" or "bifogad" or "som")
        {
            Add(reading, sentence, words[verb].Start, words[verb].End);
            return;
        }
        var to = verb;
        while (to > 0 && NotNamed.At(words, to - 1) > 0)
            to--;
        if (to == 0)
        {
            var named = words[verb].Lower is "bilaga" or "bilagor" or "bifogas" && words.Length - verb is > 1 and < 14;
            var from = named ? words[verb + 1].Start : words[verb].Start;
            Add(reading, sentence, from, named ? words[^1].End : words[verb].End);
            return;
        }
        var first = to - 1;
        if (sentence.Block.Text[Math.Max(sentence.Start, words[verb].Start - 1)] != '(')
            while (first > 0 && to - first < 8 && NotNamed.At(words, first - 1) == 0 && words[first].Start - words[first - 1].End == 1)
                first--;
        Add(reading, sentence, words[first].Start, words[to - 1].End);
    }

    static void Add(ItemReading reading, Sentence sentence, int start, int end)
    {
        var name = sentence.Block.Text[start..end].Trim();
        if (name.Length > 0 && reading.Draft.IsNew("attachment", reading.Number, name.ToUpperInvariant()))
            reading.Draft.Attachments.Add(new(reading.Number, name, sentence.Block.Source(reading.Offsets, start, end)));
    }
}
