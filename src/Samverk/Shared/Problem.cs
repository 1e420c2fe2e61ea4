using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samverk.Shared;

/// <summary>A failure as a program is told of it (RFC 9457).</summary>
/// <param name="Code">Stable; its <c>type</c> is <c>urn:samverk:problem:{code}</c>.</param>
/// <param name="Swedish">What is wrong and what to do.</param>
/// <param name="English">The same, for who asks for it.</param>
public sealed record Problem(int Status, string Code, string Swedish, string English)
{
    public const string MediaType = "application/problem+json";

    public static Problem BadRequest { get; } = new(400, "bad-request", "Anropet går inte att förstå. Rätta det och skicka igen.", "The request cannot be understood. Correct it and send it again.");
    public static Problem NoToken { get; } = new(401, "no-token", "Anropet saknar API-nyckel. Skicka den i Authorization: Bearer.", "The request has no token. Send one in Authorization: Bearer.");
    public static Problem WrongToken { get; } = new(401, "wrong-token", "API-nyckeln gäller inte. Den kan vara felskriven, utgången eller återkallad. Skapa en ny.", "The token does not hold. It may be mistyped, expired or revoked. Create another.");
    public static Problem NotFound { get; } = new(404, "not-found", "Det finns inget här, eller inget som nyckeln får läsa.", "There is nothing here, or nothing that the token may read.");
    public static Problem NotThisMethod { get; } = new(405, "method-not-allowed", "Adressen tar inte emot den metoden. Allow säger vilka den tar.", "The address does not take that method. Allow says which it takes.");
    public static Problem TooLarge { get; } = new(413, "too-large", "Det som skickades är för stort. Dela upp det.", "What was sent is too large. Divide it.");
    public static Problem WrongMedia { get; } = new(415, "unsupported-media-type", "Formatet tas inte emot på den här adressen. Dokumentationen säger vilka som gör det.", "The media type is not taken at this address. The documentation says which are.");
    public static Problem TooMany { get; } = new(429, "too-many-requests", "Det blev för många anrop. Vänta så länge som Retry-After säger.", "There were too many requests. Wait for as long as Retry-After says.");
    public static Problem Internal { get; } = new(500, "internal-error", "Något gick fel hos oss. Försök igen, och säg errorCode till supporten om det fortsätter.", "Something went wrong on our side. Try again, and tell the support the errorCode if it goes on.");
    public static Problem Unavailable { get; } = new(503, "unavailable", "Samverk är upptaget just nu. Försök igen om en stund.", "Samverk is busy right now. Try again in a while.");

    /// <summary>Those that any request may meet.</summary>
    public static IReadOnlyList<Problem> Common { get; } = [BadRequest, NoToken, WrongToken, NotFound, NotThisMethod, TooLarge, WrongMedia, TooMany, Internal, Unavailable];

    /// <summary>What a status means where nothing more is known of it.</summary>
    public static Problem Of(int status) => Common.FirstOrDefault(p => p.Status == status) ?? (status >= 500 ? Internal : BadRequest) with { Status = status };

    /// <summary>A rule that said no. Rules speak Swedish; English is told the code.</summary>
    public static Problem Of(Refusal refusal, int status = 422) => new(status, refusal.Code, refusal.Text, $"Refused: {refusal.Code}. (The reason is given in Swedish: {refusal.Text})");
}

/// <summary>Writes problems.</summary>
public static class Problems
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with the problem, in the language that is asked for.</summary>
    /// <param name="parameter">The one that is wrong, where one is.</param>
    /// <param name="errorCode">By which the log is searched.</param>
    public static async Task Answer(HttpContext context, Problem problem, string? parameter = null, string? errorCode = null)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = Problem.MediaType;
        response.Headers.ContentLanguage = Language.Of(context.Request);
        response.Headers.Vary = "Accept-Language";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(Json(problem, context.Request, parameter, errorCode), CancellationToken.None);
    }

    static byte[] Json(Problem problem, HttpRequest request, string? parameter, string? errorCode)
    {
        var english = Language.IsEnglish(request);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:samverk:problem:{problem.Code}");
            json.WriteString("title", Title(english ? problem.English : problem.Swedish));
            json.WriteNumber("status", problem.Status);
            json.WriteString("detail", english ? problem.English : problem.Swedish);
            json.WriteString("instance", request.Path.ToUriComponent());
            json.WriteString("code", problem.Code);
            if (parameter is not null)
                json.WriteString("parameter", parameter);
            if (errorCode is not null)
                json.WriteString("errorCode", errorCode);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>The first sentence: it is the same for every occurrence of a code.</summary>
    static string Title(string words) => words.Split(". ")[0].TrimEnd('.');
}
