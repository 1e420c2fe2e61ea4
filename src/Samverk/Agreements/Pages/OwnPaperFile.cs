using Samverk.Agreements.Ledger;
using Samverk.Shared;

namespace Samverk.Agreements.Pages;

/// <summary>Reads a file that a party sends with its decision. What it is follows from its first bytes, not from what the browser says.</summary>
static class OwnPaperFile
{
    static readonly (byte[] Begins, string Type)[] Known = [("%PDF-"u8.ToArray(), "application/pdf"), ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png")];

    /// <returns>No paper when no file was chosen.</returns>
    public static async Task<(OwnPaper? Paper, Refusal? Refusal)> Read(HttpRequest request, string field, CancellationToken ct)
    {
        if ((await request.ReadFormAsync(ct)).Files[field] is not { Length: > 0 } file)
            return (null, null);
        if (file.Length > AdoptionPaper.Largest)
            return (null, new("too-large", "Filen är större än 15 MB. Gör den mindre och lägg in den igen."));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        var bytes = memory.ToArray();
        var type = Array.Find(Known, k => bytes.AsSpan().StartsWith(k.Begins)).Type;
        return type is null ? (null, new("file-odd", "Filen är varken PDF eller bild. Spara den som PDF och lägg in den igen.")) : (new(null, SafeName.Of(file.FileName), type, bytes), null);
    }
}
