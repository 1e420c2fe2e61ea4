using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Storage;
using Microsoft.EntityFrameworkCore;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Things of the World that attacks are made on.</summary>
static class Target
{
    public static async Task<Guid> Administrator(TestWorld world) => (await world.In(s => s.GetRequiredService<AreaSetup>().Administrator(default)))!.Value;

    /// <summary>How much has happened in the whole installation.</summary>
    public static async Task<int> Happenings(TestWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SamverkDb>().Set<HistoryRow>().IgnoreQueryFilters().CountAsync();
    }
}
