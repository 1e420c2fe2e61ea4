namespace Samverk.Disclosure;

public static class Room
{
    public static IServiceCollection AddDisclosure(this IServiceCollection services) =>
        services.AddScoped<Requests>().AddScoped<RequestLists>().AddScoped<Collecting>().AddScoped<GivenText>().AddScoped<Package>().AddScoped<Disclosures>();

    public static void MapDisclosure(this WebApplication app) => Pages.Endpoints.Map(app);
}
