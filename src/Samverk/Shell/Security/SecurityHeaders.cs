using Microsoft.AspNetCore.StaticAssets;
using Samverk.Shared;

namespace Samverk.Shell.Security;

/// <summary>What a browser may do with our answers: only our own files, nothing inline, never inside another page, nothing kept.</summary>
static class SecurityHeaders
{
    /// <summary>A file that somebody once handed over is for keeping, never for running here.</summary>
    const string DownloadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    const string NoDevices = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";

    /// <summary>Set when the answer starts, so that an error page, which begins with cleared headers, has them too.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var pagePolicy = PagePolicy(app.Configuration);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Add(context, pagePolicy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>
    /// Icons in the css are masks with data addresses, hence <c>img-src data:</c>. A form whose answer leads on to an
    /// identity provider needs the provider's address among <c>form-action</c>.
    /// </summary>
    static string PagePolicy(IConfiguration configuration) =>
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; frame-src 'none'; "
        + $"frame-ancestors 'none'; base-uri 'none'; form-action {string.Join(' ', Providers(configuration).Prepend("'self'"))}";

    static IEnumerable<string> Providers(IConfiguration configuration) =>
        configuration.GetSection("SignIn:Providers").GetChildren()
            .Select(provider => Uri.TryCreate(provider["Issuer"], UriKind.Absolute, out var issuer) ? issuer.GetLeftPart(UriPartial.Authority) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal);

    static void Add(HttpContext context, string pagePolicy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal) ? DownloadPolicy : pagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<OpenData>() is not null;
        headers["Cross-Origin-Resource-Policy"] = isOpen ? "cross-origin" : "same-origin";
        if (isOpen)
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link";
        }
        // What isn't open data, nor asked by a program, is kept nowhere; nor is what those answer without saying how long.
        var saysItself = (isOpen || ApiAddress.IsAsked(context)) && headers.CacheControl.Count > 0;
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !saysItself)
            headers.CacheControl = "no-store";
        // Otherwise the way back shows, to whoever sits down next, what the one who left was reading.
        if (context.Request.Path == Menu.SignOut && HttpMethods.IsPost(context.Request.Method))
            headers["Clear-Site-Data"] = "\"cache\"";
    }
}
