using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A collaboration area to be created, by the first-run page, the command line or the World.</summary>
public sealed record AreaPlan(string Name, string Slug, PlannedOrganisation Region, IReadOnlyList<PlannedOrganisation> Organisations)
{
    public IReadOnlyList<PlannedBody> Bodies { get; init; } = [];
    public IReadOnlyList<PlannedPerson> People { get; init; } = [];
    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];
}

/// <param name="Code">SCB code; null for organisations that have none.</param>
public sealed record PlannedOrganisation(string Name, OrganisationKind Kind, string? Code);

/// <param name="Parent">The code of the body it reports to.</param>
public sealed record PlannedBody(string Code, string Name, string? ShortName, string Kind, string? Parent, string Host, IReadOnlyList<PlannedSeat> Seats)
{
    /// <summary>Null for the ordinary ones.</summary>
    public BodyRulesInfo? Rules { get; init; }
}

/// <param name="Organisation">By name; null for a trade.</param>
/// <param name="Members">How many members it should have.</param>
public sealed record PlannedSeat(string Label, string? Organisation, int Members = 1, int Deputies = 0);

/// <param name="Organisation">By name.</param>
public sealed record PlannedContact(string Organisation, string Label, Reach Reach, DateOnly From);

public sealed record PlannedPerson(string Name, string? Title, string? Organisation)
{
    public IReadOnlyList<(string Body, string? Seat, MembershipRole Role, DateOnly From, DateOnly? To)> Memberships { get; init; } = [];
    public IReadOnlyList<(string Body, StandingKind Kind, DateOnly From, DateOnly? To)> Standings { get; init; } = [];
    public IReadOnlyList<(FunctionKind Kind, string? Organisation, DateOnly From, DateOnly? To, Reach Reach)> Functions { get; init; } = [];
    public string? Mail { get; init; }
    /// <summary>Gets an account, so that somebody can sign in as this person.</summary>
    public bool HasAccount { get; init; }
}

/// <summary>An area as the installation lists it.</summary>
public sealed record AreaInfo(Guid Id, string Name, string Slug, string RegionCode);

/// <summary>Creates areas. The only verb that works outside an area: it enters the one it makes.</summary>
public sealed class AreaSetup(SamverkDb db, CurrentArea current, Work work, TimeProvider clock)
{
    public Task<List<AreaInfo>> List(CancellationToken ct) =>
        db.Set<Area>().OrderBy(a => a.Name).Select(a => new AreaInfo(a.Id, a.Name, a.Slug, a.RegionCode)).ToListAsync(ct);

    /// <summary>Why such an area can't be created; null when it can.</summary>
    public async Task<Refusal?> MayCreate(AreaPlan plan, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(plan.Name) ? new("name-missing", "Områdets namn saknas. Skriv till exempel länets namn.")
        : await db.Set<Area>().AnyAsync(a => a.Slug == plan.Slug, ct) ? new("area-exists", $"Området {plan.Name} finns redan.")
        : plan.Organisations.Prepend(plan.Region).GroupBy(o => Swedish.Fold(o.Name)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new("organisation-twice", $"{twice.First().Name} står två gånger. Ta bort den ena.")
        : plan.Region.Code is null ? new("region-missing", "Regionen saknas. Välj den i registret.")
        : plan.Organisations.Append(plan.Region).Any(o => o.Code?.StartsWith("99", StringComparison.Ordinal) == true) && !await IsDemo(ct)
            ? new("invented-code", "Koderna 99 och 9901–9912 är påhittade och används bara i demodatabaser. Välj regionen i det officiella registret.")
        : null;

    public Task<bool> IsDemo(CancellationToken ct) => db.Set<Mark>().AnyAsync(m => m.Name == Mark.Demo, ct);

    /// <returns>The area's id, or the rule that said no.</returns>
    public async Task<(Guid Area, Refusal? Refusal)> Create(AreaPlan plan, CancellationToken ct)
    {
        var at = clock.Now();
        var area = new Area(plan.Name, plan.Slug, plan.Region.Code ?? "", at);
        current.Enter(area.Id);
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(await MayCreate(plan, ct));
            db.Add(area);
            area.Created(at);
            db.AddRange(new AreaRows(area.Id, plan, at).All);
        }, ct);
        return (area.Id, refusal);
    }

    /// <summary>Somebody who administers the current area today; null when nobody does.</summary>
    public Task<Guid?> Administrator(CancellationToken ct)
    {
        var today = clock.Today();
        return db.Set<Function>().Where(f => f.Kind == FunctionKind.Administrator && f.Organisation == null && f.From <= today && (f.To == null || f.To >= today))
            .OrderBy(f => f.From).Select(f => (Guid?)f.Person).FirstOrDefaultAsync(ct);
    }
}
