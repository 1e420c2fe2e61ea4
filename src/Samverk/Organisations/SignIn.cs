using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Who is at the door: found once per request from the session, null when nobody has signed in.</summary>
public sealed class AtTheDoor
{
    public Actor? Actor { get; private set; }

    /// <summary>The signed-in person, where the page's permission has already been asked.</summary>
    public Actor Required => Actor ?? throw new InvalidOperationException("The page needs a signed-in person.");

    internal void Enter(Actor actor) => Actor = actor;
}

/// <summary>Cookie sessions and the asking of permissions.</summary>
static class SignIn
{
    public static ClaimsPrincipal Session(Guid person, Guid area) =>
        new(new ClaimsIdentity([new(SessionClaims.Person, person.ToString("D")), new(SessionClaims.Area, area.ToString("D"))], CookieAuthenticationDefaults.AuthenticationScheme));

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<AtTheDoor>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "samverk";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            (cookie.LoginPath, cookie.ReturnUrlParameter) = ("/logga-in", "till");
            cookie.Events.OnRedirectToLogin = ToSignIn;
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddSingleton<IAuthorizationHandler, AskPermission>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All)
            authorization.AddPolicy(permission.Code, policy => policy.AddRequirements(new Asked(permission)));
        // What declares nothing is denied to everybody; where nothing is, the answer is 404 and not a no.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is null).Build());
    }

    /// <summary>Only a page that was asked for can be come back to; a posted form can't.</summary>
    static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : "/logga-in");
        return Task.CompletedTask;
    }

    /// <summary>Where to go after signing in: an address of ours, else the front page.</summary>
    public static string Destination(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\') && !to.Any(char.IsControl) ? to : "/";

    /// <summary>Finds who is at the door and enters their area, before permissions are asked.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (SessionClaims.Of(context.User) is var (person, area))
        {
            var services = context.RequestServices;
            services.GetRequiredService<CurrentArea>().Enter(area);
            var today = services.GetRequiredService<TimeProvider>().Today();
            if (await services.GetRequiredService<Actors>().Find(person, today, context.RequestAborted) is { } actor)
                services.GetRequiredService<AtTheDoor>().Enter(actor);
            else
            {
                await context.SignOutAsync();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        await next(context);
    });

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
