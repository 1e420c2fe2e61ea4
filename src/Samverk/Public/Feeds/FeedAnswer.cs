using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Samverk.Meetings.Publishing;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>
/// A feed or export as it is answered: from anywhere, kept by anybody, but asked about each time, so that what is
/// withdrawn is gone at once. The tag is of the bytes; who has them already is told so.
/// </summary>
sealed class FeedAnswer(byte[] content, string type, DateTimeOffset? changed) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "public, no-cache";
        if (changed is { } at)
            response.Headers.LastModified = at.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        if (IsKnown(request.Headers, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    // The tag says more than the time, and is asked first (RFC 9110, 13.2.2).
    bool IsKnown(IHeaderDictionary headers, EntityTagHeaderValue tag) =>
        !StringValues.IsNullOrEmpty(headers.IfNoneMatch)
            ? EntityTagHeaderValue.TryParseList(headers.IfNoneMatch, out var known) && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false))
            : changed is { } at && HeaderUtilities.TryParseDate(headers.IfModifiedSince.ToString(), out var since) && at < since.AddSeconds(1);
}
