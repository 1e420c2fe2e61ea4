namespace Samverk.Shared;

/// <summary>A file that somebody adds to something: a document of an item, an extract, an answer.</summary>
/// <param name="Name">As the sender's machine calls it, without folders.</param>
public sealed record SentFile(string Name, byte[] Bytes)
{
    public const int MostBytes = 15 << 20;

    static Refusal None { get; } = new("no-files", "Ingen fil är vald. Välj en fil.");

    static Refusal TooLarge { get; } = new("too-large", $"Filen är större än {MostBytes >> 20} MB. Dela upp den eller spara den utan bilder.");

    /// <summary>Why a file of so many bytes isn't taken; null when it is.</summary>
    public static Refusal? Fault(long bytes) => bytes == 0 ? None : bytes > MostBytes ? TooLarge : null;

    /// <returns>The file of a field of a posted form, or why it isn't taken.</returns>
    public static async Task<(SentFile? File, Refusal? Refusal)> Of(HttpRequest request, string field, CancellationToken ct)
    {
        var file = (await request.ReadFormAsync(ct)).Files[field];
        if (Fault(file?.Length ?? 0) is { } fault)
            return (null, fault);
        using var memory = new MemoryStream();
        await file!.CopyToAsync(memory, ct);
        return (new(Path.GetFileName(file.FileName.Replace('\\', '/')), memory.ToArray()), null);
    }
}
