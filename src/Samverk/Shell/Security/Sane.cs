using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Samverk.Shared.Parts;

namespace Samverk.Shell.Security;

/// <summary>Turns away what nobody sends in good faith, before a page trips over it.</summary>
static class Sane
{
    /// <summary>No register has so many pages; beyond it a place in the list no longer fits in a number.</summary>
    const int MostPages = 1_000_000;

    static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Type>> Wanted = new();

    /// <summary>After routing: a page that is asked for with 'abc' where it takes a number is a page that does not exist.</summary>
    public static Task Query(HttpContext context, RequestDelegate next)
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            return Answer(context, StatusCodes.Status400BadRequest);
        if (context.Request.Query.Count == 0 || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not { } page)
            return next(context);
        var wanted = Wanted.GetOrAdd(page.Type, Of);
        var isOdd = context.Request.Query.Any(given => wanted.TryGetValue(given.Key, out var kind) && given.Value.Any(value => !Is(kind, given.Key, value)));
        return isOdd ? Answer(context, StatusCodes.Status404NotFound) : next(context);
    }

    /// <summary>
    /// After the form has been read for its token: no text has the character 0. PostgreSQL refuses it, and other programs
    /// end the text there.
    /// </summary>
    public static Task Form(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IFormFeature>()?.Form is { } form
            && form.Any(field => field.Value.Any(value => value?.Contains('\0') == true)) ? Answer(context, StatusCodes.Status400BadRequest) : next(context);

    static IReadOnlyDictionary<string, Type> Of(Type page) =>
        page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (Property: property, Query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(found => found.Query is not null)
            .ToDictionary(found => found.Query!.Name ?? found.Property.Name, found => Plain(found.Property.PropertyType), StringComparer.OrdinalIgnoreCase);

    static Type Plain(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(one) ?? one;
    }

    static bool Is(Type kind, string name, string? value) =>
        string.IsNullOrEmpty(value)
        || (kind == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && (name != Pager.QueryName || number <= MostPages)
            : kind == typeof(long) ? long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            : kind == typeof(Guid) ? Guid.TryParse(value, out _)
            : kind == typeof(bool) ? bool.TryParse(value, out _)
            : kind == typeof(DateOnly) ? DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _)
            : kind != typeof(TimeOnly) || TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out _));

    static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
