using System.Runtime.CompilerServices;
using Samverk.Reading;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Import;

/// <summary>Labelled minutes written as Word documents are read as their text is.</summary>
public sealed class WordMinutesTests
{
    static string Corpus([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../Samverk.Reading.Tests/Corpus");

    [Theory]
    [InlineData("a-arbetsutskott")]
    [InlineData("a-council-paragraphs")]
    [InlineData("a-tab-attendance-table")]
    [InlineData("b-03-sammantradesprotokoll-paragrafer")]
    [InlineData("c-01-rubrik-och-text-pa-samma-rad")]
    [InlineData("c-04-politiskt-samrad-punkt")]
    [InlineData("c-11-temagrupp-atgarder-per-person")]
    [InlineData("d-05-etiketter-per-arende")]
    [InlineData("s-5-natverk-fraga-svar")]
    public async Task A_word_document_says_what_its_text_says(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Corpus(), name + ".txt"), TestContext.Current.CancellationToken);
        var extracted = await Tools.Text("protokoll.docx", AsWord(text.ReplaceLineEndings("\n").Replace('\f', '\n')).Bytes());
        var (expected, read) = (Facts(text), Facts(extracted));
        Assert.NotEmpty(expected);
        var missed = expected.Except(read, StringComparer.Ordinal).ToList();
        var added = read.Except(expected, StringComparer.Ordinal).ToList();
        Assert.True((missed.Count + added.Count) * 20 <= expected.Count, $"Missed: {string.Join(" | ", missed)} Added: {string.Join(" | ", added)}");
    }

    /// <summary>A paragraph per line; lines with tabs are rows of a table.</summary>
    static DocxFile AsWord(string text)
    {
        var file = new DocxFile();
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.TrimStart('\t').Contains('\t', StringComparison.Ordinal))
            {
                rows.Add(line.Split('\t'));
                continue;
            }
            if (rows.Count > 0)
                file.Table([.. rows]);
            rows.Clear();
            file.P(line.Trim());
        }
        return file;
    }

    static List<string> Facts(string text)
    {
        var draft = MinutesReader.Read(DocumentText.Of(text));
        return
        [
            .. draft.Decisions.Select(d => $"decision {d.Item} {d.Kind} {d.Text}"),
            .. draft.Assignments.Select(a => $"task {a.Item} {a.Assignee} {a.Due} {a.Text}"),
            .. draft.Deadlines.Select(d => $"deadline {d.Item} {d.Date}"),
            .. draft.Agreements.Select(a => $"agreement {a.Item} {a.Name} {a.Status}"),
            .. draft.NextMeetings.Select(m => $"meeting {m.Date} {m.Start} {m.End}"),
            .. draft.ProposedItems.Select(p => $"proposal {p.Text}"),
            .. draft.Items.Select(i => $"item {i.Number} {i.Title}"),
        ];
    }
}
