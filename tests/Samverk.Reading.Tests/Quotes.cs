using System.Text;

namespace Samverk.Reading.Tests;

/// <summary>Checks that each fact's source holds the fact's words, in order.</summary>
static class Quotes
{
    public static void Check(MinutesDraft draft, DocumentText document)
    {
        var text = document.Text.EnumerateRunes().ToArray();
        void Holds(Source source, string words)
        {
            Assert.InRange(source.Start, 0, text.Length);
            Assert.InRange(source.End, source.Start, text.Length);
            var quoted = Letters(string.Concat(text[source.Start..source.End].Select(r => r.ToString())));
            Assert.True(IsWithin(Letters(words), quoted), $"'{words}' is not in '{quoted}'");
        }
        foreach (var a in draft.Attendance)
            Holds(a.Source, a.Name);
        foreach (var i in draft.Items)
            Holds(i.Source, i.Title);
        foreach (var d in draft.Decisions)
            Holds(d.Source, d.Text);
        foreach (var a in draft.Assignments)
            Holds(a.Source, a.Text);
        foreach (var d in draft.Deadlines)
            Holds(d.Source, d.What);
        foreach (var a in draft.Agreements)
            Holds(a.Source, a.Name);
        foreach (var c in draft.Consultations)
            Holds(c.Source, c.Subject);
        foreach (var m in draft.NextMeetings)
            Holds(m.Source, "");
        foreach (var p in draft.ProposedItems)
            Holds(p.Source, p.Text);
        foreach (var q in draft.Questions)
            Holds(q.Source, q.Question ?? "");
        foreach (var a in draft.Attachments)
            Holds(a.Source, a.Name);
        foreach (var note in draft.Notes.Where(n => n.Source is not null))
            Holds(note.Source!.Value, "");
        foreach (var source in draft.Sources.Values)
            Holds(source, "");
    }

    static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in text.Where(char.IsLetterOrDigit))
            letters.Append(c);
        return letters.ToString();
    }

    /// <summary>A page head may stand between two halves of a fact: its letters are a subsequence.</summary>
    static bool IsWithin(string words, string quoted)
    {
        var at = 0;
        foreach (var c in quoted)
            if (at < words.Length && words[at] == c)
                at++;
        return at == words.Length;
    }
}
