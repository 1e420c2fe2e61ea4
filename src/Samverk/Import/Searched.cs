using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>The originals' text, for the room that searches: of confirmed ones alone, with personal data masked, as every reader sees it.</summary>
public sealed class OriginalsSearched(SamverkDb db)
{
    /// <summary>The text by document, its pages joined by form feeds as places in it are counted.</summary>
    public async Task<Dictionary<Guid, string>> Texts(IReadOnlyList<Guid> documents, CancellationToken ct)
    {
        var kept = await (from d in db.Set<Document>()
                          join r in db.Set<Reading>() on d.Id equals r.Document
                          where documents.Contains(d.Id) && d.Confirmations.Any(c => c.Undoing == null)
                          select new { d.Id, r.Pages }).ToListAsync(ct);
        return kept.ToDictionary(k => k.Id, k => PersonalData.Mask(string.Join('\f', ImportLists.Pages(k.Pages).Select(p => p.Text))));
    }

    /// <summary>Where the text of an original is read, at a place in it.</summary>
    /// <param name="start">First character, in Unicode code points.</param>
    public static string Address(Guid document, int start, int end) => $"{Pages.ImportPages.Original(document)}/text?fran={start}&till={end}#plats";
}
