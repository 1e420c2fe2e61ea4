using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// Where a provider's addresses are and which keys it signs with, asked of the provider itself: once an hour, and at once
/// when something is signed with a key that is not among the known (it has changed keys).
/// </summary>
sealed class Discovery(string issuer, HttpClient http, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Holds = TimeSpan.FromHours(1), BetweenRefreshes = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim oneAtATime = new(1, 1);
    OpenIdConnectConfiguration? known;
    DateTimeOffset askedAt, refreshedAt;

    /// <exception cref="SignInStopped">The provider does not answer, or answers for somebody else.</exception>
    public async Task<OpenIdConnectConfiguration> Get(CancellationToken ct) =>
        known is { } fresh && clock.GetUtcNow() - askedAt < Holds ? fresh : await Ask(known, ct);

    /// <summary>Asks anew because of an unknown key; nobody can make us ask more than once in ten seconds.</summary>
    /// <returns>False when it was asked a moment ago.</returns>
    public async Task<bool> Refresh(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - refreshedAt < BetweenRefreshes)
            return false;
        refreshedAt = now;
        await Ask(known, ct);
        return true;
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task<OpenIdConnectConfiguration> Ask(OpenIdConnectConfiguration? before, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            // Somebody else asked while this one waited for its turn.
            if (known is { } newer && !ReferenceEquals(newer, before))
                return newer;
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(
                issuer.TrimEnd('/') + "/.well-known/openid-configuration", new HttpDocumentRetriever(http) { RequireHttps = !new Uri(issuer).IsLoopback }, ct);
            if (found.Issuer != issuer || !IsSafe(found.AuthorizationEndpoint) || !IsSafe(found.TokenEndpoint))
                throw new SignInStopped(SignInStop.Settings);
            (known, askedAt) = (found, clock.GetUtcNow());
            return found;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new SignInStopped(SignInStop.Down, e);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.IsLoopback && new Uri(issuer).IsLoopback));
}
