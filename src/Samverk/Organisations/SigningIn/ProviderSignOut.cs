using Samverk.Shared;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>Signing out at both ends: we tell the provider, and the provider tells us.</summary>
sealed class ProviderSignOut(Providers providers, IDataProtectionProvider protection, TimeProvider clock)
{
    const string Cookie = "samverk-ut", Path = "/logga-ut", BackChannelEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>A browser takes cookies of four thousand characters; without the token we say who we are instead.</summary>
    const int LongestCookie = 3_800;

    /// <summary>The year 2100: no date of a token is worth more.</summary>
    const long FarAway = 4_102_444_800;

    static readonly TimeSpan Keeps = TimeSpan.FromHours(1);

    readonly IDataProtector protector = protection.CreateProtector("Samverk.SigningIn.SignOut");

    /// <summary>The id token is the provider's own proof of whom to sign out. It stays in the browser, unreadable, and never in the database.</summary>
    public void Remember(HttpContext context, Proof proof)
    {
        var secret = protector.Protect(proof.IdToken);
        if (secret.Length <= LongestCookie)
            context.Response.Cookies.Append(Cookie, secret, SessionCookie.Options(context, Path));
        else
            Forget(context);
    }

    static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, SessionCookie.Options(context, Path));

    /// <summary>Where the browser goes to sign out at the provider too; null when the session had none, or it knows no such thing.</summary>
    public async Task<(string Address, string Name)?> Address(HttpContext context, Session? session)
    {
        var hint = Hint(context);
        Forget(context);
        if (session?.Provider is null || providers.Find(session.Provider) is not { } provider || await Ends(provider, context.RequestAborted) is not { Length: > 0 } ends)
            return null;
        var back = $"{context.Request.Site()}/logga-in";
        return (QueryHelpers.AddQueryString(ends, new Dictionary<string, string?>
        {
            ["id_token_hint"] = hint,
            ["client_id"] = provider.Settings.ClientId,
            ["post_logout_redirect_uri"] = back,
        }.Where(pair => pair.Value is not null)), provider.Name);
    }

    /// <summary>Obeys a provider that says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).</summary>
    /// <returns>False when the token proves nothing, or has been obeyed before.</returns>
    public async Task<bool> Obey(IdentityProvider provider, string token, IServiceProvider services, CancellationToken ct)
    {
        try
        {
            var said = await Tokens.Prove(provider, token, clock, ct);
            string? Said(string claim) => said.FindFirst(claim)?.Value;
            if (said.FindFirst("nonce") is not null || Said("jti") is not { Length: > 0 and < 200 } jti || Said("sub") is null && Said("sid") is null || !IsLogout(Said("events"))
                || !long.TryParse(Said("exp"), CultureInfo.InvariantCulture, out var until))
                return false;
            // For as long as the token could be shown again.
            var obeyed = new ObeyedLogout(provider.Issuer, jti, DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(until, 0, FarAway)) + Keeps);
            return await End(obeyed, Said("sub"), Said("sid"), services, ct);
        }
        catch (SignInStopped)
        {
            return false;
        }
    }

    static async Task<bool> End(ObeyedLogout obeyed, string? subject, string? sid, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<SamverkDb>();
        if (await db.Set<ObeyedLogout>().AnyAsync(t => t.Issuer == obeyed.Issuer && t.Jti == obeyed.Jti, ct))
            return false;
        await services.GetRequiredService<Work>().Must(async () =>
        {
            db.Add(obeyed);
            await services.GetRequiredService<Sessions>().EndBy(obeyed.Issuer, subject is null ? null : Login.Fingerprint(obeyed.Issuer, subject), sid, ct);
        }, ct);
        return true;
    }

    static bool IsLogout(string? events) => events?.Contains($"\"{BackChannelEvent}\"", StringComparison.Ordinal) == true;

    string? Hint(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } kept ? protector.Unprotect(kept) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    static async Task<string?> Ends(IdentityProvider provider, CancellationToken ct)
    {
        try
        {
            return (await provider.Discovery.Get(ct)).EndSessionEndpoint;
        }
        catch (SignInStopped)
        {
            return null;
        }
    }
}
