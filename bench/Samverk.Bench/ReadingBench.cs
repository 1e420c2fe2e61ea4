using System.Text;
using Samverk.Import;
using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Bench;

/// <summary>Reading text on one core, from bytes to draft, against decoding the same bytes and splitting them into lines.</summary>
static class ReadingBench
{
    const int BigBytes = 50_000_000;

    public static async IAsyncEnumerable<Row> Run()
    {
        var world = Documents.World;
        var lines = world.Sum(d => Lines(d.Content));
        var all = await Timing.Compare(() => ReadAll(world), () => Floor(world));
        yield return Row.Of("Reading text", $"{world.Count} documents, {lines / world.Count} lines each", "document", all, world.Count, null);
        Row? smaller = null;
        foreach (var size in (int[])[10, 100, 1_000, 10_000])
        {
            var row = await Long(Documents.Long(size), $"1 document, {size:N0} lines", size, smaller);
            yield return row;
            smaller = row;
        }
        var perLine = Encoding.UTF8.GetByteCount(Documents.Long(10_000)) / 10_000.0;
        var count = (int)(BigBytes / perLine);
        HandedOver[] big = [new("protokoll.txt", Encoding.UTF8.GetBytes(Documents.Long(count)))];
        // Warm by now, and long enough for one round to tell.
        var once = await Timing.Rerun(1, async () => (await Timing.Once(() => ReadAll(big)), await Timing.Once(() => Floor(big))));
        yield return Row.Of("Reading text", $"1 document, {count:N0} lines, 50 MB", "line", once, count, smaller);
    }

    static async Task<Row> Long(string text, string size, int lines, Row? smaller)
    {
        HandedOver[] one = [new("protokoll.txt", Encoding.UTF8.GetBytes(text))];
        return Row.Of("Reading text", size, "line", await Timing.Compare(() => ReadAll(one), () => Floor(one)), lines, smaller);
    }

    static void ReadAll(IReadOnlyList<HandedOver> documents)
    {
        foreach (var document in documents)
            if (MinutesReader.Read(PlainText.Read(document.Content)).Items.Count == 0)
                throw new InvalidOperationException($"{document.FileName} has no items: it was not read.");
    }

    static void Floor(IReadOnlyList<HandedOver> documents)
    {
        foreach (var document in documents)
            if (Encoding.UTF8.GetString(document.Content).Split('\n').Length == 0)
                throw new InvalidOperationException($"{document.FileName} is empty.");
    }

    static int Lines(byte[] content) => content.AsSpan().Count((byte)'\n');
}
