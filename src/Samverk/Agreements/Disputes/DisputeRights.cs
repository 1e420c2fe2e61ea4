using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>Who is on which side of a dispute.</summary>
/// <param name="Body">The body that is responsible for the agreement.</param>
/// <param name="RaisedFor">The party that raised it; null where the keeper of the agreement did.</param>
/// <param name="StepBody">The body at its step; null where that is the parties' own units.</param>
internal readonly record struct DisputeSides(Guid Body, Guid? RaisedFor, Guid? StepBody, IReadOnlyCollection<Guid> Parties);

/// <summary>Who may do what with a dispute: those who write for a party, those who lead the body at its step, and those who keep the agreement.</summary>
static class DisputeRights
{
    static Refusal NotTheRaiser { get; } = new("may-not-withdraw", "Bara den som anmälde tvisten kan ta tillbaka den.");

    public static bool WritesFor(this Actor actor, Guid party) => actor.May(Permission.Dispute, new(Organisation: party)) is null;

    public static bool KeepsAgreementOf(this Actor actor, Guid body) => actor.May(Permission.KeepAgreement, new(Body: body)) is null;

    static bool Leads(this Actor actor, Guid? body) => body is { } at && actor.May(Permission.Dispute, new(Body: at)) is null;

    /// <summary>Why they may not do this; null when they may. Whether it can be done where the dispute is, <see cref="DisputeLife.May"/> says.</summary>
    public static Refusal? MayDo(this Actor actor, DisputeActKind kind, DisputeSides sides) => kind switch
    {
        DisputeActKind.Withdrawn => (sides.RaisedFor is { } raiser ? actor.WritesFor(raiser) : actor.KeepsAgreementOf(sides.Body)) ? null : NotTheRaiser,
        _ when actor.KeepsAgreementOf(sides.Body) => null,
        DisputeActKind.SentUp or DisputeActKind.Settled when sides.Parties.Any(actor.WritesFor) => null,
        DisputeActKind.Settled or DisputeActKind.Decided or DisputeActKind.Recommended or DisputeActKind.Closed when actor.Leads(sides.StepBody) => null,
        _ => Permission.Dispute.Refused,
    };

    /// <summary>The party that they do it for; null when they do it as keeper, or for the body at the step.</summary>
    public static Guid? For(this Actor actor, DisputeActKind kind, DisputeSides sides) =>
        kind == DisputeActKind.Withdrawn ? sides.RaisedFor
        : actor.KeepsAgreementOf(sides.Body) || (kind == DisputeActKind.Settled && actor.Leads(sides.StepBody)) ? null
        : kind is DisputeActKind.SentUp or DisputeActKind.Settled ? sides.Parties.Where(actor.WritesFor).Select(p => (Guid?)p).FirstOrDefault() : null;

    /// <summary>Organisations whose positions somebody writes.</summary>
    public static IReadOnlyList<Guid> WritesFor(this Actor actor) =>
        [.. actor.Functions.Select(f => f.Organisation).Append(actor.IsSystem ? actor.Organisation : null).OfType<Guid>().Distinct().Where(actor.WritesFor)];

    /// <summary>What is sent is everybody's in the area; until then it is for those who write the party's positions, and nobody else.</summary>
    public static IQueryable<Position> SeenBy(this IQueryable<Position> positions, Actor actor)
    {
        var own = actor.WritesFor();
        return positions.Where(p => p.SentAt != null || own.Contains(p.Organisation));
    }
}
