using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Figures;
using Samverk.Organisations;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;

namespace Samverk.Tests.Meetings;

[Trait("database", "both")]
public sealed class BodyFiguresTests(WorldOnce once)
{
    [Fact]
    public async Task A_principal_was_there_when_a_deputy_served_and_two_from_one_are_one()
    {
        await using var world = await once.Copy();
        var (body, organisations) = await world.In(async s => ((await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == "NV").Id, await s.GetRequiredService<AreaDirectory>().Organisations(default)));
        Guid Of(string name) => organisations.Single(o => o.Name.StartsWith(name, StringComparison.Ordinal)).Id;
        Task<BodyYear> Year() => world.In(s => s.GetRequiredService<BodyFigures>().Of(body, 2026, default));
        var before = await Year();
        OrganisationFigures In(BodyYear year, string name) => year.Organisations.FirstOrDefault(o => o.Organisation == Of(name)) ?? new(Of(name), 0, 0);

        var held = await Held.Open(world, "Läget");
        var people = await held.Participants();
        Guid Who(string name) => people.Single(p => p.Name == name).Id;
        // Örnsta's member goes before anything is decided, and its deputy serves; Stenvalla has both its member and a deputy there.
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Who("Anders Roth"), (p, at) => p.Leave(at), held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Who("Gunilla Hjort"), (p, at) => { p.Arrive(at, false); p.ServeFor(Who("Anders Roth")); }, held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Who("Emil Vikander"), (p, at) => p.Arrive(at, true), held.By, default)));
        Assert.Null(await held.Desk(d => d.Attend(held.Meeting, Who("Rune Vallin"), (p, at) => p.Leave(at), held.By, default)));
        await held.Write("Läget", new DecisionNote(Samverk.Meetings.DecisionOutcome.Decision, "noterar läget."));
        await held.Seal();

        var after = await Year();
        Assert.Equal((before.Meetings + 1, before.Decisions + 1), (after.Meetings, after.Decisions));
        Assert.Equal((In(before, "Örnsta").Meetings + 1, In(before, "Örnsta").ByDeputy + 1), (In(after, "Örnsta").Meetings, In(after, "Örnsta").ByDeputy));
        Assert.Equal((In(before, "Stenvalla").Meetings + 1, In(before, "Stenvalla").ByDeputy), (In(after, "Stenvalla").Meetings, In(after, "Stenvalla").ByDeputy));
        Assert.Equal(In(before, "Tallmora").Meetings, In(after, "Tallmora").Meetings);
    }
}
