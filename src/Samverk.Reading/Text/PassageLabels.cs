using System.Text.RegularExpressions;

namespace Samverk.Reading;

enum PassageLabel { Decision, Proposal, Background, Question, Answer, Comment, Task, Responsible, Due, Attachments, Presenter, Discussion, NextMeeting, NextItems, Deadline }

/// <summary>Labels inside an item: 'Beslut:', 'Bakgrund', 'Fråga:', 'Ansvarig:' …</summary>
static class PassageLabels
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    static readonly (PassageLabel Label, Regex Pattern)[] Patterns =
    [
        (PassageLabel.Proposal, Of(@"förslag till (?:beslut|ställningstagande)|beslutsförslag|\p{L}+s förslag till beslut|yrkanden?|förslag|arbetsutskottets förslag(?: till beslut)?")),
        (PassageLabel.Decision, Of(@"beslut(?:et)?(?: vid mötet| i ärendet)?|(?:(?:det )?\p{L}+ )?\p{L}{3,}s beslut|beslutas|ställningstagande|(?:mötets|rådets|gruppens) ställningstagande|överenskommet|vi beslutade|slutsats(?:er)?|slutsats och beslut|beslut\s?/\s?(?:åtgärd|uppdrag|ställningstagande)")),
        (PassageLabel.Question, Of(@"fråga(?: \d{1,2})?|fråga från [\p{L} ]{2,40}|f")),
        (PassageLabel.Answer, Of(@"svar(?: \d{1,2})?|svar från [\p{L} ]{2,40}|s")),
        (PassageLabel.Comment, Of(@"kommentar(?:er)?|synpunkt")),
        (PassageLabel.Responsible, Of(@"ansvarig(?:a|t)?(?: person(?:er)?)?|ansvar|utförare")),
        (PassageLabel.Due, Of(@"klart?(?: senast)?|senast|tidplan|deadline|slutdatum|förfallodatum|när|datum")),
        (PassageLabel.Deadline, Of(@"sista (?:svars)?dag(?: för svar)?|svar(?: önskas)? senast")),
        (PassageLabel.Task, Of(@"uppdrag|åtgärd(?:er)?|att göra|to ?do|aktivitet(?:er)?|uppgift(?:er)?|action|uppdrag till [\p{L} ]{2,40}|nästa steg|fortsatt arbete|vad")),
        (PassageLabel.Attachments, Of(@"bilag(?:a|or)|bifogas|bifogat|handlingar|beslutsunderlag|underlag")),
        (PassageLabel.Presenter, Of(@"föredragande|föredragare|föredras av|föredrogs av|presentatör|presenteras av|rapportör|inledare|informatör|dragning|föredragning")),
        (PassageLabel.NextMeeting, Of(@"nästa (?:möte|sammanträde|träff)|kommande (?:möten|sammanträden)|mötestid(?:er)?|möten (?:våren|hösten)? ?20\d\d")),
        (PassageLabel.NextItems, Of(@"(?:förslag på |förslag till |frågor |punkter |ärenden |att ta upp |tema )+(?:\p{L}+ )*(?:till|för|på|vid) (?:nästa|kommande|framtida) (?:möten?t?|sammanträden?|träff(?:ar)?)|till nästa möte|kommande (?:frågor|ärenden|punkter|teman)")),
        (PassageLabel.Background, Of(@"(?:ärende)?beskrivning|ärendebeskrivning|bakgrund|sammanfattning(?: av ärendet)?|ärendet|information|redogörelse|syfte|ärende|inledning|historik|motivering|barnkonsekvens\p{L}*|ekonomi|ekonomiska konsekvenser|konsekvenser|expedieras(?: till)?|beslutet skickas till|kopia till|skickas till|reservation(?:er)?|protokollsanteckning|beslutsgång|beslutsunderlag")),
        (PassageLabel.Discussion, Of(@"(?:diskussion|dialog|synpunkter|reflektioner|inspel|medskick|övrigt|frågor)(?:\s?(?:/|och|&)\s?(?:diskussion|dialog|synpunkter|reflektioner|inspel|medskick|frågor|svar))*(?: från [\p{L} ]{2,60})?")),
    ];

    static Regex Of(string words) => new($@"^(?:{words})\s*(?<end>:|[-–]\s|$)", Options);

    public static (PassageLabel Label, int From)? Of(Block block)
    {
        var text = block.Kind == BlockKind.Row && block.Cells.Count > 0 ? block.Cut(block.Cells[0]) : block.Text;
        if (Parse(text) is not { } found)
            return null;
        var rest = block.Kind == BlockKind.Row && block.Cells.Count > 1 && found.From >= text.Length ? block.Cells[1].Start : found.From;
        return (found.Label, rest);
    }

    public static (PassageLabel Label, int From)? Parse(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]))
            return null;
        var head = text.Length > 70 ? text[..70] : text;
        foreach (var (label, pattern) in Patterns)
            if (pattern.Match(head) is { Success: true } m)
            {
                var rest = m.Length;
                while (rest < text.Length && text[rest] == ' ')
                    rest++;
                return (label, rest);
            }
        return null;
    }
}
