using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>How far an area's chain had come at a moment.</summary>
/// <param name="Number">The last row's.</param>
/// <param name="Written">When the checkpoint was made.</param>
public sealed record CheckpointMark(Guid Area, long Number, byte[] Hash, DateTimeOffset Written)
{
    /// <summary>Of the current area; null when it has no history.</summary>
    public static async Task<CheckpointMark?> Now(SamverkDb db, DateTimeOffset at, CancellationToken ct) =>
        await db.Set<HistoryHead>().AsNoTracking().SingleOrDefaultAsync(ct) is { } head ? new(head.Area, head.Number, head.Hash, at) : null;
}

/// <summary>
/// The heads of all chains at a moment, signed, to be kept where nobody who can write the database can write: whoever makes
/// a chain anew makes one that is whole in itself, but differs from this. Holds no personal data.
/// </summary>
public sealed class Checkpoint
{
    const string Format = "samverk-kontrollpunkt-1";

    Checkpoint(DateTimeOffset at, IReadOnlyList<CheckpointMark> marks, byte[] publicKey, byte[] signature) =>
        (At, Marks, PublicKey, Signature) = (at, marks, publicKey, signature);

    public DateTimeOffset At { get; }
    public IReadOnlyList<CheckpointMark> Marks { get; }
    /// <summary>SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of an ECDSA key on P-256.</summary>
    public byte[] PublicKey { get; }
    byte[] Signature { get; }

    public static Checkpoint Sign(DateTimeOffset at, IReadOnlyList<CheckpointMark> marks, CheckpointKey key) =>
        new(at, marks, key.PublicKey, key.Sign(Signed(at, marks)));

    public string ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("at", Instant(At));
            json.WriteStartArray("areas");
            foreach (var mark in Marks)
            {
                json.WriteStartObject();
                json.WriteString("area", mark.Area);
                json.WriteNumber("number", mark.Number);
                json.WriteString("hash", Convert.ToHexStringLower(mark.Hash));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteBase64String("key", PublicKey);
            json.WriteBase64String("signature", Signature);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    /// <returns>The checkpoint, or null when the text is none or has been changed since it was signed.</returns>
    public static Checkpoint? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.GetProperty("format").GetString() != Format)
                return null;
            var at = DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var marks = root.GetProperty("areas").EnumerateArray()
                .Select(a => new CheckpointMark(a.GetProperty("area").GetGuid(), a.GetProperty("number").GetInt64(), Convert.FromHexString(a.GetProperty("hash").GetString()!), at)).ToList();
            var read = new Checkpoint(at, marks, root.GetProperty("key").GetBytesFromBase64(), root.GetProperty("signature").GetBytesFromBase64());
            return CheckpointKey.Verifies(read.PublicKey, Signed(at, marks), read.Signature) ? read : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException or CryptographicException)
        {
            return null;
        }
    }

    static byte[] Signed(DateTimeOffset at, IEnumerable<CheckpointMark> marks) =>
        Encoding.UTF8.GetBytes(string.Concat(marks.Select(m => $"{m.Area:D} {m.Number} {Convert.ToHexStringLower(m.Hash)}\n").Prepend($"{Format}\n{Instant(at)}\n")));

    static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
