using Samverk.Organisations.SigningIn;

namespace Samverk.Organisations;

/// <summary>The rows that a planned area becomes: organisations, bodies with their seats, people with their places.</summary>
sealed class AreaRows
{
    readonly List<object> all = [];
    readonly Dictionary<string, Organisation> organisations;
    readonly Dictionary<string, Body> bodies = [];
    readonly Dictionary<(string Body, string Label), Seat> seats = [];

    public AreaRows(Guid area, AreaPlan plan, DateTimeOffset at)
    {
        organisations = plan.Organisations.Prepend(plan.Region).Select(o => new Organisation(area, o.Kind, o.Name, o.Code)).ToDictionary(o => o.Name);
        all.AddRange(organisations.Values);
        foreach (var body in plan.Bodies)
            Add(area, body, at);
        all.AddRange(plan.Contacts.Select(c => new ContactWay(area, organisations[c.Organisation].Id, c.Label, c.Reach, new(c.From, null))));
        foreach (var person in plan.People)
            Add(area, person, at);
    }

    /// <summary>What is referred to comes before what refers to it.</summary>
    public IReadOnlyList<object> All => all;

    void Add(Guid area, PlannedBody b, DateTimeOffset at)
    {
        var body = new Body(area, organisations[b.Host].Id, b.Code, b.Name, b.ShortName, b.Kind, b.Parent is { } parent ? bodies[parent].Id : null, at, null);
        bodies.Add(b.Code, body);
        all.Add(body);
        if (b.Rules is { } rules)
            all.Add(BodyRules.Begin(area, body.Id, rules));
        foreach (var (seat, position) in b.Seats.Select((s, i) => (s, i)))
        {
            var row = new Seat(area, body.Id, seat.Label, seat.Organisation is { } o ? organisations[o].Id : null, position);
            row.Wants(seat.Members, seat.Deputies);
            seats.TryAdd((b.Code, seat.Label), row);
            all.Add(row);
        }
    }

    void Add(Guid area, PlannedPerson p, DateTimeOffset at)
    {
        var person = new Person(area, p.Name, p.Title, p.Organisation is { } home ? organisations[home].Id : null, at, null);
        person.IsReachedAt(p.Mail);
        all.Add(person);
        if (p.HasAccount)
        {
            var account = new Account(p.Name, at);
            all.AddRange([account, new AccountPerson(account.Id, area, person.Id)]);
        }
        all.AddRange(p.Memberships.Select(m => new Membership(area, bodies[m.Body].Id, person.Id, m.Seat is { } seat ? seats.GetValueOrDefault((m.Body, seat))?.Id : null, m.Role, m.From, m.To)));
        all.AddRange(p.Standings.Select(s => new Standing(area, bodies[s.Body].Id, person.Id, s.Kind, s.From, s.To)));
        foreach (var f in p.Functions)
        {
            var function = new Function(area, person.Id, f.Kind, f.Organisation is { } o ? organisations[o].Id : null, f.From, f.To);
            function.ReachedBy(f.Reach);
            all.Add(function);
        }
    }
}

/// <summary>An area as rows for <see cref="Storage.BulkLoad"/>, with what other rooms know of it.</summary>
public sealed record LoadedArea(Guid Id, IReadOnlyList<object> Rows, IReadOnlyList<BodyInfo> Bodies, IReadOnlyList<PersonInfo> People, IReadOnlyList<OrganisationInfo> Organisations)
{
    public static LoadedArea Of(AreaPlan plan, DateTimeOffset at)
    {
        var area = new Area(plan.Name, plan.Slug, plan.Region.Code ?? "", at);
        var rows = new AreaRows(area.Id, plan, at).All;
        var organisations = rows.OfType<Organisation>().ToDictionary(o => o.Id, o => new OrganisationInfo(o.Id, o.Name, o.Kind, o.Code));
        return new(area.Id, [area, .. rows],
            [.. rows.OfType<Body>().Select(b => new BodyInfo(b.Id, b.Area, b.Owner, b.Code, b.Name, b.ShortName, b.Parent))],
            [.. rows.OfType<Person>().Select(p => new PersonInfo(p.Id, p.Name, p.Title, p.Organisation, p.Organisation is { } home ? organisations[home].Name : null))],
            [.. organisations.Values]);
    }
}
