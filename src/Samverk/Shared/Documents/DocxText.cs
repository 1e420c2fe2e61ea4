using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Content = Samverk.Pdf.Content;

namespace Samverk.Shared.Documents;

/// <summary>Text as Word writes it.</summary>
static class DocxText
{
    public static IEnumerable<OpenXmlElement> Runs(Content.Prose prose) => prose.Runs.Select(Run);

    public static Run Run(string text) => Run(new Content.Run(text));

    public static Run Tab() => new(new TabChar());

    static Run Run(Content.Run said)
    {
        var run = new Run();
        if (said.Bold || said.Italic)
            run.Append(new RunProperties(said.Bold ? new Bold() : new Italic()));
        var lines = XmlBytes.Said(said.Text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
