using Samverk.Import.Files;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Import;

public static class Room
{
    /// <summary>The largest upload, all files together.</summary>
    public const long UploadBytes = 200L << 20;

    public static void MapImport(this WebApplication app) => Pages.Endpoints.Map(app);

    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton(new TextExtraction());
        services.AddRegister<DocumentRegister, OriginalRow>();
        services.AddScoped<Importing>().AddScoped<ArchiveImport>().AddScoped<ImportQueue>().AddScoped<ImportLists>().AddScoped<Drafts>().AddScoped<Pages.ReviewViews>().AddScoped<BulkConfirm>().AddScoped<Upload>().AddScoped<Handover>().AddScoped<ImportedThings>().AddScoped<Originals>().AddScoped<OriginalsSearched>();
        ImportChecks.Add(services);
        services.AddSingleton(new OutboxHandler(Importing.ReadKind, (provider, document, ct) =>
            provider.GetRequiredService<Importing>().Read(document, provider.GetRequiredService<TextExtraction>(), ct)));
        return services;
    }
}
