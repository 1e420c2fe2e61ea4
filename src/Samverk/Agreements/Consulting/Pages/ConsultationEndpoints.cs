using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Shared.Documents;

namespace Samverk.Agreements.Consulting.Pages;

/// <summary>The files of consultations.</summary>
static class ConsultationEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/remisser/{id:guid}/sammanstallning.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read)).RequireRateLimiting(Costly.PerPerson);
        app.MapGet("/remisser/{id:guid}/sammanstallning.docx", Docx).WithMetadata(new MayAttribute(MayAttribute.Read)).RequireRateLimiting(Costly.PerPerson);
        app.MapGet("/remisser/{id:guid}/handlingar/{file:guid}", File).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    static async Task<IResult> Pdf(Guid id, Compilations compilations, Typeface typeface, TimeProvider clock, AtTheDoor door, CancellationToken ct) =>
        await compilations.One(id, door.Required, ct) is { } c ? Results.Bytes(PdfWriter.Write(CompilationDocument.Of(c, clock.Today(), clock.Now()), typeface).Bytes, "application/pdf") : Results.NotFound();

    static async Task<IResult> Docx(Guid id, Compilations compilations, TimeProvider clock, AtTheDoor door, CancellationToken ct) =>
        await compilations.One(id, door.Required, ct) is { } c
            ? Results.File(DocxWriter.Write(CompilationDocument.Of(c, clock.Today(), clock.Now())), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"Sammanställning, {SafeName.Of(c.Consultation.Name)}.docx") : Results.NotFound();

    /// <summary>A file of an answer: always handed over as a file, never shown as a page of ours.</summary>
    static async Task<IResult> File(Guid id, Guid file, ConsultationViews views, AtTheDoor door, CancellationToken ct) =>
        await views.File(id, file, door.Required, ct) is var (name, type, bytes) ? Results.File(bytes, type, name) : Results.NotFound();
}
