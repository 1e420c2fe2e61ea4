using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

/// <summary>What tests of people and their places say often.</summary>
static class Keeping
{
    public static readonly DateOnly Today = new(2026, 11, 24), NewYear = new(2027, 1, 1);

    public static Task<Actor> Administrator(this TestWorld world) => world.Actor("Linda Ekroth");

    /// <summary>The code of the refusal; null when it was done.</summary>
    public static Task<string?> Said<T>(this TestWorld world, Func<T, Task<Refusal?>> verb) where T : notnull =>
        world.In(async s => (await verb(s.GetRequiredService<T>()))?.Code);

    public static Task<BodyInfo> Body(this TestWorld world, string code) =>
        world.In(async s => (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == code));

    public static Task<Guid> Person(this TestWorld world, string name, string? organisation = null) =>
        world.In(async s => (await s.GetRequiredService<AreaDirectory>().People(default)).Single(p => p.Name == name && (organisation is null || p.OrganisationName == organisation)).Id);

    public static Task<Guid> Organisation(this TestWorld world, string name) =>
        world.In(async s => (await s.GetRequiredService<AreaDirectory>().Organisations(default)).Single(o => o.Name == name).Id);

    public static Task<Guid> Seat(this TestWorld world, string body, string label) => world.In(async s =>
    {
        var id = (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == body).Id;
        return (await s.GetRequiredService<PlaceLists>().Seats(id, default)).Single(seat => seat.Label == label).Id;
    });

    public static Task<KeptPlace> Place(this TestWorld world, string body, string name) => world.In(async s =>
    {
        var id = (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == body).Id;
        return (await s.GetRequiredService<PlaceLists>().Places(id, Today, default)).Single(p => p.Name == name);
    });

    /// <summary>The words of a thing's history, oldest first.</summary>
    public static Task<List<string>> Told(this TestWorld world, Guid subject) => world.In(async s =>
        (await s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(r => r.Subject == subject).OrderBy(r => r.Number).ToListAsync()).ConvertAll(r => r.Happening()!.Words));
}
