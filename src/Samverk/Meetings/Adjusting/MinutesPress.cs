using Samverk.Pdf;
using Samverk.Pdf.Content;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

/// <summary>Makes the files of minutes: the PDF that is adjusted, the same bytes sealed, and the certificate of adjustment.</summary>
public sealed class MinutesPress(Typeface typeface, Sealing sealing)
{
    /// <summary>The PDF of a text. The same text and instant give the same bytes.</summary>
    public byte[] Minutes(MinutesText text, DateTimeOffset at) => PdfWriter.Write(MinutesDocument.Of(text, at), typeface).Bytes;

    /// <summary>An extract of adjusted minutes, without what is restricted.</summary>
    internal byte[] OpenExtract(FrozenText frozen, DateTimeOffset at) => PdfWriter.Write(ExtractDocument.OfOpen(frozen.Text, frozen.Seal, AdjustingLists.Rows(frozen), at), typeface).Bytes;

    /// <summary>An extract of one item of adjusted minutes.</summary>
    public byte[] Extract(AdjustedView minutes, MinutesItem item) => PdfWriter.Write(ExtractDocument.OfItem(minutes.Text, item, minutes.Seal, minutes.Approvals, minutes.At), typeface).Bytes;

    /// <summary>The approved bytes with one seal after them for each approval, in the order that they were given.</summary>
    internal Task<byte[]> Sealed(FrozenText frozen, CancellationToken ct) =>
        sealing.Seal(frozen.Pdf, [.. frozen.Approvals.OrderBy(a => a.At).Select(a => new Samverk.Pdf.Approval(a.Name, $"Justerat av {a.Name}, {a.As.ToLower(Swedish.Culture)}, {LowerFirst(a.Means)}. Förseglat av Samverk.", a.At))], ct);

    /// <summary>Justeringsbevis: who adjusted, when, how they had signed in, and which seal. One page.</summary>
    internal byte[] Certificate(FrozenText frozen, DateTimeOffset at)
    {
        var text = frozen.Text;
        return PdfWriter.Write(new(
            new($"Justeringsbevis, {text.BodyName} {text.On.InWords()}", text.BodyName, at) { HeadLeft = text.BodyName, HeadRight = text.On.InWords() },
            [
                new Heading(1, "Justeringsbevis"),
                new Paragraph($"Protokollet från {text.BodyName} {text.On.InWords()} är justerat av dem som står här. Var och en har läst den text som har sigillet nedan och justerat den i Samverk. Installationen har därefter förseglat filen."),
                new Samverk.Pdf.Content.Facts([new("Protokoll", $"{text.BodyName} {text.On.InWords()}"), new("Låst", $"{frozen.At.InTime()}, version {frozen.Version}"), new("Förseglat", at.InTime()), new("Sigill (SHA-256)", string.Join(' ', frozen.Seal.ToUpperInvariant().Chunk(8).Select(c => new string(c))))]),
                new Table("Justerat av", [new("Namn", 3), new("Roll", 2), new("Tid", 3), new("Inloggad", 3)], [.. frozen.Approvals.OrderBy(a => a.At).Select(a => (IReadOnlyList<Prose>)[a.Name, a.As, a.At.InTime(), a.Means])]) { RowHeads = true },
                new Small("Sigillet är kontrollsumman av protokollet som PDF, så som det såg ut när det justerades. Den förseglade filen börjar med exakt de byten. Förseglingen är gjord med installationens certifikat och är inte någon persons underskrift."),
            ]), typeface).Bytes;
    }

    static string LowerFirst(string words) => words.Length == 0 ? words : char.ToLower(words[0], Swedish.Culture) + words[1..];
}
