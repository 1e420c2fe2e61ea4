using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>What tests do with a consultation of the World: a text of Nära vård's, sent to the region, Askvik, Granåker, a body and a union.</summary>
sealed class Asking(TestWorld world, Adopting adopting, Guid id)
{
    public const string Union = "Omsorgsfacket";
    public static readonly DateOnly LastDay = new(2026, 12, 18);

    public Guid Id => id;
    public Actor By => adopting.By;
    public Adopting Agreement => adopting;

    /// <summary>Prepared, and not sent out.</summary>
    public static async Task<Asking> Prepare(TestWorld world)
    {
        var adopting = await Adopting.Begin(world);
        var (id, no) = await world.In(async s => await s.GetRequiredService<ConsultationKeeper>().Create(adopting.Agreement, Facts, await Consultees(s), adopting.By, default));
        Assert.Null(no);
        return new(world, adopting, id!.Value);
    }

    public static async Task<Asking> Begin(TestWorld world)
    {
        var asking = await Prepare(world);
        Assert.Null(await asking.Open());
        return asking;
    }

    public static ConsultationFacts Facts => new(1, "Vi vill veta om det går.", LastDay, ["Går det att göra på tre dagar?"], "remisser@bergslunda.example");

    public static async Task<List<ProposedConsultee>> Consultees(IServiceProvider services)
    {
        var (organisations, bodies) = (await services.GetRequiredService<AreaDirectory>().Organisations(default), await services.GetRequiredService<AreaDirectory>().Bodies(default));
        return
        [
            .. organisations.Where(o => o.Name is "Region Bergslunda" or "Askviks kommun" or "Granåkers kommun").Select(o => new ProposedConsultee(o.Id, null, o.Name, null)),
            .. bodies.Where(b => b.Code == "OU").Select(b => new ProposedConsultee(null, b.Id, b.Name, null)), new(null, null, Union, "remiss@omsorgsfacket.example"),
        ];
    }

    public Task<Refusal?> Open() => world.In(s => s.GetRequiredService<ConsultationSender>().Open(id, "http://test", By, default));

    public async Task<ConsultationView> View(Actor? actor = null) => (await world.In(s => s.GetRequiredService<ConsultationViews>().One(id, actor ?? By, default)))!;

    public async Task<ConsulteeRow> Of(string name, Actor? actor = null) => (await View(actor)).Consultees.Single(c => c.Name == name);

    public Task<IReadOnlyList<AnswerRow>> Answers(Actor actor) => world.In(s => s.GetRequiredService<ConsultationViews>().Answers(id, actor, default));

    public static WrittenAnswer Answer(Stance stance, params Remark[] remarks) => new(stance, remarks, "KS 2026-44");

    public async Task<Refusal?> Write(string name, WrittenAnswer answer, AnswerStep step, Actor actor, int? edition = null, AnswerFile? file = null)
    {
        var consultee = (await Of(name)).Id;
        return await world.In(s => s.GetRequiredService<Responder>().Write(consultee, answer, file, step, edition, actor, default));
    }

    public async Task<Refusal?> Do(string name, Func<Responder, Guid, Task<Refusal?>> verb)
    {
        var consultee = (await Of(name)).Id;
        return await world.In(s => verb(s.GetRequiredService<Responder>(), consultee));
    }

    public Task<Refusal?> Keep(Func<ConsultationKeeper, Task<Refusal?>> verb) => world.In(s => verb(s.GetRequiredService<ConsultationKeeper>()));

    public async Task<Refusal?> Extend(string name, DateOnly? to, string? reason)
    {
        var consultee = (await Of(name)).Id;
        return await world.In(s => s.GetRequiredService<ConsultationSender>().Extend(id, consultee, to, reason, "http://test", By, default));
    }

    public async Task<Refusal?> Record(string name, WrittenAnswer answer, DateOnly? on, AnswerFile? file = null)
    {
        var consultee = (await Of(name)).Id;
        return await Keep(k => k.Record(id, consultee, new(answer, file, on), By, default));
    }

    public Task<Compilation?> Compilation() => world.In(s => s.GetRequiredService<Compilations>().One(id, By, default));

    /// <summary>The registrar, and the coordinator where there is one.</summary>
    public async Task<Actor> Person(string organisation, FunctionKind kind = FunctionKind.Registrar)
    {
        var function = (await world.In(s => s.GetRequiredService<PlaceLists>().ReachedFunctions(new(2026, 11, 24), default))).First(f => f.Kind == kind && f.OrganisationName == organisation);
        return (await world.Actor(function.Person))!;
    }

    /// <summary>Lets the days pass, the outbox doing its work every morning.</summary>
    public static Task Until(TestWorld world, DateOnly day) => LedgerTests.Until(world, day);
}
