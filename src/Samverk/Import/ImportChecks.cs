using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samverk.Import.Files;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>What the doctor looks at: the programs that read files, and that every kept original is as it came.</summary>
static class ImportChecks
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new Check("Programmen som läser filer", (_, _, _) => Tools(null)));
        services.AddSingleton(new Check("Originalen", (s, full, ct) => Originals(s.GetRequiredService<SamverkDb>(), full, ct)) { IsOfEachArea = true });
    }

    /// <param name="searchPath">Where programs are looked for; null for this process's path.</param>
    public static async IAsyncEnumerable<Finding> Tools(string? searchPath)
    {
        await Task.CompletedTask;
        if (Tool.Find("pdftotext", searchPath) is null)
            yield return Finding.Wrong("Programmet pdftotext saknas.", "Protokoll i PDF kan inte läsas in.", "Installera paketet poppler-utils.");
        if (Tool.Find("soffice", searchPath) is null && Tool.Find("libreoffice", searchPath) is null)
            yield return Finding.Note("LibreOffice saknas.", "Protokoll i de äldre formaten doc, odt och rtf kan inte läsas in.", "Installera paketet libreoffice-writer-nogui, om ni har sådana.");
        if (Tool.Find("prlimit", searchPath) is null)
            yield return Finding.Note("Programmet prlimit saknas.", "Ett dokument som är gjort för att skada kan då ta mer minne än det får.", "Installera paketet util-linux.");
    }

    static async IAsyncEnumerable<Finding> Originals(SamverkDb db, bool full, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!full)
            yield break;
        var documents = db.Set<Document>().OrderBy(d => d.Id).Select(d => new { d.Id, d.FileName, d.Sha256 });
        foreach (var document in await documents.ToListAsync(ct))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await foreach (var bytes in db.Set<Chunk>().Where(c => c.Document == document.Id).OrderBy(c => c.Number).Select(c => c.Bytes).AsAsyncEnumerable().WithCancellation(ct))
                hash.AppendData(bytes);
            if (Convert.ToHexStringLower(hash.GetCurrentHash()) != document.Sha256)
                yield return Finding.Wrong($"Originalet {document.Id:D} ({document.FileName}) är inte längre som det kom in.", "Det bevisar inte längre vad som lästes.", "Hämta tillbaka det ur en äldre säkerhetskopia, och ta reda på vem som har kommit åt databasen.");
        }
    }
}
