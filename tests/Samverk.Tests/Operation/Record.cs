using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>What a database holds, to be compared with another: every original's bytes, every history row, every table's rows.</summary>
static class Record
{
    public static Task<List<string>> Of(TestWorld world) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        Assert.Null((await Verification.Walk(db)).Broken);
        List<string> lines = [];
        foreach (var document in await db.Set<Document>().OrderBy(d => d.Id).ToListAsync())
            lines.Add($"Document {document.Id} {document.Sha256} {Convert.ToHexStringLower(SHA256.HashData(await s.GetRequiredService<Importing>().Content(document.Id, default)))}");
        lines.AddRange((await db.Set<HistoryRow>().OrderBy(r => r.Number).ToListAsync()).Select(r => $"History {r.Number} {Convert.ToHexString(r.Hash)}"));
        return lines;
    });

    /// <summary>How many rows each table has.</summary>
    public static Task<List<string>> Counts(TestWorld world) => world.In(async s =>
    {
        var connection = s.GetRequiredService<SamverkDb>().Database.GetDbConnection();
        await connection.OpenAsync();
        List<string> lines = [];
        foreach (var table in s.GetRequiredService<SamverkDb>().Model.GetRelationalModel().Tables.Select(t => t.Name).Order())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            lines.Add($"{table} {await command.ExecuteScalarAsync()}");
        }
        return lines;
    });
}
