using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>
/// All that the area holds about a person, in one file (GDPR articles 15 and 20): every row that names the person, how
/// they sign in, and the history about them and by them with from where, while that is kept. What stands as a name
/// alone in minutes that nobody has matched is not found, and the file says so.
/// </summary>
sealed class PersonExport(SamverkDb db, Referring referring, ProtectedNames names)
{
    const string About = "Allt som samverkansområdet har om personen. En rad där personen bara är den som gjorde något finns i historiken. Namn som står i protokoll utan att vara kopplade till personen är inte med, och inte heller nycklar.";

    public async Task Write(Guid person, DateTimeOffset at, Stream to, CancellationToken ct)
    {
        var account = await db.Set<AccountPerson>().Where(p => p.Person == person).Select(p => (Guid?)p.Account).SingleOrDefaultAsync(ct);
        var others = await names.Mask(ct, except: person);
        await using var json = new Utf8JsonWriter(to, RowJson.Options);
        json.WriteStartObject();
        json.WriteString("om", About);
        json.WriteString("person", person);
        json.WriteString("at", at);
        json.WriteStartObject("tables");
        foreach (var table in referring.Tables)
        {
            await Rows(json, table, referring.Rows(table, Columns(table), person), others, ct);
            if (account is { } known && IsOfAccount(table))
                await Rows(json, table, referring.Rows(table, Referring.Ids(table), known), others, ct);
        }
        await Origins(json, person, others, ct);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static bool IsOfAccount(IEntityType table) => table.FindProperty(nameof(Session.Area)) is null && table.FindProperty(nameof(Session.Person)) is null;

    /// <summary>Who did something is told by the history, not by the things that they did it to.</summary>
    static IEnumerable<IProperty> Columns(IEntityType table) =>
        Referring.Ids(table).Where(c => table.ClrType == typeof(HistoryRow) || !c.Name.EndsWith("By", StringComparison.Ordinal));

    static async Task Rows(Utf8JsonWriter json, IEntityType table, IAsyncEnumerable<object> rows, NameMask others, CancellationToken ct)
    {
        var isBegun = false;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (!isBegun)
                json.WriteStartArray(table.GetTableName()!);
            isBegun = true;
            RowJson.Write(json, table, row, text => others.Of(text));
            await json.FlushAsync(ct);
        }
        if (isBegun)
            json.WriteEndArray();
    }

    Task Origins(Utf8JsonWriter json, Guid person, NameMask others, CancellationToken ct) =>
        Rows(json, db.Model.FindEntityType(typeof(HistoryOrigin))!,
            (from o in db.Set<HistoryOrigin>() join r in db.Set<HistoryRow>() on o.Number equals r.Number where r.By == person orderby o.Number select o).AsAsyncEnumerable(), others, ct);
}
