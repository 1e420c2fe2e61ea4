using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>Answers a route: counts the request, looks at its parameters, asks the route, and says how long the answer holds.</summary>
static class Serving
{
    public static Problem UnknownParameter { get; } = new(400, "unknown-parameter", "Adressen har ingen sådan parameter. Dokumentationen säger vilka som finns.", "The address has no such parameter. The documentation says which there are.");

    public static Problem WrongValue { get; } = new(400, "wrong-value", "Parametern kan inte ha det värdet. Dokumentationen säger vilka den kan ha.", "The parameter can't have that value. The documentation says which it can have.");

    /// <summary>What anything that is asked for with a token may be refused with.</summary>
    public static IReadOnlyList<Problem> Problems { get; } = [Problem.BadRequest, UnknownParameter, WrongValue];

    /// <summary>So much more than it may be is read, so that whoever sends a little too much is told, and not cut off.</summary>
    const long Slack = 1 << 20;

    public static void Map(WebApplication app, Route route)
    {
        var mapped = app.MapMethods(route.Address.Replace("{id}", "{id:guid}", StringComparison.Ordinal), [route.Method], context => Serve(context, route)).WithMetadata(new MayAttribute(route.May), route);
        if (route.IsPublic)
            mapped.WithMetadata(new PublicPartAttribute(), OpenData.Mark);
        if (route.IsCostly)
            mapped.RequireRateLimiting(Costly.PerPerson).WithRequestTimeout(Costly.Slow);
        if (route.Body is { } body)
            mapped.WithMetadata(new RequestSizeLimitAttribute(body.MostBytes + Slack));
    }

    static async Task Serve(HttpContext context, Route route)
    {
        if (!route.IsForEveryone && !context.RequestServices.GetRequiredService<Quota>().Take(context))
        {
            await Shared.Problems.Answer(context, Problem.TooMany);
            return;
        }
        var answer = Wrong(context.Request.Query, route) ?? await route.Handle(new(context, route));
        await (answer is Refused no ? Shared.Problems.Answer(context, no.Problem, no.Parameter) : Write(context, (Found)answer));
    }

    /// <summary>The first parameter that is none of the route's, or has a value that it can't have.</summary>
    static Answer? Wrong(IQueryCollection query, Route route)
    {
        foreach (var (name, values) in query)
        {
            if (route.Query.FirstOrDefault(p => p.Name == name) is not { } parameter)
                return Answer.No(UnknownParameter, name);
            if ((values.Count > 1 && !parameter.IsMany) || values.Any(value => !string.IsNullOrEmpty(value) && !parameter.Is(value)))
                return Answer.No(WrongValue, name);
        }
        return null;
    }

    public static async Task Write(HttpContext context, Found found)
    {
        var headers = context.Response.GetTypedHeaders();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(found.Content).AsSpan(0, 12))}\"", isWeak: true);
        headers.ETag = tag;
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<OpenData>() is not null;
        (context.Response.Headers.CacheControl, context.Response.Headers.Vary) = isOpen ? ("public, no-cache", "Accept-Language") : ("private, no-cache", "Authorization, Accept-Language");
        context.Response.Headers.ContentLanguage = Language.Of(context.Request);
        if (found.Location is not null)
            context.Response.Headers.Location = found.Location;
        if (found.Status == StatusCodes.Status200OK && HttpMethods.IsGet(context.Request.Method) && IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.StatusCode = found.Status;
        context.Response.ContentType = found.Media.StartsWith("application/json", StringComparison.Ordinal) ? "application/json; charset=utf-8" : found.Media;
        context.Response.ContentLength = found.Content.LongLength;
        await context.Response.Body.WriteAsync(found.Content, context.RequestAborted);
    }

    static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
