using System.Globalization;
using System.Text.Json;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>A request that is let in, whose parameters are those of its route.</summary>
sealed class Call(HttpContext context, Route route)
{
    public HttpContext Context { get; } = context;
    public Route Route { get; } = route;
    public CancellationToken Stop => Context.RequestAborted;
    public Actor Actor => Get<AtTheDoor>().Required;
    public DateOnly Today => Get<TimeProvider>().Today();

    /// <summary>The id in the address.</summary>
    public Guid Id { get; } = Guid.TryParse(context.GetRouteValue("id") as string, out var id) ? id : Guid.Empty;

    public T Get<T>() where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>The value of a parameter; null when it isn't there or is empty.</summary>
    public string? One(string name) => Context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>All values of a parameter.</summary>
    public IEnumerable<string> Many(string name) => Context.Request.Query[name].OfType<string>().Where(v => v.Length > 0);

    public int Number(string name, int otherwise) => One(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The JSON object that is sent, or why it isn't taken.</summary>
    public async Task<(T? Sent, Problem? Fault)> Sent<T>(Problem notUnderstood) where T : class
    {
        var (request, most) = (Context.Request, (int)Route.Body!.MostBytes);
        if (!request.HasJsonContentType())
            return (null, Problem.WrongMedia);
        if (request.ContentLength > most)
            return (null, Problem.TooLarge);
        // What comes in pieces is not known to be too much until it has come.
        var bytes = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, Stop);
        if (length > most)
            return (null, Problem.TooLarge);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.AsSpan(0, length), ApiJson.Options) is { } sent ? (sent, null) : (null, notUnderstood);
        }
        catch (JsonException)
        {
            return (null, notUnderstood);
        }
    }

    /// <summary>A state or kind in the language that is asked for.</summary>
    public string InWords<T>(T value, string swedish) where T : struct, Enum => Language.IsEnglish(Context.Request) ? English.Of(value) : swedish;
}

/// <summary>States and kinds in English: their names as words.</summary>
static class English
{
    public static string Of(Enum value) => Spaced(value.ToString());

    public static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
