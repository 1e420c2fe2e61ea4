using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Search;

public static class Room
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<Vocabularies>().AddScoped<SearchIndex>().AddScoped<SearchLists>();
        WhenSomethingHappened.Add(services);
        services.AddSingleton(new OutboxHandler(SearchIndex.IndexKind, (provider, _, ct) => provider.GetRequiredService<SearchIndex>().CatchUp(ct)));
        return services;
    }

    public static void MapSearch(this WebApplication app) =>
        app.MapGet(SearchAddress.Suggestions, Suggest).WithMetadata(new MayAttribute(MayAttribute.Read));

    static async Task<IResult> Suggest(string? q, HttpContext context, SearchLists lists, AtTheDoor door, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(from s in await lists.Suggest(q, door.Required, ct) select new { text = s.Text, address = s.Address, kind = s.Kind?.Words(), note = s.Note });
    }
}
