using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import.Pages;

static class Endpoints
{
    /// <summary>More known files than these are told as a number: an address has a length.</summary>
    const int MostShown = 40;

    /// <summary>What a form adds to the bytes of its files.</summary>
    const long FormBytes = 1L << 20;

    public static void Map(WebApplication app)
    {
        var import = new MayAttribute(MayAttribute.Import);
        app.Use(StopTooLarge);
        // A page answers a post to its own address too; this comes before it.
        app.MapPost(ImportPages.Start, Take).WithMetadata(import, new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(Upload.MostBytes + FormBytes))
            .RequireRateLimiting(Costly.PerPerson).WithRequestTimeout(Costly.Slow).WithOrder(-1);
        app.MapPost(ImportPages.Start + "/{batch:guid}/{document:guid}/utkast", Draft).WithMetadata(import, new MasksNumbersAttribute(), new RequireAntiforgeryTokenAttribute());
        app.MapPost(ImportPages.Start + "/{batch:guid}/{document:guid}/angrande", Undo).WithMetadata(import, new RequireAntiforgeryTokenAttribute());
        app.MapGet(ImportPages.Start + "/original/{document:guid}", Original).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    // Before the form is read for its token: a form that is too large would be told that it isn't ours.
    static Task StopTooLarge(HttpContext context, RequestDelegate next)
    {
        var isTooLarge = HttpMethods.IsPost(context.Request.Method) && context.Request.Path == ImportPages.Start && context.Request.ContentLength > Upload.MostBytes;
        if (!isTooLarge)
            return next(context);
        context.Response.Redirect(Refused(Upload.TooMuch));
        return Task.CompletedTask;
    }

    static async Task<IResult> Take(HttpContext context, Upload upload, AtTheDoor door, Outbox outbox, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (uploaded, refusal) = await upload.Take(form["namn"], [.. form.Files.Where(f => f.FileName.Length > 0)], door.Required.Person, ct);
        if (uploaded is null)
            return Results.LocalRedirect(Refused(refusal!));
        outbox.Wake();
        return Results.LocalRedirect(After(uploaded));
    }

    static string Refused(Refusal refusal) => QueryHelpers.AddQueryString(ImportPages.Start, "nej", refusal.Code);

    static string After(Uploaded uploaded)
    {
        var query = uploaded.Known.Take(MostShown).Select(id => KeyValuePair.Create("finns", (string?)id.ToString("D"))).ToList();
        if (uploaded.Known.Count > MostShown)
            query.Add(new("fler", $"{uploaded.Known.Count - MostShown}"));
        if (uploaded.Unopened > 0)
            query.Add(new("inte", $"{uploaded.Unopened}"));
        return QueryHelpers.AddQueryString(uploaded.Batch is { } batch ? ImportPages.Batch(batch) : ImportPages.Start, query);
    }

    /// <summary>Keeps what is typed while somebody works; the page stays as it is.</summary>
    static async Task<IResult> Draft(Guid document, HttpContext context, ReviewViews views, AtTheDoor door, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (version, refusal) = await views.Keep(document, form, door.Required, ct);
        return refusal is null
            ? Results.Json(new { version, at = SwedishText.Clock(TimeOnly.FromDateTime(clock.GetUtcNow().Local())) })
            : Results.Json(new { refusal = refusal.Text, code = refusal.Code });
    }

    // The page says why when it can't be undone: it asks the same question.
    static async Task<IResult> Undo(Guid batch, Guid document, Importing importing, AtTheDoor door, CancellationToken ct)
    {
        var refusal = await importing.Undo(document, door.Required, ct);
        return Results.LocalRedirect(ImportPages.Document(batch, document) + (refusal is null ? "?angrad=1" : ""));
    }

    static async Task<IResult> Original(Guid document, HttpContext context, ImportLists lists, Importing importing, AtTheDoor door, Work work, TimeProvider clock, CancellationToken ct)
    {
        if (await lists.MayFetch(document, door.Required, asFile: true, ct) is { } refusal)
            return Results.StatusCode(refusal.Code == "restricted" ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        var row = (await lists.Documents([document], door.Required, ct))[0];
        if (await lists.IsRestricted(document, ct))
            await work.Must(() => Remember(work, row, clock.Now(), door.Required.Person), ct);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Path.GetFileName(row.FileName));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(await importing.Content(document, ct), "application/octet-stream");
    }

    // Before a byte is sent: nothing that is restricted is read without a row that says so.
    static Task Remember(Work work, DocumentRow row, DateTimeOffset at, Guid by)
    {
        work.Remember(new ProtectedRead(row.Id, $"Originalet {row.FileName}, som innehåller personuppgifter, hämtades", at, by));
        return Task.CompletedTask;
    }
}

/// <summary>The addresses of the pages of importing.</summary>
static class ImportPages
{
    public const string Start = "/importera";

    public static string Batch(Guid batch) => $"{Start}/{batch:D}";
    public static string Document(Guid batch, Guid document) => $"{Start}/{batch:D}/{document:D}";
    public static string Original(Guid document) => $"{Start}/original/{document:D}";
}
