using Samverk.Agreements.Ledger;
using Samverk.Agreements.Pages;
using Samverk.Organisations.Pages;
using Samverk.Shared;

namespace Samverk.Agreements.Consulting.Pages;

/// <summary>A page where an answer to a consultation is written.</summary>
public abstract class AnswerFormPage : FormPage
{
    internal bool IsChosen(Stance stance, Stance? known) => Chose("stallning", stance, known);

    /// <summary>What stood in the field when the form was refused, however long, else what is known.</summary>
    internal string? Written(string name, string? known) => Refusal is null ? known : LongText(name);

    internal static string FieldOf(AnswerPlace place) => place.Kind switch { PlaceKind.Whole => "hela", PlaceKind.Question => $"fraga-{place.Index}", _ => $"del-{place.Index}" };

    private protected WrittenAnswer Answer(IEnumerable<AnswerPlace> places) =>
        new(Enum.TryParse<Stance>(Text("stallning"), out var stance) && Enum.IsDefined(stance) ? stance : null, [.. places.Select(p => new Remark(p.Kind, p.Index, LongText(FieldOf(p))))], Text("diarienummer"));

    private protected async Task<(AnswerFile? File, Refusal? Refusal)> SentFile()
    {
        var (paper, no) = await OwnPaperFile.Read(Context.Request, "fil", Stop, withWord: true);
        return (paper is null ? null : new(paper.FileName!, paper.FileType!, paper.Bytes!), no);
    }
}
