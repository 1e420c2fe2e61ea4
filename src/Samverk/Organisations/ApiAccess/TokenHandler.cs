using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;

namespace Samverk.Organisations.ApiAccess;

/// <summary>Finds who comes with a bearer token. What comes without one, or with one that does not hold, is nobody.</summary>
sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, OneArea oneArea, BadTokens bad)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    const string Prefix = "Bearer ";

    bool isWrong;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { Length: > 0 } given)
            return AuthenticateResult.NoResult();
        if (await Find(given) is not { } found)
        {
            isWrong = true;
            return AuthenticateResult.Fail("token");
        }
        Context.Features.Set(found);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(SessionClaims.Person, found.Whose.ToString("D")), new(SessionClaims.Area, found.Area.ToString("D"))], Name)), Name));
    }

    async Task<FoundToken?> Find(string given) =>
        given.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && TokenSecret.Read(given[Prefix.Length..].Trim()) is { } secret
            ? await oneArea.Do(secret.Area, services => services.GetRequiredService<TokenLists>().Find(secret, Context.RequestAborted)) : null;

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (isWrong && !bad.Allows(Context))
        {
            Response.Headers.RetryAfter = ((int)BadTokens.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.Answer(Context, Problem.TooMany);
        }
        Response.Headers.WWWAuthenticate = isWrong ? "Bearer realm=\"samverk\", error=\"invalid_token\"" : "Bearer realm=\"samverk\"";
        return Problems.Answer(Context, isWrong ? Problem.WrongToken : Problem.NoToken);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var asked = Context.GetEndpoint()?.Metadata.GetMetadata<MayAttribute>()?.Policy;
        var refused = Permission.All.FirstOrDefault(p => p.Code == asked)?.Refused ?? new("may-not", "Nyckeln får inte göra det här.");
        return Problems.Answer(Context, Problem.Of(refused, StatusCodes.Status403Forbidden));
    }
}

/// <summary>Slows down who tries tokens that do not hold, by address.</summary>
sealed class BadTokens : IDisposable
{
    const int PerAddress = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = PerAddress, Window = Window }));

    public bool Allows(HttpContext context)
    {
        using var lease = tries.AttemptAcquire($"{context.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();
}
