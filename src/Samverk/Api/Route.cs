using System.Text.Json.Nodes;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>
/// One address of the API: what it takes, what it answers and what answers it. The program's endpoints, the OpenAPI
/// document and the page about it are all made of these, so they say the same.
/// </summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Below <see cref="Root"/>: <c>/meetings/{id}</c>; every <c>{id}</c> is a Guid.</param>
/// <param name="Name">As clients generated from the document call it.</param>
/// <param name="Group">What it is about, as the documentation groups it.</param>
/// <param name="May">The permission that is asked.</param>
sealed record Route(string Method, string Path, string Name, string Group, string May, Words Summary, Func<Call, Task<Answer>> Handle)
{
    public const string Root = "/api/v1";

    /// <summary>More than the summary says.</summary>
    public Words? Description { get; init; }

    public IReadOnlyList<Parameter> Query { get; init; } = [];

    /// <summary>What is sent; null where nothing is.</summary>
    public Body? Body { get; init; }

    /// <summary>What it answers when it goes well, by status.</summary>
    public required IReadOnlyList<Success> Answers { get; init; }

    /// <summary>What it says no with, beside what every address may.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Takes the server long: counted for itself, with a time of its own.</summary>
    public bool IsCostly { get; init; }

    public bool IsForEveryone => May == MayAttribute.Everyone;

    public bool HasId => Path.Contains("{id}", StringComparison.Ordinal);

    /// <summary>The published part: of the area that the address names, for anybody from anywhere.</summary>
    public bool IsPublic => Path.StartsWith("/public/{area}/", StringComparison.Ordinal);

    public string Address => Root + Path;
}

/// <summary>The same in Swedish and English.</summary>
readonly record struct Words(string Swedish, string English);

/// <summary>A query parameter.</summary>
/// <param name="Schema">Of one value, as JSON Schema.</param>
/// <param name="IsMany">May stand several times: one of them is enough.</param>
sealed record Parameter(string Name, Words About, JsonObject Schema, bool IsMany, Func<string, bool> Is);

/// <summary>What is sent to an address.</summary>
/// <param name="MostBytes">More is refused.</param>
sealed record Body(Words About, IReadOnlyDictionary<string, JsonObject> Media, long MostBytes)
{
    public const string Json = "application/json";

    /// <summary>A JSON object.</summary>
    public static Body Of(Words about, JsonObject schema, int mostBytes = 20_000) => new(about, new Dictionary<string, JsonObject> { [Json] = schema }, mostBytes);
}

/// <summary>An answer that went well.</summary>
/// <param name="Schema">Null where it is not JSON, or nothing.</param>
sealed record Success(int Status, Words About, JsonShape? Schema, string Media = "application/json")
{
    /// <summary>Says with Location where what was made is.</summary>
    public bool HasLocation { get; init; }
}
