using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Samverk.Organisations.SigningIn;

/// <summary>What a provider has proved of somebody. Nothing of it is kept but the issuer and the subject's fingerprint.</summary>
sealed record Proof(IdentityProvider Provider, string Subject, string? Sid, string? Name, string? Mail, bool MailIsVerified, string IdToken);

/// <summary>
/// OpenID Connect on the framework's OAuth handler, which brings the code flow, PKCE, state and the tie to the browser.
/// Added here: discovery, nonce, and the id token's proof (docs/decisions/0010).
/// </summary>
sealed class OpenIdHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, Providers providers, TimeProvider clock)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    const string Nonce = "nonce";

    IdentityProvider Provider => providers.OfScheme(Scheme.Name);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await Locate();
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await Locate();
        // Another provider's answer to our question (RFC 9207).
        if (Request.Query["iss"].ToString() is { Length: > 0 } issuer && issuer != Provider.Issuer)
            throw new SignInStopped(SignInStop.Settings);
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        Context.Features.Set(properties);
        if (!tokens.Response!.RootElement.TryGetProperty("id_token", out var given) || given.GetString() is not { } idToken)
            throw new SignInStopped(SignInStop.Settings);
        var proven = await Tokens.Prove(Provider, idToken, clock, Context.RequestAborted);
        if (proven.FindFirst(Nonce)?.Value is not { } nonce || nonce != properties.Items[Nonce])
            throw new SignInStopped(SignInStop.Nonce);
        if (proven.FindFirst("sub")?.Value is not { Length: > 0 } subject || proven.FindFirst("azp") is { } party && party.Value != Options.ClientId)
            throw new SignInStopped(SignInStop.Audience);
        Context.Features.Set(await Complete(proven, subject, idToken, tokens.AccessToken!));
        return new(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>Name and mail, from the id token or, where it is silent, from what the provider tells of its user.</summary>
    async Task<Proof> Complete(ClaimsIdentity proven, string subject, string idToken, string accessToken)
    {
        var settings = Provider.Settings;
        string? Said(string claim) => proven.FindFirst(claim)?.Value;
        var (name, mail, verified) = (Said(settings.NameClaim), Said(settings.MailClaim), Said("email_verified"));
        if ((name is null || mail is null) && await UserInfo(accessToken) is { } told && Text(told, "sub") == subject)
        {
            name ??= Text(told, settings.NameClaim);
            if (mail is null)
                (mail, verified) = (Text(told, settings.MailClaim), Text(told, "email_verified"));
        }
        return new(Provider, subject, Said("sid"), name, mail?.Trim().ToLowerInvariant(), string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase), idToken);
    }

    async Task<JsonElement?> UserInfo(string accessToken)
    {
        if ((await Provider.Discovery.Get(Context.RequestAborted)).UserInfoEndpoint is not { Length: > 0 } address)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "application/json")
            return null;
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
        return read.RootElement.Clone();
    }

    static string? Text(JsonElement told, string name) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.True ? value.ToString() : null;

    async Task Locate()
    {
        var known = await Provider.Discovery.Get(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (known.AuthorizationEndpoint, known.TokenEndpoint);
    }
}
