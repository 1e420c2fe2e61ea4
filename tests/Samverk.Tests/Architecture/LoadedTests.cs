using Microsoft.AspNetCore.Components;
using Samverk.Shared.Parts;

namespace Samverk.Tests.Architecture;

public sealed class LoadedTests
{
    [Fact]
    public void Every_page_and_part_is_drawn_once_it_has_what_it_shows()
    {
        var components = typeof(Loaded).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ComponentBase)) && !t.IsAbstract && !t.IsSubclassOf(typeof(LayoutComponentBase))).ToList();
        Assert.True(components.Count > 40, $"only {components.Count} components");
        Assert.Empty(components.Where(t => !t.IsSubclassOf(typeof(Loaded))).Select(t => t.FullName));
    }
}
