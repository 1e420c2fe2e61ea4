using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samverk.Organisations;
using Samverk.Reading;
using Samverk.Shared;

namespace Samverk.Import;

/// <summary>Originals handed over together, as rows for <see cref="Storage.BulkLoad"/>.</summary>
public sealed class LoadedBatch(Guid area, Guid owner, string name, DateTimeOffset at)
{
    readonly Batch batch = new(area, owner, name, at, null);
    int position;

    public object Row => batch;

    /// <param name="text">The whole of the original, a text file.</param>
    public LoadedDocument Add(string fileName, string text, DateTimeOffset received)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(new(batch, position++, fileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength, received, null), bytes, text);
    }
}

/// <summary>An original that was read and confirmed.</summary>
public sealed class LoadedDocument
{
    readonly Document document;
    readonly byte[] bytes;
    readonly string text;

    internal LoadedDocument(Document document, byte[] bytes, string text) => (this.document, this.bytes, this.text) = (document, bytes, text);

    public Guid Id => document.Id;

    public IReadOnlyList<object> Confirmed(BodyInfo body, DateOnly on, string kind, Guid meeting, DateTimeOffset at)
    {
        var review = new Review { Body = body.Id, BodyName = body.Name, Kind = kind, Date = on.Iso() };
        document.WasRead(review, personalData: 0, at);
        document.Confirm(meeting, body.Id, at, null);
        return
        [
            document, .. bytes.Chunk(Chunk.Size).Select((piece, i) => new Chunk(document.Area, document.Id, i, piece)),
            new Reading(document.Area, document.Id, JsonSerializer.Serialize<PageText[]>([new(null, text)]), review), .. document.Confirmations,
        ];
    }
}
