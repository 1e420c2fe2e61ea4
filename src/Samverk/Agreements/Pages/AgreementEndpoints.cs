using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;

namespace Samverk.Agreements.Pages;

/// <summary>The files of agreements and adoptions.</summary>
static class AgreementEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/overenskommelser/{id:guid}/text/{version:int}.pdf", Text).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/antaganden/{id:guid}/handlingar/{paper:guid}", Paper).WithMetadata(new MayAttribute(MayAttribute.Adopt));
    }

    /// <summary>A locked text, byte for byte.</summary>
    static async Task<IResult> Text(Guid id, int version, TextLists lists, CancellationToken ct) =>
        await lists.Pdf(id, version, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    /// <summary>What a party keeps to itself: always handed over as a file, never shown as a page of ours.</summary>
    static async Task<IResult> Paper(Guid id, Guid paper, LedgerLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Paper(id, paper, door.Required, ct) is var (name, type, bytes) ? Results.File(bytes, type, name) : Results.NotFound();
}
