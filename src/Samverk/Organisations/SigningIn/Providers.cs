using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Samverk.Shared;

namespace Samverk.Organisations.SigningIn;

/// <summary>A provider as the operator writes it, under <c>SignIn:Providers</c>.</summary>
sealed class ProviderSettings
{
    public string Issuer { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";
    /// <summary>SCB's code of the organisation whose people it knows, or the organisation's name.</summary>
    public string Organisation { get; set; } = "";
    /// <summary>As the sign-in page calls it; the organisation's name in the register when not set.</summary>
    public string? Name { get; set; }
    /// <summary>What is asked for, with spaces between.</summary>
    public string Scopes { get; set; } = "openid profile email";
    public string NameClaim { get; set; } = "name";
    public string MailClaim { get; set; } = "email";

    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public string? Fault() =>
        !Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer) ? $"Issuer saknas eller är ingen adress: '{Issuer}'."
        : issuer.Scheme != Uri.UriSchemeHttps && !(issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback) ? $"Issuer måste börja med https://: {Issuer}."
        : ClientId.Length == 0 ? "ClientId saknas."
        : ClientSecret.Length == 0 ? "ClientSecret saknas."
        : Organisation.Length == 0 ? "Organisation saknas: SCB-koden eller namnet på den organisation vars personer den känner."
        : !Scopes.Split(' ').Contains("openid") ? "Scopes måste innehålla openid."
        : null;
}

/// <summary>One organisation's identity provider.</summary>
/// <param name="Key">Its place in our addresses: the organisation's code, or its name in plain letters.</param>
/// <param name="Name">'Askviks kommun'.</param>
sealed record IdentityProvider(string Key, string Name, ProviderSettings Settings, Discovery Discovery)
{
    public string Scheme => SchemeOf(Key);
    public string Callback => $"/logga-in/svar/{Key}";
    public string SignInAddress => $"/logga-in/hos/{Key}";
    public string Issuer => Settings.Issuer;

    public static string SchemeOf(string key) => $"oidc:{key}";

    /// <summary>Whether this is the organisation whose people it knows.</summary>
    public bool IsOf(string? code, string name) => Settings.Organisation == code || Swedish.Fold(Settings.Organisation) == Swedish.Fold(name);
}

/// <summary>The identity providers of the installation, as configured.</summary>
sealed class Providers : IDisposable
{
    readonly HttpClient http;

    public Providers(IConfiguration configuration, TimeProvider clock)
    {
        // A provider on the operator's own network is reached because the operator has named it, and nothing else there.
        http = Outgoing.Client(configuration.GetSection("SignIn:Providers").GetChildren()
            .Select(p => Uri.TryCreate(p["Issuer"], UriKind.Absolute, out var issuer) ? issuer.Host : ""));
        List<IdentityProvider> all = [];
        foreach (var section in configuration.GetSection("SignIn:Providers").GetChildren())
        {
            var settings = section.Get<ProviderSettings>() ?? new();
            if (settings.Fault() is { } fault)
                Fault ??= $"SignIn__Providers__{section.Key}: {fault}";
            else
                all.Add(new(FreeKey(settings.Organisation, all), settings.Name ?? NameOf(settings.Organisation), settings, new(settings.Issuer, http, clock)));
        }
        All = all;
    }

    /// <summary>What is wrong with the configuration, for the one who starts the server.</summary>
    public string? Fault { get; }

    public IReadOnlyList<IdentityProvider> All { get; }

    public HttpClient Http => http;

    public IdentityProvider? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    public IdentityProvider OfScheme(string scheme) => All.First(p => p.Scheme == scheme);

    public void Dispose() => http.Dispose();

    static string NameOf(string organisation) => OfficialRegister.Find(organisation)?.FullName ?? organisation;

    static string FreeKey(string organisation, List<IdentityProvider> taken)
    {
        var plain = string.Concat(Swedish.Fold(organisation).Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
        var key = plain;
        for (var n = 2; taken.Exists(p => p.Key == key); n++)
            key = $"{plain}-{n}";
        return key;
    }
}

/// <summary>Makes an authentication scheme of every provider in the configuration.</summary>
sealed class ProviderSchemes(Providers providers, TimeProvider clock) : IConfigureOptions<AuthenticationOptions>, IConfigureNamedOptions<OAuthOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        foreach (var provider in providers.All)
            options.AddScheme<OpenIdHandler>(provider.Scheme, provider.Name);
    }

    public void Configure(OAuthOptions options) => Configure(null, options);

    public void Configure(string? name, OAuthOptions options)
    {
        if (name is null)
            return;
        var provider = providers.OfScheme(name);
        (options.ClientId, options.ClientSecret) = (provider.Settings.ClientId, provider.Settings.ClientSecret);
        // Where these really are is asked of the provider before each use.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.Issuer, provider.Issuer);
        (options.CallbackPath, options.SignInScheme, options.UsePkce) = (provider.Callback, SessionHandler.Name, true);
        (options.Backchannel, options.TimeProvider, options.RemoteAuthenticationTimeout) = (providers.Http, clock, TimeSpan.FromMinutes(15));
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Scope.Clear();
        foreach (var scope in provider.Settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
        options.Events.OnAccessDenied = context => ProviderAnswers.Stopped(context, provider, SignInStop.Cancelled);
        options.Events.OnRemoteFailure = context => ProviderAnswers.Failed(context, provider);
        options.Events.OnTicketReceived = context => ProviderAnswers.Received(context);
    }
}
