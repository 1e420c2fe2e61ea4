using System.Text;
using System.Text.Json;
using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Import;

/// <summary><c>samverk read [--spans] FILE…</c>: documents to JSON, without a database.</summary>
static class ReadCommand
{
    const int Failed = 2;

    /// <summary>UTF-8 without a byte order mark, whatever the terminal's encoding: the output is read by programs.</summary>
    public static TextWriter Utf8(Stream stream) => new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    /// <returns>0, or 2 when any file could not be read.</returns>
    public static async Task<int> Run(string[] files, bool spans, TextWriter output, TextWriter errors)
    {
        if (files.Length == 0)
        {
            await errors.WriteLineAsync("Ange minst en fil: samverk read [--spans] FIL…");
            return Failed;
        }
        var extraction = new TextExtraction();
        var exitCode = 0;
        foreach (var file in files)
        {
            var extracted = await Extract(extraction, file);
            var one = files.Length == 1;
            var (json, problem) = ReadText<string>.Of(extracted, text => DraftJson.Write(MinutesReader.Read(text), text, spans, one ? null : file, indented: one));
            if (json is not null)
            {
                await output.WriteLineAsync(json);
                continue;
            }
            exitCode = Failed;
            await errors.WriteLineAsync($"{file}: {problem!.Text}");
            if (!one)
                await output.WriteLineAsync(Failure(file, problem.Text));
        }
        return exitCode;
    }

    static async Task<Extracted> Extract(TextExtraction extraction, string file)
    {
        try
        {
            var information = new FileInfo(file);
            if (information.Exists && information.Length > new ExtractionLimits().FileBytes)
                return UnreadableFile.TooLarge(new ExtractionLimits().FileBytes);
            return await extraction.Extract(file, await File.ReadAllBytesAsync(file), CancellationToken.None);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new UnreadableFile("not-found", "Filen finns inte. Kontrollera namnet och sökvägen.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new UnreadableFile("not-readable", Directory.Exists(file)
                ? "Det är en mapp, inte en fil. Ange filerna i den, eller använd samverk import."
                : "Filen kunde inte öppnas. Kontrollera att du har rätt att läsa den.");
        }
    }

    static string Failure(string file, string error)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteString("error", error);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
