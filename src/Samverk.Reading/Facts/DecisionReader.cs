namespace Samverk.Reading;

/// <summary>Collects the decisions of an item.</summary>
static class DecisionReader
{
    static readonly HashSet<PassageLabel> NoDecisions = [PassageLabel.Proposal, PassageLabel.Question, PassageLabel.Answer, PassageLabel.Comment, PassageLabel.Attachments, PassageLabel.NextItems, PassageLabel.Presenter];

    public static void Read(ItemReading reading)
    {
        var passages = reading.Passages;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (passage.Label is { } label && NoDecisions.Contains(label))
                continue;
            if (passage.Introduction && i + 1 < passages.Count && passages[i + 1].Listed)
                continue;
            if (KindOf(reading, i) is { } kind)
                Add(reading, i, kind);
        }
    }

    static string? KindOf(ItemReading reading, int i)
    {
        var passage = reading.Passages[i];
        var stated = Decisions.Stated(passage.Sentence, reading.Own);
        if (passage.Listed && passage.LabelAt > 0 && passage.LabelAt <= reading.Passages.Count && reading.Passages[passage.LabelAt - 1] is { Introduction: true } lead && Decisions.KindOf(lead.Sentence.Words) == "recommendation" && Decisions.KindOf(passage.Sentence.Words) is "decision")
            return "recommendation";
        if (stated is not null || passage.Label != PassageLabel.Decision)
            return stated;
        var first = passage.Inline || passage.Listed || IsFirstParagraph(reading, i);
        return first && (i == 0 || !ReferenceEquals(reading.Passages[i - 1].Sentence.Block, passage.Sentence.Block) || passage.LabelAt == i) && passage.Sentence.Words.Length > 0 && !IsRemark(passage.Sentence) ? Decisions.KindOf(passage.Sentence.Words) : null;
    }

    static bool IsRemark(Sentence sentence) => sentence.Words[0].Lower is "reservation" or "reserverar" or "återrapport" or "redovisas" || sentence.EndsWith(':') && sentence.Words.Length < 5;

    /// <summary>Under a label line the first paragraph is the decision; what follows must say so itself.</summary>
    static bool IsFirstParagraph(ItemReading reading, int i)
    {
        var at = reading.Passages[i].LabelAt;
        return at < reading.Passages.Count && ReferenceEquals(reading.Passages[at].Sentence.Block, reading.Passages[i].Sentence.Block);
    }

    static void Add(ItemReading reading, int i, string kind)
    {
        var sentence = reading.Passages[i].Sentence;
        var start = sentence.Start;
        if ((SaysOnlyThis(sentence) || sentence.Words.Length == 1 || sentence.Words.Length < 4 && sentence.Words[0].Lower is "båda" or "de" or "den" or "dessa") && i > 0 && reading.Passages[i - 1].Sentence is var before && ReferenceEquals(before.Block, sentence.Block))
            start = Math.Min(before.Start, start);
        var text = sentence.Block.Text[start..sentence.End];
        if (reading.Passages[i].Label != PassageLabel.Decision && Uncertain.In(sentence.Words) && !sentence.Words.Any(w => reading.Own.Is(w.Lower)))
            reading.Note("decision-uncertain", "Är detta ett beslut av mötet?", sentence);
        reading.Draft.Decisions.Add(new(reading.Number, text, kind, sentence.Block.Source(reading.Offsets, start, sentence.End)));
    }

    /// <summary>Subjects and verbs that may as well tell of another's decision.</summary>
    static readonly Phrases Uncertain = new("man beslutade", "man beslutar", "beslutades", "beslöts", "man enades", "beslutade man", "beslutas");
    static readonly Phrases This = new("detta", "det", "förslaget", "så");

    static bool SaysOnlyThis(Sentence sentence) => sentence.Words.Length <= 8 && sentence.Words[^1].Lower is "detta" or "det" && This.In(sentence.Words);
}
