using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>A person with what they are and have been in the collaboration.</summary>
sealed record PersonThing(Guid Id, string Name, string? Title, OrganisationRef? Organisation, IReadOnlyList<PersonThing.Sits> Memberships, IReadOnlyList<PersonThing.Stands> Standings,
    IReadOnlyList<PersonThing.Does> Functions, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Sits(BodyRef Body, [About("Platsens namn.")] string? Seat, MembershipRole Role, string RoleText, DateOnly From, DateOnly? To);

    public sealed record Stands(BodyRef Body, StandingKind Kind, string KindText, DateOnly From, DateOnly? To);

    public sealed record Does([About("null för en funktion i hela området.")] OrganisationRef? Organisation, FunctionKind Kind, string KindText, DateOnly From, DateOnly? To);

    public static Route Route { get; } = new("GET", "/people/{id}", "getPerson", Groups.Organisations, MayAttribute.Read, new("En person", "A person"), Answer)
    {
        Description = new("Personen med platser i organen, ordförandeskap och sekreterarskap och funktioner över tid.", "The person with places in bodies, as chair or secretary, and functions over time."),
        Answers = [new(200, new("Personen.", "The person."), JsonShape.Of<PersonThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<OrganisationsLists>().Person(call.Id, call.Today, call.Stop) is not { } p)
            return Api.Answer.Missing;
        var (refs, places) = (await Refs.Load(call), call.Get<PersonPlaces>());
        var (memberships, standings) = (await places.Memberships(p.Id, call.Stop), await places.Standings(p.Id, call.Stop));
        var functions = await call.Get<PlaceLists>().FunctionsOf(p.Id, call.Stop);
        return Api.Answer.Of(new PersonThing(p.Id, p.Name, p.Title, refs.Organisation(p.Organisation),
            [.. memberships.Select(m => new Sits(refs.Body(m.Body), m.Seat, m.Role, call.InWords(m.Role, m.Role.Words()), m.From, m.To))],
            [.. standings.Select(s => new Stands(refs.Body(s.Body), s.Kind, call.InWords(s.Kind, s.Kind.Words()), s.From, s.To))],
            [.. functions.Select(f => new Does(refs.Organisation(f.Organisation), f.Kind, call.InWords(f.Kind, f.Kind.Words()), f.From, f.To))], $"/personer/{p.Id}"));
    }
}
