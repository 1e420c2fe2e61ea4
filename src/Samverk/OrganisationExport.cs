using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk;

/// <summary>What has been written of one organisation.</summary>
public sealed record Exported(int Rows, int Originals, int History);

/// <summary>
/// All that one organisation of the current area owns, in files that can be read without Samverk: a table a file, the
/// originals byte for byte, the history of it all. Read and written a row at a time.
/// </summary>
public sealed class OrganisationExport(SamverkDb db, Referring referring, Work work, ProtectedNames names, TimeProvider clock)
{
    // Told in their own way, or about the whole area.
    static readonly Type[] Apart = [typeof(HistoryRow), typeof(HistoryOrigin), typeof(HistoryHead), typeof(Chunk)];

    readonly HashSet<Guid> ids = [];

    internal async Task<Exported> Write(OrganisationInfo organisation, ExportTarget to, CancellationToken ct)
    {
        await work.Must(() =>
        {
            work.Remember(new ProtectedRead(organisation.Id, $"Allt som {organisation.Name} äger togs ut på kommandoraden", clock.Now(), null));
            return Task.CompletedTask;
        }, ct);
        var mask = await names.Mask(ct);
        var rows = 0;
        foreach (var table in referring.Tables.Where(t => !Apart.Contains(t.ClrType)))
            rows += await Lines(to, $"tabeller/{table.GetTableName()}.jsonl", table, Of(table, organisation.Id), mask, ct);
        var originals = await Originals(organisation.Id, to, ct);
        var history = await Lines(to, "historik.jsonl", db.Model.FindEntityType(typeof(HistoryRow))!, History(organisation.Id, ct), mask, ct);
        var exported = new Exported(rows, originals, history);
        await using var readme = new StreamWriter(to.Create("LÄSMIG.txt"));
        await readme.WriteAsync(Readme(organisation, exported));
        return exported;
    }

    /// <summary>What it owns, what lies under that, and what is about it: its people, seats, functions and contact ways.</summary>
    async IAsyncEnumerable<object> Of(IEntityType table, Guid organisation)
    {
        var things = Referring.Things(table).ToList();
        var isPart = things.Exists(t => t.Properties[0].IsPrimaryKey());
        HashSet<Guid> seen = [];
        foreach (var thing in things)
            await foreach (var row in referring.Under(table, thing, organisation))
                if (IsNew(table, row, seen))
                    yield return row;
        if (!isPart)
            await foreach (var row in referring.Rows(table, Referring.Ids(table), organisation))
                if (IsNew(table, row, seen))
                    yield return row;
    }

    bool IsNew(IEntityType table, object row, HashSet<Guid> seen)
    {
        if (table.FindProperty("Id") is not { } key || key.ClrType != typeof(Guid))
            return true;
        var id = (Guid)key.GetGetter().GetClrValue(row)!;
        ids.Add(id);
        return seen.Add(id);
    }

    async IAsyncEnumerable<object> History(Guid organisation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in db.Set<HistoryRow>().OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
            if (row.ActedFor == organisation || row.Subject == organisation || ids.Contains(row.Subject))
                yield return row;
    }

    /// <summary>A file only where there is something to write.</summary>
    static async Task<int> Lines(ExportTarget to, string name, IEntityType table, IAsyncEnumerable<object> rows, NameMask mask, CancellationToken ct)
    {
        var count = 0;
        Stream? file = null;
        try
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                file ??= to.Create(name);
                await using (var json = new Utf8JsonWriter(file, RowJson.Options))
                    RowJson.Write(json, table, row, text => mask.Of(text));
                file.WriteByte((byte)'\n');
                count++;
            }
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }
        return count;
    }

    async Task<int> Originals(Guid owner, ExportTarget to, CancellationToken ct)
    {
        var sums = new StringBuilder();
        var documents = await db.Set<Document>().Where(d => d.Owner == owner).OrderBy(d => d.Id).Select(d => new { d.Id, d.FileName, d.Sha256 }).ToListAsync(ct);
        foreach (var document in documents)
        {
            var name = $"original/{document.Id}-{SafeName.Of(document.FileName)}";
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = to.Create(name))
                await foreach (var bytes in db.Set<Chunk>().Where(c => c.Document == document.Id).OrderBy(c => c.Number).Select(c => c.Bytes).AsAsyncEnumerable().WithCancellation(ct))
                {
                    hash.AppendData(bytes);
                    await file.WriteAsync(bytes, ct);
                }
            var sum = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (sum != document.Sha256)
                throw new InstallationException($"Originalet {document.FileName} är inte det som kom in: SHA-256 är {sum}, ska vara {document.Sha256}. samverk doctor --full säger mer. Ingenting har skrivits.");
            sums.Append(CultureInfo.InvariantCulture, $"{sum}  {name}\n");
        }
        await using var list = new StreamWriter(to.Create("sha256.txt"));
        await list.WriteAsync(sums, ct);
        return documents.Count;
    }

    string Readme(OrganisationInfo organisation, Exported exported) => $"""
        Allt som {organisation.Name}{(organisation.Code is null ? "" : $" ({organisation.Code})")} äger i Samverk, uttaget {clock.Now().InTime()}.

        tabeller/    en fil per tabell, en rad JSON per rad: det som organisationen äger, det som hör till det, och organisationens personer, platser, funktioner och kontaktvägar. {exported.Rows} rader.
        original/    inlästa original, precis som de kom in. {exported.Originals} filer.
        sha256.txt   originalens kontrollsummor. Kontrollera med: sha256sum -c sha256.txt
        historik.jsonl   vem som gjorde vad och när med allt detta, och det som gjorts för organisationen. {exported.History} rader. Raderna är ett utdrag ur områdets kedja: kedjan prövas i Samverk med samverk verify.

        Filerna är UTF-8. Sådant som andra organisationer äger är inte med, inte heller nycklar och inloggningar. Den som har skyddade personuppgifter står som Skyddad person i tabellerna och historiken, men i originalen står namnen som de skrevs.
        """;
}
