using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>A body with those who sit in it today.</summary>
sealed record BodyThing(Guid Id, string Code, string Name, string ShortName, [About("Organet som det rapporterar till.")] BodyRef? Parent, [About("Organ som rapporterar till det.")] IReadOnlyList<BodyRef> Children,
    [About("Organisationen som förvarar handlingarna.")] OrganisationRef? Host, IReadOnlyList<BodyThing.Stands> Standings, IReadOnlyList<BodyThing.Seated> Seats, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Stands(PersonRef Person, StandingKind Kind, string KindText, DateOnly From);

    public sealed record Seated([About("null för dem som inte har någon angiven plats.")] Guid? Id, string Label, OrganisationRef? Organisation,
        [About("Så många ledamöter som platsen ska ha.")] int Members, int Deputies, IReadOnlyList<Holder> Holders);

    public sealed record Holder(PersonRef Person, OrganisationRef? Organisation, MembershipRole Role, string RoleText, [About("I vilken ordning ersättare kallas.")] int? Order, DateOnly From, DateOnly? To);

    public static Route Route { get; } = new("GET", "/bodies/{id}", "getBody", Groups.Organisations, MayAttribute.Read, new("Ett organ", "A body"), Answer)
    {
        Description = new("Organet, var det hör hemma, vem som leder det och vilka som sitter på dess platser i dag.", "The body, where it belongs, who leads it and who holds its seats today."),
        Answers = [new(200, new("Organet.", "The body."), JsonShape.Of<BodyThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        var (refs, lists) = (await Refs.Load(call), call.Get<OrganisationsLists>());
        if (refs.KnownBody(call.Id) is not { } body)
            return Api.Answer.Missing;
        var all = await lists.Bodies(call.Today, call.Stop);
        var parent = all.Find(b => b.Id == body.Id)?.Parent;
        var standings = await lists.Standings(body.Id, call.Today, call.Stop);
        var seats = await lists.Seats(body.Id, call.Today, call.Stop);
        return Api.Answer.Of(new BodyThing(body.Id, body.Code, body.Name, body.ShortName, parent is { } above ? refs.Body(above) : null, [.. all.Where(b => b.Parent == body.Id).Select(b => refs.Body(b.Id))],
            refs.Organisation(body.Host), [.. standings.Select(s => new Stands(new(s.Person, s.Name), s.Kind, call.InWords(s.Kind, s.Kind.Words()), s.From))],
            [.. seats.Select(s => new Seated(s.Id, s.Label, refs.Organisation(s.Organisation), s.Members, s.Deputies, [.. s.Holders.Select(Holds)]))], $"/organ/{body.Id}"));

        Holder Holds(SeatHolder h) => new(new(h.Person, h.Name), refs.Organisation(h.Organisation), h.Role, call.InWords(h.Role, h.Role.Words()), h.Order, h.From, h.To);
    }
}

/// <summary>A region or municipality, or another organisation that takes part.</summary>
sealed record PrincipalThing(Guid Id, string Name, OrganisationKind Kind, string KindText, [About("SCB:s kod: två siffror för en region, fyra för en kommun.")] string? Code, [About("Region eller kommun.")] bool IsPrincipal,
    [About("Platser i organen som den fyller.")] IReadOnlyList<PrincipalThing.Fills> Seats, IReadOnlyList<PrincipalThing.Does> Functions, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Fills(BodyRef Body, string Label);

    public sealed record Does(PersonRef Person, FunctionKind Kind, string KindText, string? Mail, string? Telephone, DateOnly From, DateOnly? To);

    public static Route Route { get; } = new("GET", "/principals/{id}", "getPrincipal", Groups.Organisations, MayAttribute.Read, new("En huvudman", "A principal"), Answer)
    {
        Description = new("Regionen, kommunen eller organisationen, platserna som den fyller och de som har en funktion i den.", "The region, municipality or organisation, the seats that it fills and those who have a function in it."),
        Answers = [new(200, new("Huvudmannen.", "The principal."), JsonShape.Of<PrincipalThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        var refs = await Refs.Load(call);
        if (refs.KnownOrganisation(call.Id) is not { } o)
            return Api.Answer.Missing;
        var seats = await call.Get<OrganisationsLists>().SeatsOf(o.Id, call.Stop);
        var functions = await call.Get<PlaceLists>().Functions(o.Id, call.Today, call.Stop);
        return Api.Answer.Of(new PrincipalThing(o.Id, o.Name, o.Kind, call.InWords(o.Kind, o.Kind.Words()), o.Code, o.IsPrincipal, [.. seats.Select(s => new Fills(refs.Body(s.Body), s.What))],
            [.. functions.Select(f => new Does(new(f.Person, f.Name), f.Kind, call.InWords(f.Kind, f.Kind.Words()), f.Mail, f.Telephone, f.From, f.To))], $"/huvudman/{o.Id}"));
    }
}
