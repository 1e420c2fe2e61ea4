using Samverk.Shared;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>What the Swedish REST API profile wants to know of an API.</summary>
sealed record ApiInfo(string ApiName, string ApiVersion, [About("Dagen då versionen kom ut.")] DateOnly ApiReleased, string ApiDocumentation, [About("beta, active, deprecated eller retired.")] string ApiStatus)
{
    /// <summary>The version of what the API promises; the program has its own.</summary>
    public const string Version = "1.0.0";

    static readonly DateOnly Released = new(2026, 11, 22);

    public static Route Route { get; } = new("GET", "/api-info", "getApiInfo", Groups.About, MayAttribute.Everyone, new("Om API:et", "About the API"), call => Task.FromResult(
        Answer.Of(new ApiInfo("Samverk", Version, Released, $"{call.Context.Request.Site()}/api", "active"))))
    {
        Description = new("Namn, version och var dokumentationen finns. Kräver ingen nyckel.", "Name, version and where the documentation is. Needs no token."),
        Answers = [new(200, new("Om API:et.", "About the API."), JsonShape.Of<ApiInfo>())],
    };
}

/// <summary>Whether the service answers; the database is asked by <c>/halsa/redo</c>.</summary>
sealed record ServiceHealth([About("pass när tjänsten svarar.")] string Status, string Version)
{
    public static Route Route { get; } = new("GET", "/health", "getHealth", Groups.About, MayAttribute.Everyone, new("Hälsa", "Health"), _ => Task.FromResult(Answer.Of(new ServiceHealth("pass", ApiInfo.Version))))
    {
        Description = new("Svarar när tjänsten är igång. Kräver ingen nyckel.", "Answers when the service runs. Needs no token."),
        Answers = [new(200, new("Tjänsten svarar.", "The service answers."), JsonShape.Of<ServiceHealth>())],
    };
}

/// <summary>Whose token it is that the request came with.</summary>
sealed record Me([About("Personens eller systemets id.")] Guid Id, string Name, [About("Ett anslutet system i stället för en person.")] bool IsSystem, OrganisationRef? Organisation, [About("Samverkansområdet.")] string Area, [About("Nyckeln får också lägga in protokoll.")] bool MayImport)
{
    public static Route Route { get; } = new("GET", "/me", "getMe", Groups.About, MayAttribute.SignedIn, new("Vems nyckeln är", "Whose the token is"), Answer)
    {
        Description = new("Vem anropet görs som, i vilket samverkansområde, och om nyckeln får lägga in protokoll.", "Who the request is made as, in which collaboration area, and whether the token may import."),
        Answers = [new(200, new("Den som frågar.", "Who asks."), JsonShape.Of<Me>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        var (actor, refs) = (call.Actor, await Refs.Load(call));
        return Api.Answer.Of(new Me(actor.Person, actor.Name, actor.IsSystem, refs.Organisation(actor.Organisation), actor.AreaName, actor.MayImport));
    }
}
