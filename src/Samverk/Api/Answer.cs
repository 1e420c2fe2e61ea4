using System.Text.Json;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>What a route answers.</summary>
abstract record Answer
{
    /// <summary>There is no such thing, or none that the one who asks may see: the two are told alike.</summary>
    public static Answer Missing { get; } = new Refused(Problem.NotFound);

    public static Answer Of<T>(T? found) where T : class => found is null ? Missing : new Found(JsonSerializer.SerializeToUtf8Bytes(found, ApiJson.Options));

    public static Answer No(Problem problem, string? parameter = null) => new Refused(problem, parameter);
}

/// <summary>The bytes of the answer, and where it can be fetched again when it was made just now.</summary>
sealed record Found(byte[] Content, string Media = "application/json", int Status = 200, string? Location = null) : Answer;

sealed record Refused(Problem Problem, string? Parameter = null) : Answer;
