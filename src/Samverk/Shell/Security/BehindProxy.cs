using System.Net;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Samverk.Shell.Security;

/// <summary>
/// The web servers in front that are named in <c>Proxy:Known</c> (addresses or networks, with commas between). They alone
/// are believed when they tell who asks, over what and for which host; with them everything is https. Without them
/// Samverk answers as it is asked, and believes nobody.
/// </summary>
sealed class BehindProxy
{
    const string Setting = "Proxy:Known";

    readonly List<IPAddress> addresses = [];
    readonly List<IPNetwork> networks = [];

    public bool IsKnown => addresses.Count + networks.Count > 0;

    /// <summary>What in the setting is neither an address nor a network, in words; null when all is well.</summary>
    public string? Problem { get; private init; }

    public static BehindProxy From(IConfiguration configuration)
    {
        var given = configuration[Setting]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var wrong = given.Where(text => !IPAddress.TryParse(text, out _) && !IPNetwork.TryParse(text, out _)).ToList();
        var proxy = new BehindProxy
        {
            Problem = wrong.Count == 0 ? null : $"Proxy__Known: {string.Join(", ", wrong)} är varken en adress (10.0.0.5) eller ett nät (10.0.0.0/24).",
        };
        foreach (var text in given.Except(wrong, StringComparer.Ordinal))
            if (IPAddress.TryParse(text, out var address))
                proxy.addresses.Add(address);
            else
                proxy.networks.Add(IPNetwork.Parse(text));
        return proxy;
    }

    public void Add(IServiceCollection services)
    {
        // After all else, so that no switch of the framework's makes it believe everybody.
        services.PostConfigure<ForwardedHeadersOptions>(Believe);
        services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["*"]);
        services.Configure<CookiePolicyOptions>(cookies => cookies.Secure = IsKnown ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    public void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        var hosts = KnownHosts.From(app.Configuration, this);
        app.Use((context, next) => hosts.Knows(context.Request.Host) ? next(context) : KnownHosts.Refuse(context));
        if (IsKnown)
        {
            app.UseHsts();
            app.Use(ToHttps);
        }
        app.UseCookiePolicy();
    }

    void Believe(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = IsKnown ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost : ForwardedHeaders.None;
        // Through as many of them as there are, to the first that is not.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        addresses.ForEach(options.KnownProxies.Add);
        networks.ForEach(options.KnownIPNetworks.Add);
    }

    /// <summary>Health is asked for straight from the machine, past the web server in front.</summary>
    static Task ToHttps(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/halsa", StringComparison.Ordinal))
            return next(context);
        var request = context.Request;
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"https://{new HostString(request.Host.Host).ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
        return Task.CompletedTask;
    }
}
