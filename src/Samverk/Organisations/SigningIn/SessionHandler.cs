using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Samverk.Organisations.SigningIn;

/// <summary>Whose session the request came with, though it no longer counts.</summary>
sealed record LapsedSession(Guid Account, Guid Person);

/// <summary>Finds the session whose key the cookie carries. The cookie says nothing else, so ending the row ends the session.</summary>
sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } key || await sessions.Find(key, Context.RequestAborted) is not { } found)
            return AuthenticateResult.NoResult();
        if (!found.IsOpen)
        {
            Context.Features.Set(new LapsedSession(found.Session.Account, found.Session.Person));
            return AuthenticateResult.NoResult();
        }
        Context.Features.Set(found);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(Claims(found.Session), Name)), Name));
    }

    // The first claim is what forms are tied to: the same person's form still holds after they have signed in again.
    static Claim[] Claims(Session session) =>
    [
        new(ClaimTypes.NameIdentifier, session.Person.ToString("D")),
        new(SessionClaims.Person, session.Person.ToString("D")),
        new(SessionClaims.Area, session.Area.ToString("D")),
    ];

    /// <summary>A page that was asked for is come back to; a form that was sent is kept.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Response.Redirect(HttpMethods.IsGet(Request.Method)
            ? SignIn.Address(Request.PathBase + Request.Path + Request.QueryString)
            : await Context.RequestServices.GetRequiredService<KeptForms>().Keep(Context, Context.RequestAborted));

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>The session's key in the browser, until the browser is closed.</summary>
static class SessionCookie
{
    public const string Name = "samverk";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and < 100 } key ? key : null;

    public static void Write(HttpContext context, SecretKey key) => context.Response.Cookies.Append(Name, key.Text, Options(context));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    public static CookieOptions Options(HttpContext context, string path = "/") =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, Path = path };
}
