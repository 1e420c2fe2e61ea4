using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared.Documents;

namespace Samverk.Api.Things;

/// <summary>Adjusted minutes as files: the sealed PDF, and the same text for Word.</summary>
static class MinutesFiles
{
    const string PdfMedia = "application/pdf", DocxMedia = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static Route Pdf { get; } = new("GET", "/meetings/{id}/minutes.pdf", "getMinutesPdf", Groups.Meetings, MayAttribute.Read, new("Ett justerat protokoll som PDF", "Adjusted minutes as PDF"), AnswerPdf)
    {
        Description = new("Den förseglade filen, byte för byte som den justerades, med en försegling för varje justering (PAdES). Ett möte vars protokoll inte är justerat här har ingen, och den som hör till ett annat organ får inte en fil med sekretess.",
            "The sealed file, byte for byte as it was adjusted, with a seal for each adjustment (PAdES). A meeting whose minutes were not adjusted here has none, and a file with restricted matters is only for those of the body."),
        Answers = [new(200, new("Protokollet.", "The minutes."), null, PdfMedia)],
    };

    public static Route Docx { get; } = new("GET", "/meetings/{id}/minutes.docx", "getMinutesDocx", Groups.Meetings, MayAttribute.Read, new("Ett justerat protokoll för Word", "Adjusted minutes for Word"), AnswerDocx)
    {
        Description = new("Samma text som i den förseglade filen, utan försegling. Det som är sekretess för den som frågar står inte med.", "The same text as in the sealed file, without a seal. What is restricted for the one who asks is left out."),
        Answers = [new(200, new("Protokollet.", "The minutes."), null, DocxMedia)],
    };

    static async Task<Answer> AnswerPdf(Call call)
    {
        var lists = call.Get<AdjustingLists>();
        return await lists.Adjusted(call.Id, call.Actor, call.Stop) is not null && await lists.Pdf(call.Id, call.Actor, call.Stop) is { } pdf ? new Found(pdf, PdfMedia) : Answer.Missing;
    }

    static async Task<Answer> AnswerDocx(Call call) =>
        await call.Get<AdjustingLists>().Adjusted(call.Id, call.Actor, call.Stop) is { } adjusted
            ? new Found(DocxWriter.Write(MinutesDocument.Of(adjusted.Shown, adjusted.At)), DocxMedia) : Answer.Missing;
}
