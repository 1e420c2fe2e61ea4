using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.Protection;
using Samverk.Organisations.Registers;
using Samverk.Organisations.SigningIn;
using Samverk.Storage.Registers;

namespace Samverk.Organisations;

public static class Room
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRegister<PersonRegister, PersonRow>().AddRegister<BodyRegister, ListedBody>().AddRegister<PrincipalRegister, OrganisationInfo>();
        services.AddScoped<AreaDirectory>().AddScoped<Names>().AddScoped<Views.SavedViews>().AddScoped<OrganisationsLists>().AddScoped<Actors>().AddScoped<AreaSetup>().AddScoped<AdministrationLists>().AddScoped<SignInPeople>().AddScoped<HistoryLists>();
        services.AddScoped<BodyKeeper>().AddScoped<BodyRulesKeeper>().AddScoped<RulesOfBodies>().AddScoped<SeatKeeper>().AddScoped<PersonKeeper>().AddScoped<PlaceKeeper>().AddScoped<StandingKeeper>()
            .AddScoped<FunctionKeeper>().AddScoped<ContactKeeper>().AddScoped<OrganisationKeeper>().AddScoped<PlaceLists>().AddScoped<BodyMembers>().AddScoped<PersonPlaces>().AddScoped<MemberMatch>().AddScoped<MemberImport>().AddScoped<CalendarKeys>();
        services.AddScoped<TokenKeeper>().AddScoped<TokenLists>().AddSingleton<BadTokens>();
        services.AddSingleton<SaidElse>().AddScoped<PersonExport>().AddScoped<ProtectedNames>().AddScoped<TrueNames>().AddScoped<IdentityKeeper>().AddScoped<Anonymising>().AddScoped<Retention>();
        services.AddSingleton<FirstRun>().AddSingleton<EveryArea>();
        SignIn.Add(services);
        OutsideChecks.Add(services);
        SigningInServices.Add(services);
        return services;
    }

    public static void MapOrganisations(this WebApplication app)
    {
        Pages.Endpoints.Map(app);
        Pages.LogExport.Map(app);
        PersonExportEndpoints.Map(app);
    }

    /// <summary>Before authentication: whoever tries too often is asked to wait.</summary>
    public static void UseThrottle(this WebApplication app) => Throttle.Use(app);

    /// <summary>Before authentication: what a page asks goes over one connection.</summary>
    public static void UsePageConnection(this WebApplication app) => PageConnection.Use(app);

    /// <summary>Between authentication and authorization: who is at the door.</summary>
    public static void UseWhoIsAtTheDoor(this WebApplication app)
    {
        PublicAreas.Use(app);
        SignIn.Use(app);
        KeptFormsOnPages.Use(app);
        NumberStop.UsePage(app);
    }

    /// <summary>After antiforgery: a form with a personnummer goes no further.</summary>
    public static void UseNumberStop(this WebApplication app) => app.Use(NumberStop.Look);

    /// <summary>What is wrong with how signing in is configured, in words; null when nothing is.</summary>
    public static string? SignInFault(IServiceProvider services) => services.GetRequiredService<Providers>().Fault;
}
