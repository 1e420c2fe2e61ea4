using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Shared.Parts;
using Samverk.Storage.Registers;

namespace Samverk.Shell.Registers;

/// <summary>What every register answers beside its page: its filters with their counts, and the whole selection as a file, sent as it is read.</summary>
static class RegisterEndpoints
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    /// <summary>Rows between two flushes: what is held in memory at a time.</summary>
    const int Portion = 500;

    public static void Map(WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        foreach (var register in scope.ServiceProvider.GetServices<Register>())
        {
            var (path, may) = (register.Path, new MayAttribute(register.Permission));
            app.MapGet(path + RegisterForm.CountsPath, (HttpContext context, CancellationToken ct) => Counts(context, path, ct)).WithMetadata(may);
            app.MapGet(path + ".csv", (HttpContext context) => Take(context, path, Csv.Type, "csv", WriteCsv)).WithMetadata(may).RequireRateLimiting(Costly.PerPerson);
            app.MapGet(path + ".json", (HttpContext context) => Take(context, path, "application/json; charset=utf-8", "json", WriteJson)).WithMetadata(may).RequireRateLimiting(Costly.PerPerson);
        }
        app.MapGet("/mina", () => Results.Redirect(AssignmentPages.Mine)).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    internal static async Task<(Register Register, Selection Selection, PageAddress Here)> Asked(HttpContext context, string path, CancellationToken ct)
    {
        var register = context.RequestServices.GetServices<Register>().First(r => r.Path == path);
        await register.Prepare(ct);
        var here = new PageAddress(path + context.Request.QueryString);
        return (register, register.Read(here.All, api: false, RegisterForm.Own) with { Cursor = null }, here);
    }

    static async Task<IResult> Counts(HttpContext context, string path, CancellationToken ct)
    {
        var (register, selection, here) = await Asked(context, path, ct);
        var counts = await register.Counts(selection, ct);
        context.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<RegisterFilters>(new Dictionary<string, object?>
        {
            [nameof(RegisterFilters.Register)] = register,
            [nameof(RegisterFilters.Selection)] = selection,
            [nameof(RegisterFilters.Counts)] = counts,
            [nameof(RegisterFilters.Here)] = here,
        });
    }

    static async Task Take(HttpContext context, string path, string type, string form, Func<Stream, Register, Selection, CancellationToken, Task> write)
    {
        var ct = context.RequestAborted;
        var (register, selection, _) = await Asked(context, path, ct);
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename={path[1..]}.{form}";
        context.Response.Headers.CacheControl = "private, no-store";
        await write(context.Response.Body, register, selection, ct);
    }

    static async Task WriteCsv(Stream body, Register register, Selection selection, CancellationToken ct)
    {
        await using var text = Csv.Writer(body);
        await text.WriteAsync(Csv.Row(register.Columns.Select(c => c.Heading)));
        var written = 0;
        await foreach (var row in register.Whole(selection).WithCancellation(ct))
        {
            await text.WriteAsync(Csv.Row(register.Columns.Select(c => CellText.Of(c.Of(row)))));
            if (++written % Portion == 0)
                await text.FlushAsync(ct);
        }
    }

    static async Task WriteJson(Stream body, Register register, Selection selection, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body, Readable);
        json.WriteStartArray();
        var written = 0;
        await foreach (var row in register.Whole(selection).WithCancellation(ct))
        {
            RegisterJson.Write(json, register, row);
            if (++written % Portion == 0)
                await json.FlushAsync(ct);
        }
        json.WriteEndArray();
    }
}
