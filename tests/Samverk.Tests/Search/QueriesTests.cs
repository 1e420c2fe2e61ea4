using Microsoft.Extensions.DependencyInjection;
using Samverk.Search;
using Samverk.Tests.House;

namespace Samverk.Tests.Search;

/// <summary>What a secretary, a registrar or a journalist would type over the World, and what they expect to find first.</summary>
[Trait("database", "both")]
public sealed class QueriesTests(WorldOnce once)
{
    /// <summary>A line of <c>queries.txt</c>: what is typed, the kind that is found first, and what its title or note begins with.</summary>
    sealed record Expected(string Typed, string Kind, string Begins, string? Proposal)
    {
        public static Expected Of(string line)
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            return new(parts[0], parts[1], parts[2], parts.ElementAtOrDefault(3));
        }
    }

    [Fact]
    public async Task Sixty_searches_find_first_what_is_expected()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Source.Root, "tests", "Samverk.Tests", "Search", "queries.txt"));
        var expected = lines.Where(l => l.Length > 0 && l[0] != '#').Select(Expected.Of).ToList();
        Assert.True(expected.Count >= 60, $"only {expected.Count} searches");
        await using var world = await once.Copy();
        var actor = await world.Actor("Maria Sandelin");
        List<string> faults = [];
        foreach (var search in expected)
            await world.In(async s =>
            {
                var answer = await s.GetRequiredService<SearchLists>().Find(new(search.Typed), actor, default);
                var first = answer.Hits.Count == 0 ? "ingenting" : $"{answer.Hits[0].Kind.Words()} {answer.Hits[0].TitleText}";
                var isFirst = answer.Hits.Count == 0 ? search.Kind == "ingenting"
                    : answer.Hits[0].Kind.Words() == search.Kind && (answer.Hits[0].TitleText.StartsWith(search.Begins, StringComparison.Ordinal) || answer.Hits[0].Note?.StartsWith(search.Begins, StringComparison.Ordinal) == true);
                if (!isFirst || (search.Proposal is not null && answer.Proposal != search.Proposal))
                    faults.Add($"{search.Typed} | {first} ({(answer.Hits is [var hit, ..] ? hit.Note : null)}) av {answer.Total}{(answer.IsAny ? " något ord" : "")} | {answer.Proposal}");
            });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
