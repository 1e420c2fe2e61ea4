namespace Samverk.Shell;

/// <summary>What a browser may do with our answers: only our own files, nothing inline, never inside another page.</summary>
static class SecurityHeaders
{
    /// <summary>Icons in the css are masks with data addresses, hence <c>img-src data:</c>.</summary>
    const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    const string NoDevices = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    /// <summary>Set when the answer starts, so that an error page, which begins with cleared headers, has them too.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Add(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    });

    static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
    }
}
