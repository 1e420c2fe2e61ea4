using System.Text;

namespace Samverk.Organisations.SigningIn;

/// <summary>A page that is changed on its way out.</summary>
static class RewrittenPage
{
    /// <param name="rewrite">From the page as it was made; asked only of a whole page that went well.</param>
    public static async Task Show(HttpContext context, RequestDelegate next, Func<string, string> rewrite)
    {
        var sent = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
        }
        var bytes = written.ToArray();
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            bytes = Encoding.UTF8.GetBytes(rewrite(Encoding.UTF8.GetString(bytes)));
            context.Response.ContentLength = bytes.Length;
        }
        await sent.WriteAsync(bytes, context.RequestAborted);
    }
}
