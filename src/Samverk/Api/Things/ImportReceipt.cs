using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>What became of files that were handed over.</summary>
sealed record ImportReceipt([About("Inläsningen som har filerna; null när nyckeln inte får se den.")] Guid? Id, [About("De som är nya, och väntar på att läsas.")] IReadOnlyList<ImportThing.Document> Documents,
    [About("De som fanns sedan förut, byte för byte, och inte lades in igen.")] IReadOnlyList<ImportThing.Document> Known, [About("Så många som fanns sedan förut men som nyckeln inte får se.")] int KnownUnseen,
    [About("Filer i en zip som inte gick att packa upp.")] int Unopened)
{
    const string FileName = "fileName", Name = "name", Multipart = "multipart/form-data", Bytes = "application/octet-stream";

    const int LongestName = 200;

    static readonly Problem NoName = new(400, "no-file-name", "Filens namn saknas. Skicka det i fileName eller i Content-Disposition.", "The file has no name. Send it in fileName or in Content-Disposition.");
    static readonly Problem PersonalNumber = new(422, "number-in-text", "Namnet innehåller något som liknar ett personnummer. Inget har sparats.", "The name has what looks like a personal identity number. Nothing was kept.");

    public static Route Route { get; } = new("POST", "/imports", "createImport", Groups.Documents, MayAttribute.Import, new("Lägg in protokoll", "Hand over minutes"), Answer)
    {
        Description = new(
            "Lägger in en eller flera filer (Word, PDF, text, webbsida, äldre format eller zip) för läsning. Läsningen går vidare efter svaret; fråga /imports/{id}. Samma byte läggs aldrig in två gånger, så ett anrop kan göras om. Inget kommer in i registret förrän en människa har bekräftat det.",
            "Hands over one or several files (Word, PDF, text, web page, older formats or zip) to be read. Reading goes on after the answer; ask /imports/{id}. The same bytes are never kept twice, so a request can be repeated. Nothing enters the record before a person confirms it."),
        Query = [new(FileName, new("Filens namn, när filen skickas som den är.", "The file's name, when the file is sent as it is."), JsonShape.Text(), IsMany: false, text => text.Length <= LongestName), new(Name, new("Vad inläsningen ska heta.", "What to call the import."), JsonShape.Text(), IsMany: false, text => text.Length <= LongestName)],
        Body = new(new("En eller flera filer som formulär, eller en fil som den är.", "One or several files as a form, or one file as it is."), new Dictionary<string, JsonObject> { [Multipart] = Form(), [Bytes] = new() }, Import.Room.UploadBytes),
        Answers =
        [
            new(200, new("Filerna fanns sedan förut. Location är inläsningen som har dem, när nyckeln får se den.", "The files were kept before. Location is the import that has them, when the token may see it."), JsonShape.Of<ImportReceipt>()) { HasLocation = true },
            new(202, new("Filerna är mottagna och läses. Location är inläsningen.", "The files are received and being read. Location is the import."), JsonShape.Of<ImportReceipt>()) { HasLocation = true },
        ],
        Problems = [NoName, PersonalNumber, Problem.TooLarge, Problem.WrongMedia, .. Handover.Refusals.Select(r => Problem.Of(r))],
        IsCostly = true,
    };

    static async Task<Answer> Answer(Call call)
    {
        var request = call.Context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var media) || media.MediaType.Value is not { } kind || !IsTaken(kind))
            return Api.Answer.No(Problem.WrongMedia);
        try
        {
            var (files, name) = kind.Equals(Multipart, StringComparison.OrdinalIgnoreCase) ? await FormOf(request, call.Stop) : (await Whole(request, call), call.One(Name));
            return files is null ? Api.Answer.No(NoName, FileName)
                : name?.Length > LongestName ? Api.Answer.No(Serving.WrongValue, Name)
                : name is not null && Shared.PersonalNumber.In(name).Any() ? Api.Answer.No(PersonalNumber, Name)
                : await Take(call, name, files);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // A form that ends too soon, or is none.
            return Api.Answer.No(Problem.BadRequest);
        }
    }

    // A form that is no file, and what only a script of a page would send, is no upload.
    static bool IsTaken(string kind) => !kind.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && !kind.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        && (!kind.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || kind.Equals(Multipart, StringComparison.OrdinalIgnoreCase));

    static async Task<(IReadOnlyList<IFormFile>? Files, string? Name)> FormOf(HttpRequest request, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        return ([.. form.Files.Where(f => f.FileName.Length > 0)], form[Name].ToString() is { Length: > 0 } name ? name : null);
    }

    /// <returns>Null when nothing says what the file is called.</returns>
    static async Task<IReadOnlyList<IFormFile>?> Whole(HttpRequest request, Call call)
    {
        if ((call.One(FileName) ?? Said(request)) is not { Length: > 0 and <= LongestName } name)
            return null;
        request.EnableBuffering(1 << 20, Import.Room.UploadBytes);
        await request.Body.CopyToAsync(Stream.Null, call.Stop);
        request.Body.Position = 0;
        return request.Body.Length == 0 ? [] : [new FormFile(request.Body, 0, request.Body.Length, FileName, name)];
    }

    static string? Said(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var said) ? (said.FileNameStar.HasValue ? said.FileNameStar : HeaderUtilities.RemoveQuotes(said.FileName)).Value : null;

    static async Task<Answer> Take(Call call, string? name, IReadOnlyList<IFormFile> files)
    {
        var handover = call.Get<Handover>();
        var (receipt, refusal) = await handover.Take(name, files, call.Actor, call.Stop);
        if (receipt is null)
            return Api.Answer.No(Problem.Of(refusal!));
        var known = await handover.Documents(receipt.Known, call.Actor, call.Stop);
        var fresh = receipt.Batch is { } batch ? await handover.Documents(batch, -1, Upload, call.Actor, call.Stop) : [];
        var where = receipt.Batch ?? (known.Count > 0 ? known[0].Batch : null);
        var body = new ImportReceipt(where, [.. fresh.Select(d => ImportThing.Document.Of(d, call))], [.. known.Select(d => ImportThing.Document.Of(d, call))], receipt.Known.Count - known.Count, receipt.Unopened);
        return new Found(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options), Status: receipt.Batch is null ? 200 : 202, Location: where is { } id ? $"{Route.Root}/imports/{id}" : null);
    }

    /// <summary>No upload has more files.</summary>
    const int Upload = 500;

    static JsonObject Form() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["file"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["contentMediaType"] = Bytes } }, [Name] = new JsonObject { ["type"] = "string", ["maxLength"] = LongestName } },
        ["required"] = new JsonArray("file"),
    };
}
