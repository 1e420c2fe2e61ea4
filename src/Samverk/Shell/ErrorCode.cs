using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace Samverk.Shell;

/// <summary>The short code of a failed request, as in 4F7-21B: what a person can read out and the log can be searched for.</summary>
static class ErrorCode
{
    public static string Of(HttpContext context)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(context.TraceIdentifier)));
        return $"{hash[..3]}-{hash[3..6]}";
    }

    /// <summary>Null where nothing stands in the log.</summary>
    public static string? OfFailure(HttpContext context) => context.Response.StatusCode == StatusCodes.Status500InternalServerError ? Of(context) : null;
}

/// <summary>
/// Turns a surprise into an answer with a status, which then gets its page like any other: 500 with a code that is
/// logged, or what the server says about a request that it could not take in (too large, broken off).
/// </summary>
sealed class ErrorLog(ILogger<ErrorLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : Surprise(context, exception);
        return ValueTask.FromResult(true);
    }

    int Surprise(HttpContext context, Exception exception)
    {
        log.LogError(exception, "Error {Code}: {Method} {Path}", ErrorCode.Of(context), context.Request.Method, context.Request.Path);
        return StatusCodes.Status500InternalServerError;
    }
}
