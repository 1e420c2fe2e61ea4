using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>A second area in the World's database, with an administrator who may do everything there.</summary>
static class AnotherArea
{
    public static async Task<Actor> Administrator(TestWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var today = world.Clock.Today();
        var plan = new FirstArea("Örebro län", OfficialRegister.Regions.First(r => r.FullName == "Region Örebro län"), [], [], "Ferhat Lindqvist", null).Plan(today);
        var (area, refusal) = await services.GetRequiredService<AreaSetup>().Create(plan, default);
        Assert.Null(refusal);
        Assert.Equal(area, services.GetRequiredService<CurrentArea>().Id);
        var person = await services.GetRequiredService<AreaSetup>().Administrator(default);
        return (await services.GetRequiredService<Actors>().Find(person!.Value, today, default))!;
    }
}
