using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

/// <summary>The log as a file: read a page at a time and sent as it is read. That it was taken out is a row of it, written before the first byte.</summary>
static class LogExport
{
    public const string Csv = "/administration/logg.csv", Json = "/administration/logg.json";
    const int Size = 500;

    static readonly string[] Heads = ["Rad", "När", "Vem", "För", "Slag", "Vad", "Ändrat", "Sak", "Adress", "Webbläsare", "SHA-256"];

    public static void Map(WebApplication app)
    {
        app.MapGet(Csv, (HttpContext context) => Take(context, "Excel", Shared.Csv.Type, "logg.csv", WriteCsv)).WithMetadata(new MayAttribute(MayAttribute.Audit)).RequireRateLimiting(Costly.PerPerson);
        app.MapGet(Json, (HttpContext context) => Take(context, "JSON", "application/json; charset=utf-8", "logg.json", WriteJson)).WithMetadata(new MayAttribute(MayAttribute.Audit)).RequireRateLimiting(Costly.PerPerson);
    }

    static async Task Take(HttpContext context, string form, string type, string file, Func<Stream, IAsyncEnumerable<IReadOnlyList<LogLine>>, CancellationToken, Task> write)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (actor, filter) = (services.GetRequiredService<AtTheDoor>().Required, LogFilter.Of(context.Request.Query));
        if (filter.Fault is not null)
        {
            context.Response.Redirect(filter.Address("/administration/logg"));
            return;
        }
        var person = filter.Query.By is { } by ? (await services.GetRequiredService<AreaDirectory>().People(ct)).FirstOrDefault(p => p.Id == by)?.Name ?? "okänd person" : null;
        var work = services.GetRequiredService<Work>();
        await work.Must(() =>
        {
            work.Remember(new ProtectedRead(actor.Area, $"Loggen togs ut för {form}: {filter.Words(person)}", services.GetRequiredService<TimeProvider>().Now(), actor.Person));
            return Task.CompletedTask;
        }, ct);
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename={file}";
        context.Response.Headers.CacheControl = "private, no-store";
        await write(context.Response.Body, Pages(services.GetRequiredService<HistoryLists>(), filter.Query, ct), ct);
    }

    static async IAsyncEnumerable<IReadOnlyList<LogLine>> Pages(HistoryLists history, LogQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        long? before = null;
        do
        {
            var (lines, page) = await history.Log(query, before, Size, ct);
            yield return lines;
            before = page.Next;
        }
        while (before is not null);
    }

    static async Task WriteCsv(Stream body, IAsyncEnumerable<IReadOnlyList<LogLine>> pages, CancellationToken ct)
    {
        await using var text = Shared.Csv.Writer(body);
        await text.WriteAsync(Shared.Csv.Row(Heads));
        await foreach (var page in pages.WithCancellation(ct))
        {
            foreach (var line in page)
                await text.WriteAsync(Shared.Csv.Row(Cells(line)));
            await text.FlushAsync(ct);
        }
    }

    static IEnumerable<string?> Cells(LogLine line)
    {
        var row = line.Line.Row;
        return
        [
            row.Number.ToString(CultureInfo.InvariantCulture), row.At.Local().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.Line.Who, line.Line.For, HistoryRow.Kinds.GetValueOrDefault(row.Kind, row.Kind),
            row.Words, string.Join(", ", row.Changed.Select(c => $"{c.Field}: {c.Before ?? "–"} → {c.After ?? "–"}")), row.Subject.ToString("D"), line.Address, line.Browser, line.Hash,
        ];
    }

    static async Task WriteJson(Stream body, IAsyncEnumerable<IReadOnlyList<LogLine>> pages, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        await foreach (var page in pages.WithCancellation(ct))
        {
            foreach (var line in page)
                Write(json, line);
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, LogLine line)
    {
        var row = line.Line.Row;
        json.WriteStartObject();
        json.WriteNumber("number", row.Number);
        json.WriteString("at", row.At);
        WriteId(json, "by", row.By);
        json.WriteString("who", line.Line.Who);
        WriteId(json, "actedFor", row.ActedFor);
        json.WriteString("for", line.Line.For);
        json.WriteString("kind", row.Kind);
        json.WriteString("words", row.Words);
        json.WriteStartArray("changed");
        foreach (var change in row.Changed)
        {
            json.WriteStartObject();
            json.WriteString("field", change.Field);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("erased", row.IsErased);
        json.WriteString("subject", row.Subject);
        json.WriteString("address", line.Address);
        json.WriteString("browser", line.Browser);
        json.WriteString("hash", line.Hash);
        json.WriteEndObject();
    }

    static void WriteId(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } known)
            json.WriteString(name, known);
        else
            json.WriteNull(name);
    }
}
