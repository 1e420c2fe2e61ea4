using Microsoft.EntityFrameworkCore;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

/// <summary>What became of the seals of an area's adjusted minutes.</summary>
/// <param name="Broken">The first that doesn't hold, in words; null when all do.</param>
public sealed record SealedResult(int Minutes, string? Broken);

/// <summary>Proves that adjusted minutes are as they were adjusted: the seal of the approved bytes, and every seal in the file after them.</summary>
public sealed class SealedProof(SamverkDb db)
{
    public async Task<SealedResult> Walk(CancellationToken ct)
    {
        var minutes = 0;
        var days = await db.Set<Meeting>().Where(m => m.FrozenAs != null).Select(m => new { m.Id, m.On }).ToDictionaryAsync(m => m.Id, m => m.On, ct);
        foreach (var meeting in await db.Set<SealedMinutes>().OrderBy(m => m.At).ThenBy(m => m.Meeting).Select(m => m.Meeting).ToListAsync(ct))
        {
            minutes++;
            // One file at a time: they are not all held at once.
            var row = await db.Set<SealedMinutes>().SingleAsync(m => m.Meeting == meeting, ct);
            var frozen = await db.Set<FrozenText>().Where(t => t.Id == row.Text).Select(t => new { t.Pdf, t.Seal }).SingleAsync(ct);
            if (Fault(row, frozen.Pdf, frozen.Seal) is { } fault)
                return new(minutes, $"Protokollet från mötet {days[row.Meeting].InWords()} ({row.Meeting:D}) {fault}");
        }
        return new(minutes, null);
    }

    static string? Fault(SealedMinutes row, byte[] approved, string seal)
    {
        if (FrozenText.SealOf(approved) != seal || row.Seal != seal)
            return "har inte det sigill som det justerades med.";
        if (row.Pdf.Length < approved.Length || !row.Pdf.AsSpan(0, approved.Length).SequenceEqual(approved))
            return "börjar inte med den text som justerades.";
        var seals = PdfSeals.Read(row.Pdf);
        return seals.IsWhole ? null : $"har en försegling som inte gäller{(seals.Problem is null ? "." : $": {seals.Problem}")}";
    }
}
