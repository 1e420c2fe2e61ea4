using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Who is at the door: found once per request from the session, null when nobody has signed in.</summary>
public sealed class AtTheDoor
{
    public Actor? Actor { get; private set; }

    /// <summary>The other areas that the same account has a person in.</summary>
    public IReadOnlyList<AccountArea> OtherPlaces { get; private set; } = [];

    /// <summary>The signed-in person, where the page's permission has already been asked.</summary>
    public Actor Required => Actor ?? throw new InvalidOperationException("The page needs a signed-in person.");

    /// <summary>How they have signed in: 'Med inloggningsnyckel'; null for a program.</summary>
    public string? Means { get; private set; }

    internal Session? Session { get; private set; }

    /// <summary>The session, where the page's permission has already been asked.</summary>
    internal Session RequiredSession => Session ?? throw new InvalidOperationException("The page needs a signed-in person.");

    internal void Enter(Actor actor, Session? session, string? means, IReadOnlyList<AccountArea> otherPlaces) => (Actor, Session, Means, OtherPlaces) = (actor, session, means, otherPlaces);
}

/// <summary>Sessions and the asking of permissions.</summary>
static class SignIn
{
    public const string Page = "/logga-in";

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<AtTheDoor>();
        // Programs are known by their token alone: a browser's cookie opens nothing below /api/.
        services.AddAuthentication(SessionHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, session => session.ForwardDefaultSelector = context => ApiAddress.IsAsked(context) ? TokenHandler.Name : null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null);
        services.AddSingleton<IAuthorizationHandler, AskPermission>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All)
            authorization.AddPolicy(permission.Code, policy => policy.AddRequirements(new Asked(permission)));
        // What declares nothing is denied to everybody; where nothing is, the answer is 404 and not a no.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is null).Build());
    }

    /// <summary>Where to sign in, and come back from.</summary>
    public static string Address(string? to, params (string Name, string? Value)[] more) =>
        QueryHelpers.AddQueryString(Page, more.Prepend(("till", string.IsNullOrEmpty(to) ? null : to)).Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));

    /// <summary>Where to go after signing in: an address of ours, else the front page.</summary>
    public static string Destination(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\') && !to.Any(char.IsControl) ? to : "/";

    /// <summary>Finds who is at the door and enters their area, before permissions are asked; nobody is at the door of the public site.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        var isPublic = context.GetEndpoint()?.Metadata.GetMetadata<PublicPartAttribute>() is not null;
        if (!isPublic && context.Features.Get<FoundSession>() is { } found)
            await Enter(context, found);
        else if (!isPublic && context.Features.Get<FoundToken>() is { } token)
            await Enter(context, token);
        await next(context);
    });

    static async Task Enter(HttpContext context, FoundSession found)
    {
        var (services, session, stop) = (context.RequestServices, found.Session, context.RequestAborted);
        services.GetRequiredService<CurrentArea>().Enter(session.Area);
        var today = services.GetRequiredService<TimeProvider>().Today();
        if (await services.GetRequiredService<Actors>().Find(session.Person, today, stop) is not { } actor)
        {
            SessionCookie.Remove(context);
            context.User = new();
            return;
        }
        List<AccountArea> places = found.Places > 1 ? await services.GetRequiredService<Accounts>().Areas(session.Account, stop) : [];
        services.GetRequiredService<AtTheDoor>().Enter(actor, session, SessionWords.Of(session.Way, session.Provider, services.GetRequiredService<Providers>()), [.. places.Where(p => p.Area != session.Area)]);
        await services.GetRequiredService<Sessions>().Seen(session, stop);
    }

    static async Task Enter(HttpContext context, FoundToken found)
    {
        var (services, stop) = (context.RequestServices, context.RequestAborted);
        services.GetRequiredService<CurrentArea>().Enter(found.Area);
        var actors = services.GetRequiredService<Actors>();
        var actor = found.IsSystem ? await actors.System(found.Whose, stop) : await actors.Find(found.Whose, services.GetRequiredService<TimeProvider>().Today(), stop);
        if (actor is null)
        {
            context.User = new();
            return;
        }
        services.GetRequiredService<AtTheDoor>().Enter(actor with { Scope = found.Scope }, null, null, []);
        services.GetRequiredService<Origin>().With(found.Name);
        await services.GetRequiredService<TokenLists>().Used(found, stop);
    }

    sealed record Asked(Permission Permission) : IAuthorizationRequirement;

    sealed class AskPermission(IHttpContextAccessor http) : AuthorizationHandler<Asked>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Asked requirement)
        {
            var services = http.HttpContext!.RequestServices;
            if (requirement.Permission.Holds(services.GetRequiredService<AtTheDoor>().Actor, default))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
