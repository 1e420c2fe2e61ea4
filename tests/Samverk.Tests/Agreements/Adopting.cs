using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;

namespace Samverk.Tests.Agreements;

/// <summary>What tests do with an agreement of the World: put up by the secretary of Nära vård, between the region and three municipalities.</summary>
sealed class Adopting(TestWorld world, Actor secretary, Guid agreement)
{
    public const string Name = "Överenskommelse om trygg hemgång";
    public static readonly string[] Parties = ["Region Bergslunda", "Askviks kommun", "Granåkers kommun", "Kvarnberga kommun"];

    public Guid Agreement => agreement;
    public Actor By => secretary;

    /// <summary>Put up with its parties and its first text locked.</summary>
    public static async Task<Adopting> Begin(TestWorld world, EffectRule? rule = null, string name = Name, Guid? replaces = null)
    {
        var by = await world.Actor(Held.Secretary);
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "NV").Id;
        var (id, no) = await world.In(s => s.GetRequiredService<AgreementKeeper>().Create(new(name, body, "Hemgång inom tre dagar", "Lag (2017:612)", null, null, null, replaces, null, 90), "# Syfte\nTrygg hemgång.\n\n# Ansvar\n- Regionen meddelar.\n- Kommunen tar emot.", by, default));
        Assert.Null(no);
        var adopting = new Adopting(world, by, id!.Value);
        Assert.Null(await adopting.Bind(rule ?? EffectRule.Default));
        Assert.Null(await adopting.Lock(1));
        return adopting;
    }

    public async Task<Refusal?> Bind(EffectRule rule)
    {
        var organisations = await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default));
        List<ProposedParty> parties = [.. Parties.Select(name => new ProposedParty(organisations.Single(o => o.Name == name).Id, name, IsOutside: false, null)), new(organisations.Single(o => o.Name == "Tallmora kommun").Id, "Tallmora kommun", IsOutside: true, "Har en egen lösning.")];
        var edition = (await View()).Edition;
        return await world.In(s => s.GetRequiredService<AgreementKeeper>().Bind(agreement, parties, rule, edition, secretary, default));
    }

    public async Task<Refusal?> Lock(int version)
    {
        var edition = (await world.In(s => s.GetRequiredService<TextLists>().One(agreement, version, secretary, default)))!.Row.Edition;
        return await world.In(s => s.GetRequiredService<TextKeeper>().Lock(agreement, version, edition, secretary, default));
    }

    /// <summary>A new version, written and locked.</summary>
    public async Task Revise(string text, string reason)
    {
        Assert.Null(await world.In(s => s.GetRequiredService<TextKeeper>().Begin(agreement, text, reason, secretary, default)));
        Assert.Null(await Lock((await world.In(s => s.GetRequiredService<TextLists>().Of(agreement, secretary, default)))[0].Number));
    }

    /// <summary>The note of the minute desk that recommends a version.</summary>
    public async Task<RecommendationNote> Note(int version)
    {
        var text = (await world.In(s => s.GetRequiredService<Recommendables>().All(default))).Single(t => t.Agreement == agreement && t.Version == version);
        return new(text.Name, null, text.Agreement, text.Version, text.Seal);
    }

    /// <summary>A meeting recommends a version, and its minutes are adjusted.</summary>
    public async Task<Held> Recommend(int version)
    {
        var held = await Held.Open(world, "Trygg hemgång");
        await held.Write("Trygg hemgång", await Note(version));
        await held.Seal();
        return held;
    }

    /// <summary>A recommendation without the meeting that gave it: for what follows of it.</summary>
    public Task RecommendShortly(int version) => world.In(s => s.GetRequiredService<Samverk.Storage.Work>().Must(() =>
        s.GetRequiredService<RoundOpener>().Open(new(agreement, version, Ids.Next(), Ids.Next(), "Samverkansrådet", world.Clock.Today(), "7", new string('a', 64)), world.Clock.Now(), null, default)));

    public async Task<AgreementView> View() => (await world.In(s => s.GetRequiredService<AgreementViews>().One(agreement, secretary, default)))!;

    public async Task<AdoptionRow> Of(string party) => (await View()).Ledger.Single(a => a.OrganisationName == party);

    public async Task<Actor> Registrar(string party)
    {
        var function = (await world.In(s => s.GetRequiredService<PlaceLists>().ReachedFunctions(new(2026, 11, 24), default))).First(f => f.Kind == FunctionKind.Registrar && f.OrganisationName == party);
        return (await world.Actor(function.Person))!;
    }

    public async Task<Refusal?> Decide(string party, AdoptionState outcome, DateOnly? on = null, string? condition = null, OwnPaper? paper = null)
    {
        var (id, registrar) = ((await Of(party)).Id, await Registrar(party));
        var decision = new PartyDecision(outcome, "Socialnämnden", on ?? world.Clock.Today(), "§ 104", "SN 2026-231", condition ?? (outcome == AdoptionState.AdoptedWithCondition ? "Ses över efter ett år." : null));
        return await world.In(s => s.GetRequiredService<AdoptionKeeper>().Decide(id, decision, paper, null, registrar, default));
    }
}
