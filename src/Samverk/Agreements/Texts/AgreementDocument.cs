using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Agreements.Texts;

/// <summary>
/// An agreement's text as a document. It is written plainly: '#', '##' and '###' begin headings, '- ' an entry, an empty line
/// parts paragraphs.
/// </summary>
static class AgreementDocument
{
    public static Document Of(string name, int version, string bodyName, string text, DateTimeOffset at) => new(
        new(name, bodyName, at) { HeadLeft = bodyName, HeadRight = $"Version {version}" },
        [new Heading(1, name), new Small($"Version {version}, {DateOnly.FromDateTime(at.Local()).InWords()}"), .. Blocks(text)]);

    public static IEnumerable<Block> Blocks(string text)
    {
        List<string> paragraph = [];
        List<Prose> entries = [];
        IEnumerable<Block> Ended()
        {
            if (paragraph.Count > 0)
                yield return new Paragraph(string.Join('\n', paragraph));
            if (entries.Count > 0)
                yield return new Bullets([.. entries]);
            paragraph.Clear();
            entries.Clear();
        }
        List<Block> blocks = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()))
            switch (line)
            {
                case "":
                    blocks.AddRange(Ended());
                    break;
                case ['#', ..] when Level(line) is { } level:
                    blocks.AddRange(Ended());
                    blocks.Add(new Heading(level, line.TrimStart('#').Trim()));
                    break;
                case ['-', ' ', .. var entry]:
                    if (paragraph.Count > 0)
                        blocks.AddRange(Ended());
                    entries.Add(entry.Trim());
                    break;
                default:
                    if (entries.Count > 0)
                        blocks.AddRange(Ended());
                    paragraph.Add(line);
                    break;
            }
        blocks.AddRange(Ended());
        return blocks;
    }

    // The document's own title is the only first-level heading.
    static int? Level(string line)
    {
        var signs = line.TakeWhile(c => c == '#').Count();
        return signs <= 4 && line.Length > signs && line[signs] == ' ' && line.TrimStart('#').Trim().Length > 0 ? Math.Min(signs + 1, 3) : null;
    }
}
