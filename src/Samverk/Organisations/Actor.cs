using Samverk.Organisations.ApiAccess;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A person as they act today in one area: who, and the places that what they may follows from.</summary>
public sealed record Actor(Guid Person, string Name, string? Title, Guid Area, string AreaName)
{
    /// <summary>Where the person works or is elected.</summary>
    public Guid? Organisation { get; init; }
    /// <summary>What they do today for the area (organisation null) or for an organisation.</summary>
    public IReadOnlyList<(FunctionKind Kind, Guid? Organisation)> Functions { get; init; } = [];
    /// <summary>Bodies that they chair or keep the minutes of today.</summary>
    public IReadOnlyList<(StandingKind Kind, Guid Body)> Standings { get; init; } = [];
    /// <summary>Bodies where they have a place today, as member, deputy or co-opted; a guest has none.</summary>
    public IReadOnlySet<Guid> MemberOf { get; init; } = new HashSet<Guid>();

    /// <summary>A connected system: a machine under its own name, which acts for its organisation. <see cref="Person"/> is then its own id.</summary>
    public bool IsSystem { get; init; }
    /// <summary>What the token leaves them that they came with; null when they came by themselves.</summary>
    public TokenScope? Scope { get; init; }

    /// <summary>Administrator of the area: its people, bodies and settings.</summary>
    public bool IsAdministrator => Functions.Contains((FunctionKind.Administrator, null));

    /// <summary>They have a seat, a standing or a function in the area today, or are connected to it.</summary>
    public bool HasPlace => IsSystem || MemberOf.Count > 0 || Functions.Count > 0 || Standings.Count > 0;

    public IEnumerable<Guid> SecretaryOf => Standings.Where(s => s.Kind == StandingKind.Secretary).Select(s => s.Body);

    /// <param name="body">Null asks about any body.</param>
    public bool IsSecretary(Guid? body) => Standings.Any(s => s.Kind == StandingKind.Secretary && (body is null || s.Body == body));

    /// <summary>Chair or vice chair.</summary>
    /// <param name="body">Null asks about any body.</param>
    public bool IsChair(Guid? body) => Standings.Any(s => s.Kind is StandingKind.Chair or StandingKind.ViceChair && (body is null || s.Body == body));

    /// <summary>Does this for the organisation itself; a function of the whole area does not count.</summary>
    /// <param name="organisation">Null asks about any organisation.</param>
    public bool Is(FunctionKind kind, Guid? organisation) => Functions.Any(f => f.Kind == kind && f.Organisation is not null && (organisation is null || f.Organisation == organisation));

    /// <summary>Why they may not, with what is asked about; null when they may.</summary>
    public Refusal? May(Permission permission, About about = default) => permission.Holds(this, about) ? null : permission.Refused;

    /// <summary>The secretary of a body may confirm its minutes; so may an administrator.</summary>
    public Refusal? MayRecord(Guid body) => May(Permission.Record, new(Body: body));

    /// <summary>May look after the people, functions and contact ways of an organisation; what belongs to none is the area's.</summary>
    public Refusal? MayKeep(Guid? organisation) => organisation is null ? May(Permission.Administer) : May(Permission.KeepOrganisation, new(Organisation: organisation));

    /// <summary>A secretary of any body, or an administrator, may import minutes.</summary>
    public bool MayImport => May(Permission.Import) is null;
}

/// <summary>What a permission is asked about; what is left null means 'any'.</summary>
public readonly record struct About(Guid? Body = null, Guid? Organisation = null, Guid? Person = null);

/// <summary>A body as other rooms know it.</summary>
/// <param name="Host">The organisation that owns its records.</param>
/// <param name="Parent">The body that it reports to.</param>
public sealed record BodyInfo(Guid Id, Guid Area, Guid Host, string Code, string Name, string ShortName, Guid? Parent = null);
