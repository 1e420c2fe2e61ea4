using Microsoft.AspNetCore.Http.Features;

namespace Samverk.Shell.Security;

/// <summary>No text has the character 0. PostgreSQL refuses it, other programs end the text there: nobody types it in good faith.</summary>
static class NoNull
{
    public static Task InAddress(HttpContext context, RequestDelegate next) =>
        context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true ? Refuse(context) : next(context);

    /// <summary>Where the form has been read already, for its token.</summary>
    public static Task InForm(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IFormFeature>()?.Form is { } form
            && form.Any(field => field.Value.Any(value => value?.Contains('\0') == true)) ? Refuse(context) : next(context);

    static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
