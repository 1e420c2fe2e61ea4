using Samverk.Agreements.Ledger;
using Samverk.Agreements.Papers;
using Samverk.Agreements.Texts;
using Samverk.Organisations;

namespace Samverk.Agreements.Pages;

/// <summary>The files of agreements and adoptions.</summary>
static class AgreementEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/overenskommelser/{id:guid}/text/{version:int}.pdf", Text).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/overenskommelser/{id:guid}/foljebrev.pdf", Letter).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/overenskommelser/{id:guid}/bevis.pdf", Certificate).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/overenskommelser/{id:guid}/handlingar/{file:guid}", File).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/antaganden/{id:guid}/handlingar/{paper:guid}", Paper).WithMetadata(new MayAttribute(MayAttribute.Adopt));
    }

    /// <summary>A locked text, byte for byte.</summary>
    static async Task<IResult> Text(Guid id, int version, TextLists lists, CancellationToken ct) =>
        await lists.Pdf(id, version, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    /// <summary>The cover letter of the newest round.</summary>
    static async Task<IResult> Letter(Guid id, AgreementViews views, RoundPress press, AtTheDoor door, CancellationToken ct) =>
        await views.One(id, door.Required, ct) is { Round: { } round } view ? Results.Bytes(press.CoverLetter(view, round), "application/pdf") : Results.NotFound();

    /// <summary>That it is in force; the newest, when more parties have been bound.</summary>
    static async Task<IResult> Certificate(Guid id, Certificates certificates, CancellationToken ct) =>
        await certificates.Pdf(id, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    /// <summary>A document of the agreement, always handed over as a file.</summary>
    static async Task<IResult> File(Guid id, Guid file, AgreementFiles files, CancellationToken ct) =>
        await files.File(id, file, ct) is var (name, bytes) ? Results.File(bytes, "application/octet-stream", name) : Results.NotFound();

    /// <summary>What a party keeps to itself: always handed over as a file, never shown as a page of ours.</summary>
    static async Task<IResult> Paper(Guid id, Guid paper, LedgerLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Paper(id, paper, door.Required, ct) is var (name, type, bytes) ? Results.File(bytes, type, name) : Results.NotFound();
}
