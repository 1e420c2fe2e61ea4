namespace Samverk.Meetings.Desk;

/// <summary>A locked text that a body can recommend, as the room that keeps it tells.</summary>
/// <param name="Name">The agreement's.</param>
/// <param name="Seal">Of the text.</param>
public sealed record Recommendable(Guid Agreement, int Version, string Name, string Seal)
{
    /// <summary>As a form sends it.</summary>
    public string Value => $"{Agreement:N}-{Version}";
}

/// <summary>A room that keeps texts which bodies recommend.</summary>
public sealed record RecommendableSource(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Recommendable>>> Find);

/// <summary>All texts that can be recommended at the minute desk now.</summary>
public sealed class Recommendables(IEnumerable<RecommendableSource> sources, IServiceProvider services)
{
    public async Task<IReadOnlyList<Recommendable>> All(CancellationToken ct)
    {
        List<Recommendable> all = [];
        foreach (var source in sources)
            all.AddRange(await source.Find(services, ct));
        return all;
    }
}
