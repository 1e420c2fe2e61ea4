using System.Text.RegularExpressions;

namespace Samverk.Reading;

enum PassageLabel { Decision, Proposal, Background, Question, Answer, Comment, Task, Responsible, Due, Attachments, Presenter, Discussion, NextMeeting, NextItems, Deadline }

/// <summary>Labels inside an item: 'Beslut:', 'Bakgrund', 'Fråga:', 'Ansvarig:' …</summary>
static partial class PassageLabels
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    const string Begin = @"^(?:", End = @")\s*(?<end>:|[-–]\s|$)";

    [GeneratedRegex(Begin + @"förslag till (?:beslut|ställningstagande)|beslutsförslag|\p{L}+s förslag till beslut|yrkanden?|förslag|arbetsutskottets förslag(?: till beslut)?" + End, Options, Matching.TimeLimit)]
    static partial Regex ProposalWords { get; }

    [GeneratedRegex(Begin + @"beslut(?:et)?(?: vid mötet| i ärendet)?|(?:(?:det )?\p{L}+ )?\p{L}{3,}s beslut|beslutas|ställningstagande|(?:mötets|rådets|gruppens) ställningstagande|överenskommet|vi beslutade|slutsats(?:er)?|slutsats och beslut|beslut\s?/\s?(?:åtgärd|uppdrag|ställningstagande)" + End, Options, Matching.TimeLimit)]
    static partial Regex DecisionWords { get; }

    [GeneratedRegex(Begin + @"fråga(?: [0-9]{1,2})?|fråga från [\p{L} ]{2,40}|f" + End, Options, Matching.TimeLimit)]
    static partial Regex QuestionWords { get; }

    [GeneratedRegex(Begin + @"svar(?: [0-9]{1,2})?|svar från [\p{L} ]{2,40}|s" + End, Options, Matching.TimeLimit)]
    static partial Regex AnswerWords { get; }

    [GeneratedRegex(Begin + @"kommentar(?:er)?|synpunkt" + End, Options, Matching.TimeLimit)]
    static partial Regex CommentWords { get; }

    [GeneratedRegex(Begin + @"ansvarig(?:a|t)?(?: person(?:er)?)?|ansvar|utförare" + End, Options, Matching.TimeLimit)]
    static partial Regex ResponsibleWords { get; }

    [GeneratedRegex(Begin + @"klart?(?: senast)?|senast|tidplan|deadline|slutdatum|förfallodatum|när|datum" + End, Options, Matching.TimeLimit)]
    static partial Regex DueWords { get; }

    [GeneratedRegex(Begin + @"sista (?:svars)?dag(?: för svar)?|svar(?: önskas)? senast" + End, Options, Matching.TimeLimit)]
    static partial Regex DeadlineWords { get; }

    [GeneratedRegex(Begin + @"uppdrag|åtgärd(?:er)?|att göra|to ?do|aktivitet(?:er)?|uppgift(?:er)?|action|uppdrag till [\p{L} ]{2,40}|nästa steg|fortsatt arbete|vad" + End, Options, Matching.TimeLimit)]
    static partial Regex TaskWords { get; }

    [GeneratedRegex(Begin + @"bilag(?:a|or)|bifogas|bifogat|handlingar|beslutsunderlag|underlag" + End, Options, Matching.TimeLimit)]
    static partial Regex AttachmentsWords { get; }

    [GeneratedRegex(Begin + @"föredragande|föredragare|föredras av|föredrogs av|presentatör|presenteras av|rapportör|inledare|informatör|dragning|föredragning" + End, Options, Matching.TimeLimit)]
    static partial Regex PresenterWords { get; }

    [GeneratedRegex(Begin + @"nästa (?:möte|sammanträde|träff)|kommande (?:möten|sammanträden)|mötestid(?:er)?|möten (?:våren|hösten)? ?20[0-9][0-9]" + End, Options, Matching.TimeLimit)]
    static partial Regex NextMeetingWords { get; }

    [GeneratedRegex(Begin + @"(?:förslag på |förslag till |frågor |punkter |ärenden |att ta upp |tema )+(?:\p{L}+ )*(?:till|för|på|vid) (?:nästa|kommande|framtida) (?:möten?t?|sammanträden?|träff(?:ar)?)|till nästa möte|kommande (?:frågor|ärenden|punkter|teman)" + End, Options, Matching.TimeLimit)]
    static partial Regex NextItemsWords { get; }

    [GeneratedRegex(Begin + @"(?:ärende)?beskrivning|ärendebeskrivning|bakgrund|sammanfattning(?: av ärendet)?|ärendet|information|redogörelse|syfte|ärende|inledning|historik|motivering|barnkonsekvens\p{L}*|ekonomi|ekonomiska konsekvenser|konsekvenser|expedieras(?: till)?|beslutet skickas till|kopia till|skickas till|reservation(?:er)?|protokollsanteckning|beslutsgång|beslutsunderlag" + End, Options, Matching.TimeLimit)]
    static partial Regex BackgroundWords { get; }

    [GeneratedRegex(Begin + @"(?:diskussion|dialog|synpunkter|reflektioner|inspel|medskick|övrigt|frågor)(?:\s?(?:/|och|&)\s?(?:diskussion|dialog|synpunkter|reflektioner|inspel|medskick|frågor|svar))*(?: från [\p{L} ]{2,60})?" + End, Options, Matching.TimeLimit)]
    static partial Regex DiscussionWords { get; }

    static readonly (PassageLabel Label, Regex Pattern)[] Patterns =
    [
        (PassageLabel.Proposal, ProposalWords),
        (PassageLabel.Decision, DecisionWords),
        (PassageLabel.Question, QuestionWords),
        (PassageLabel.Answer, AnswerWords),
        (PassageLabel.Comment, CommentWords),
        (PassageLabel.Responsible, ResponsibleWords),
        (PassageLabel.Due, DueWords),
        (PassageLabel.Deadline, DeadlineWords),
        (PassageLabel.Task, TaskWords),
        (PassageLabel.Attachments, AttachmentsWords),
        (PassageLabel.Presenter, PresenterWords),
        (PassageLabel.NextMeeting, NextMeetingWords),
        (PassageLabel.NextItems, NextItemsWords),
        (PassageLabel.Background, BackgroundWords),
        (PassageLabel.Discussion, DiscussionWords),
    ];

    public static (PassageLabel Label, int From)? Of(Block block)
    {
        var text = block.Kind == BlockKind.Row && block.Cells.Count > 0 ? block.Cut(block.Cells[0]) : block.Text;
        if (Parse(text) is not { } found)
            return null;
        var rest = block.Kind == BlockKind.Row && block.Cells.Count > 1 && found.From >= text.Length ? block.Cells[1].Start : found.From;
        return (found.Label, rest);
    }

    const int Longest = 70;

    /// <summary>A label that does not stand alone ends with a colon or a dash: most sentences are known by that to begin with none.</summary>
    static bool HasEnd(ReadOnlySpan<char> head) => head.ContainsAny(':', '-', '–');

    public static (PassageLabel Label, int From)? Parse(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]))
            return null;
        if (text.Length > Longest && !HasEnd(text.AsSpan(0, Longest)))
            return null;
        var head = text.Length > Longest ? text[..Longest] : text;
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
