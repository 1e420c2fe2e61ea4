namespace Samverk.Organisations;

public static class Room
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AreaDirectory>().AddScoped<OrganisationsLists>().AddScoped<Actors>().AddScoped<AreaSetup>().AddScoped<Administration>().AddScoped<AdministrationLists>().AddScoped<SignInPeople>().AddScoped<HistoryLists>();
        services.AddSingleton<FirstRun>().AddSingleton<EveryArea>();
        SignIn.Add(services);
        return services;
    }

    public static void MapOrganisations(this WebApplication app)
    {
        Pages.Endpoints.Map(app);
        Pages.LogExport.Map(app);
    }

    /// <summary>Between authentication and authorization: who is at the door.</summary>
    public static void UseWhoIsAtTheDoor(this WebApplication app) => SignIn.Use(app);
}
