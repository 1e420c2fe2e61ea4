namespace Samverk.Organisations;

public static class Room
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AreaDirectory>().AddScoped<OrganisationsLists>().AddScoped<Actors>().AddScoped<AreaSetup>().AddScoped<AdministrationLists>().AddScoped<SignInPeople>();
        services.AddScoped<BodyKeeper>().AddScoped<SeatKeeper>().AddScoped<PersonKeeper>().AddScoped<PlaceKeeper>().AddScoped<StandingKeeper>()
            .AddScoped<FunctionKeeper>().AddScoped<ContactKeeper>().AddScoped<OrganisationKeeper>().AddScoped<PlaceLists>().AddScoped<MemberMatch>().AddScoped<MemberImport>();
        services.AddSingleton<FirstRun>();
        SignIn.Add(services);
        return services;
    }

    public static void MapOrganisations(this WebApplication app) => Pages.Endpoints.Map(app);

    /// <summary>Between authentication and authorization: who is at the door.</summary>
    public static void UseWhoIsAtTheDoor(this WebApplication app) => SignIn.Use(app);
}
