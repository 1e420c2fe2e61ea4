using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Samverk.Organisations.SigningIn;

/// <summary>Proves that a token was made by a provider, for us, and still holds.</summary>
static class Tokens
{
    /// <summary>How much two clocks may differ.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <exception cref="SignInStopped">It proves nothing, and why.</exception>
    public static async Task<ClaimsIdentity> Prove(IdentityProvider provider, string token, TimeProvider clock, CancellationToken ct)
    {
        var result = await Validate(provider, token, clock, ct);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException && await provider.Discovery.Refresh(ct))
            result = await Validate(provider, token, clock, ct);
        return result.IsValid ? result.ClaimsIdentity : throw new SignInStopped(Stop(result.Exception), result.Exception);
    }

    static async Task<TokenValidationResult> Validate(IdentityProvider provider, string token, TimeProvider clock, CancellationToken ct)
    {
        OpenIdConnectConfiguration known = await provider.Discovery.Get(ct);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = known.Issuer,
            ValidAudience = provider.Settings.ClientId,
            IssuerSigningKeys = known.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => Holds(from, until, clock.GetUtcNow().UtcDateTime),
        });
    }

    static bool Holds(DateTime? from, DateTime? until, DateTime now) => until > now - Skew && (from is null || from < now + Skew)
        ? true : throw new SecurityTokenExpiredException();

    static SignInStop Stop(Exception? fault) => fault switch
    {
        SecurityTokenExpiredException or SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => SignInStop.Expired,
        SecurityTokenInvalidAudienceException => SignInStop.Audience,
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => SignInStop.Keys,
        SecurityTokenInvalidIssuerException => SignInStop.Settings,
        _ => SignInStop.Other,
    };
}
