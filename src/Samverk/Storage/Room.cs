using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Where the installation keeps its things.</summary>
/// <param name="Folder">The data folder; holds <c>samverk.db</c> on SQLite and the one-time link.</param>
/// <param name="Connection">The database's connection text.</param>
/// <param name="Owner">How the schema's owner connects, on PostgreSQL; null when one login does both.</param>
public sealed record DataPlace(string Folder, string Connection, string? Owner = null)
{
    public Provider Provider => Provider.For(Connection);

    /// <summary>The SQLite database's file; null when the database is no file.</summary>
    public string? DatabaseFile =>
        Provider == Provider.Sqlite && new SqliteConnectionStringBuilder(Connection).DataSource is { Length: > 0 } file && file != ":memory:" ? Path.GetFullPath(file) : null;

    /// <summary>
    /// Reads <c>SAMVERK_DATA</c> (default <c>./data</c>), <c>ConnectionStrings:Samverk</c> (default SQLite in the folder)
    /// and <c>ConnectionStrings:SamverkOwner</c>.
    /// </summary>
    public static DataPlace From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["SAMVERK_DATA"] is { Length: > 0 } given ? given : "data");
        var (connection, owner) = (configuration.GetConnectionString("Samverk"), configuration.GetConnectionString("SamverkOwner"));
        return new(folder,
            string.IsNullOrWhiteSpace(connection) ? $"Data Source={Path.Combine(folder, "samverk.db")};Default Timeout=30" : connection,
            string.IsNullOrWhiteSpace(owner) ? null : owner);
    }
}

public static class Room
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DataPlace place)
    {
        services.AddSingleton(place).AddSingleton(place.Provider).AddSingleton<WriteGate>().AddSingleton<Statistics>().AddSingleton<Outbox>().AddSingleton<OutboxMeter>().AddSingleton<AreaMemories>().AddSingleton<Signals>();
        services.AddSingleton(_ => FolderUse.Share(place));
        services.AddSingleton(s => SealKey.Open(place, s.GetRequiredService<IConfiguration>(), s.GetRequiredService<TimeProvider>().Now())).AddSingleton(s => new Sealing(s.GetRequiredService<SealKey>, s.GetRequiredService<IConfiguration>()));
        StorageChecks.Add(services);
        SealCheck.Add(services);
        services.AddScoped<CurrentArea>().AddScoped<Work>().AddScoped<AreaMemory>().AddScoped<Timeline>().AddScoped<HistoryLog>().AddScoped<HistoryErasing>().AddScoped<Referring>();
        services.AddScoped(_ => new Origin(Origin.CommandLine));
        services.AddDbContext<SamverkDb>(options =>
        {
            place.Provider.Use(options, place.Connection);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).UseMemoryCache(place.Provider.Compiled);
            InterpretedConstants.Use(options);
        });
        services.AddDataProtection().SetApplicationName("Samverk");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeysInDatabase(scopes));
        return services;
    }

    /// <summary>Protects cookies and forms with keys that every node finds in the database.</summary>
    sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetRequiredService<SamverkDb>().Set<ProtectionKey>().AsEnumerable().Select(k => XElement.Parse(k.Xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
            db.SaveChanges();
        }
    }
}
