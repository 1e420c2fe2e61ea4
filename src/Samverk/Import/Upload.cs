using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samverk.Import.Files;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>What became of chosen files.</summary>
/// <param name="Batch">Null when every file was known already.</param>
/// <param name="Known">Documents that were kept before, byte for byte.</param>
/// <param name="Unopened">Files in a zip that could not be unpacked.</param>
sealed record Uploaded(Guid? Batch, IReadOnlyList<Guid> Known, int Unopened);

/// <summary>Takes files as a person chose them, opens zips, and keeps what is new.</summary>
sealed class Upload(SamverkDb db, Importing importing, TimeProvider clock)
{
    public const int MostFiles = 500;
    public const long MostBytes = Room.UploadBytes;

    /// <summary>So much is held in memory before it is written.</summary>
    const long Portion = 64L << 20;

    static long FileBytes => new ExtractionLimits().FileBytes;

    public static Refusal TooMuch { get; } =
        new("too-much", $"Filerna är för stora tillsammans. Gränsen är {MostBytes >> 20} MB. Dela upp dem och lägg in en del i taget.");

    static readonly Refusal[] Refusals =
    [
        TooMuch,
        new("no-files", "Ingen fil är vald. Välj en eller flera filer, eller en zip-fil."),
        new("too-many", $"Det är för många filer. Lägg in högst {MostFiles} i taget."),
        new("too-large", $"En av filerna är större än {FileBytes >> 20} MB. Dela upp den eller spara den utan bilder."),
        new("empty-archive", "Zip-filen är tom. Lägg in en zip-fil med dokument i."),
    ];

    public static IReadOnlyList<Refusal> All => Refusals;

    /// <summary>The refusal of a code, so that an address need not carry its words; null when there is none.</summary>
    public static Refusal? RefusalOf(string? code) => Array.Find(Refusals, r => r.Code == code);

    /// <returns>What became of them, or why nothing was kept.</returns>
    public async Task<(Uploaded? Uploaded, Refusal? Refusal)> Take(string? name, IReadOnlyList<IFormFile> files, Guid by, CancellationToken ct)
    {
        if (files.Count == 0)
            return (null, RefusalOf("no-files"));
        var archives = new List<Archive>();
        try
        {
            var sources = files.SelectMany(file => Open(file, archives)).ToList();
            if (MayTake(sources) is { } refusal)
                return (null, refusal);
            return (await Keep(Name(name, files, sources.Count), sources, by, ct), null);
        }
        finally
        {
            archives.ForEach(a => a.Dispose());
        }
    }

    static Refusal? MayTake(List<Source> sources) =>
        sources.Count == 0 ? RefusalOf("empty-archive")
        : sources.Count > MostFiles ? RefusalOf("too-many")
        : sources.Exists(s => s.Size > FileBytes) ? RefusalOf("too-large")
        : sources.Sum(s => s.Size) > MostBytes ? TooMuch
        : null;

    async Task<Uploaded> Keep(string name, List<Source> sources, Guid by, CancellationToken ct)
    {
        Guid? batch = null;
        HashSet<Guid> known = [];
        List<HandedOver> portion = [];
        var unopened = 0;
        foreach (var source in sources)
        {
            if (source.Read() is not { } bytes)
                unopened++;
            else if (await Known(bytes, ct) is { } same)
                known.Add(same);
            else
                portion.Add(new(source.Name, bytes));
            if (portion.Sum(p => p.Content.LongLength) > Portion)
                await Flush();
        }
        await Flush();
        return new(batch, [.. known], unopened);

        async Task Flush()
        {
            if (portion.Count == 0)
                return;
            if (batch is { } open)
                await importing.ReceiveMore(open, portion, by, ct);
            else
                (batch, _) = await importing.Receive(name, portion, by, ct);
            portion = [];
            db.ChangeTracker.Clear();
        }
    }

    Task<Guid?> Known(byte[] bytes, CancellationToken ct)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return db.Set<Document>().Where(d => d.Sha256 == sha).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
    }

    string Name(string? given, IReadOnlyList<IFormFile> files, int count) =>
        !string.IsNullOrWhiteSpace(given) ? given.Trim()
        : files.Count == 1 ? Path.GetFileNameWithoutExtension(files[0].FileName)
        : $"{count} filer {clock.Today().InWords()}";

    // A zip that can't be opened is kept as the file it is: its reading says what is wrong with it.
    static IEnumerable<Source> Open(IFormFile file, List<Archive> archives)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var whole = new Source(name, file.Length, () => Bytes(file));
        if (!IsZip(file, name))
            return [whole];
        var archive = Archive.Open(file.OpenReadStream());
        archives.Add(archive);
        return archive.Problem is not null ? [whole] : archive.Files.Select(f => new Source(f.Name, f.Entry.Length, () => f.Read().Bytes));
    }

    static bool IsZip(IFormFile file, string name)
    {
        using var stream = file.OpenReadStream();
        Span<byte> start = stackalloc byte[2];
        return stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [(byte)'P', (byte)'K'] && FileKinds.Of(name, Bytes(file)) == FileKind.Zip;
    }

    static byte[] Bytes(IFormFile file)
    {
        using var stream = file.OpenReadStream();
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    sealed record Source(string Name, long Size, Func<byte[]?> Read);
}
