using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>A body as other things point at it.</summary>
sealed record BodyRef(Guid Id, [About("Kort, unik i området; först i beslutens nummer.")] string Code, string Name);

sealed record OrganisationRef(Guid Id, string Name);

sealed record PersonRef(Guid Id, string Name);

/// <summary>A meeting as other things point at it.</summary>
sealed record MeetingRef(Guid Id, BodyRef Body, DateOnly Date);

/// <summary>Where in an original a fact was read.</summary>
sealed record Source(
    [About("Originalet, se /documents.")] Guid? Document,
    [About("Sida från 1; null där formatet saknar sidor.")] int? Page,
    [About("Första tecknet, räknat i Unicode-kodpunkter i originalets text.")] int Start,
    [About("Efter det sista tecknet.")] int End)
{
    public static Source? Of(Guid? document, Span span) => span.End == 0 ? null : new(document, span.Page, span.Start, span.End);
}

/// <summary>The bodies and organisations of the area by id, found once per request.</summary>
sealed class Refs(AreaDirectory directory)
{
    Dictionary<Guid, BodyInfo> bodies = [];
    Dictionary<Guid, OrganisationInfo> organisations = [];

    public static async Task<Refs> Load(Call call)
    {
        var refs = new Refs(call.Get<AreaDirectory>());
        await refs.Load(call.Stop);
        return refs;
    }

    async Task Load(CancellationToken ct)
    {
        bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Id);
        organisations = (await directory.Organisations(ct)).ToDictionary(o => o.Id);
    }

    public BodyInfo? KnownBody(Guid id) => bodies.GetValueOrDefault(id);

    public OrganisationInfo? KnownOrganisation(Guid id) => organisations.GetValueOrDefault(id);

    public BodyRef Body(Guid id) => bodies.TryGetValue(id, out var body) ? new(id, body.Code, body.Name) : new(id, "", "");

    public OrganisationRef? Organisation(Guid? id) => id is { } known && organisations.TryGetValue(known, out var organisation) ? new(known, organisation.Name) : null;

    public MeetingRef Meeting(Guid id, Guid body, DateOnly on) => new(id, Body(body), on);
}
