using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Says what each row of a membership list means: which body and seat, whose organisation, somebody known or somebody new.</summary>
sealed class MemberMatch(SamverkDb db, AreaDirectory directory, TimeProvider clock)
{
    sealed record Area(IReadOnlyList<BodyInfo> Bodies, IReadOnlyDictionary<string, Guid> BodyAliases, IReadOnlyList<OrganisationInfo> Organisations, IReadOnlyList<PersonInfo> People,
        ILookup<string, Guid> Aliases, ILookup<Guid, Seat> Seats, ILookup<(Guid Body, Guid Person), Membership> Places);

    /// <param name="body">Where a row that says no body belongs.</param>
    /// <param name="choices">By row number; none before anybody has chosen.</param>
    public async Task<IReadOnlyList<MemberRow>> Match(IReadOnlyList<MemberLine> lines, Guid? body, IReadOnlyDictionary<int, MemberChoice> choices, Actor by, CancellationToken ct)
    {
        var area = await Load(ct);
        var rows = lines.Select(line => Match(line, body, choices.GetValueOrDefault(line.Number), area, by)).ToList();
        var twice = rows.Where(r => r.Body is not null).GroupBy(r => (r.Body, Swedish.Fold(r.Line.Name), r.Organisation, r.Seat, r.Role, r.From)).SelectMany(g => g.Skip(1)).Select(r => r.Line.Number).ToHashSet();
        return [.. rows.Select(r => twice.Contains(r.Line.Number) ? r with { Include = false, Problems = [.. r.Problems, "Samma person och plats står på en tidigare rad. Ta bort den ena."] } : r)];
    }

    MemberRow Match(MemberLine line, Guid? otherwise, MemberChoice? choice, Area area, Actor by)
    {
        List<string> problems = [], notes = [];
        var body = Body(line, otherwise, area, problems);
        var organisation = Organisation(line, area, problems);
        var role = MemberWords.Role(line.Role);
        if (role is null)
            problems.Add($"Rollen ”{line.Role}” känns inte igen. Skriv ledamot, ersättare, adjungerad eller inbjuden.");
        if (MemberWords.IsChair(line.Role))
            notes.Add("Blir ledamot. Ordförande och vice ordförande utses på organets sida.");
        var seats = body is null ? [] : area.Seats[body.Id].OrderBy(s => s.Position).ToList();
        var seat = SeatOf(line, choice, seats, organisation, role, problems);
        var days = Days(line, problems);
        var (person, candidates) = Person(line, choice, organisation, seat, area, problems, notes);
        if (line.Mail.Length > 0 && Reach.MailFault(line.Mail.ToLowerInvariant()) is { } fault)
            problems.Add(fault.Text);
        if (body is not null && PlaceKeeper.May(by, body.Id, seat) is { } no)
            problems.Add(no.Text);
        var has = body is not null && person is { } known && area.Places[(body.Id, known)].Any(m => m.Seat == seat?.Id && m.Role == role && m.Days().Overlaps(days));
        if (has)
            notes.Add("Finns redan. Raden lämnas som den är.");
        return new(line, problems, notes)
        {
            Body = body?.Id,
            BodyName = body?.ShortName,
            Seat = seat?.Id,
            SeatLabel = seat?.Label,
            Seats = [.. seats.Select(s => (s.Id, s.Label))],
            Person = person,
            Candidates = candidates,
            Organisation = organisation?.Id ?? seat?.Organisation,
            OrganisationName = organisation?.Name ?? area.Organisations.FirstOrDefault(o => o.Id == seat?.Organisation)?.Name,
            Role = role ?? MembershipRole.Member,
            From = days.From,
            To = days.To,
            Order = int.TryParse(line.Order, out var order) && order is > 0 and < 100 ? order : null,
            IsKnown = has,
            Include = (choice?.Include ?? true) && problems.Count == 0 && !has,
        };
    }

    static BodyInfo? Body(MemberLine line, Guid? otherwise, Area area, List<string> problems)
    {
        if (line.Body.Length == 0)
        {
            var chosen = area.Bodies.FirstOrDefault(b => b.Id == otherwise);
            if (chosen is null)
                problems.Add("Organet saknas. Skriv det i kolumnen Organ, eller välj det för hela listan.");
            return chosen;
        }
        var folded = Swedish.Fold(line.Body);
        var body = area.Bodies.FirstOrDefault(b => Swedish.Fold(b.Name) == folded || Swedish.Fold(b.ShortName) == folded || Swedish.Fold(b.Code) == folded)
            ?? area.Bodies.FirstOrDefault(b => area.BodyAliases.TryGetValue(folded, out var id) && b.Id == id);
        if (body is null)
            problems.Add($"Organet ”{line.Body}” finns inte i området. Rätta namnet, eller lägg till organet först.");
        return body;
    }

    static OrganisationInfo? Organisation(MemberLine line, Area area, List<string> problems)
    {
        if (line.Organisation.Length == 0)
            return null;
        var found = area.Organisations.FirstOrDefault(o => OrganisationName.Means(line.Organisation, o.Name));
        if (found is null)
            problems.Add($"Organisationen ”{line.Organisation}” finns inte i området. Rätta namnet, eller lägg till organisationen först.");
        return found;
    }

    static Seat? SeatOf(MemberLine line, MemberChoice? choice, List<Seat> seats, OrganisationInfo? organisation, MembershipRole? role, List<string> problems)
    {
        if (choice?.Seat is { } chosen && seats.Find(s => s.Id == chosen) is { } said)
            return said;
        if (line.Seat.Length > 0)
        {
            var named = seats.Find(s => Swedish.Fold(s.Label) == Swedish.Fold(line.Seat)) ?? seats.Find(s => OrganisationName.Means(line.Seat, s.Label));
            if (named is null && seats.Count > 0)
                problems.Add($"Platsen ”{line.Seat}” finns inte i organet. Välj den i listan.");
            return named;
        }
        if (role is MembershipRole.CoOpted or MembershipRole.Guest || seats.Count == 0)
            return null;
        var own = organisation is null ? [] : seats.FindAll(s => s.Organisation == organisation.Id);
        if (own.Count == 1)
            return own[0];
        problems.Add("Det framgår inte vilken plats det gäller. Välj den i listan.");
        return null;
    }

    Period Days(MemberLine line, List<string> problems)
    {
        var from = line.From.Length == 0 ? clock.Today() : MemberWords.Day(line.From, last: false);
        var to = line.To.Length == 0 ? null : MemberWords.Day(line.To, last: true);
        if (from is null || (line.To.Length > 0 && to is null))
            problems.Add($"Dagen ”{(from is null ? line.From : line.To)}” går inte att läsa. Skriv den som 2027-01-01.");
        else if (to < from)
            problems.Add("Sista dagen är före den första. Rätta en av dem.");
        return new(from ?? clock.Today(), to);
    }

    // Only somebody of the row's own organisation is proposed: a person of the same name elsewhere stays another.
    static (Guid? Person, IReadOnlyList<MemberCandidate> Candidates) Person(MemberLine line, MemberChoice? choice, OrganisationInfo? organisation, Seat? seat, Area area, List<string> problems, List<string> notes)
    {
        if (TextRules.Name(line.Name, "Namnet") is { } fault)
        {
            problems.Add(fault.Text);
            return (null, []);
        }
        var folded = Swedish.Fold(line.Name);
        var same = area.People.Where(p => Swedish.Fold(p.Name) == folded || area.Aliases[folded].Contains(p.Id)).ToList();
        IReadOnlyList<MemberCandidate> candidates = [.. same.Select(p => new MemberCandidate(p.Id, p.Name, p.Title, p.OrganisationName))];
        if (choice?.Person is { } chosen)
            return (same.Exists(p => p.Id == chosen) ? chosen : null, candidates);
        var home = organisation?.Id ?? seat?.Organisation;
        var own = home is null ? same : same.FindAll(p => p.Organisation == home);
        if (own.Count > 1)
            problems.Add($"Det finns {own.Count} som heter {line.Name}. Välj vem det är.");
        else if (own.Count == 0 && same.Count > 0)
            notes.Add($"En annan med samma namn finns: {string.Join(", ", same.Select(p => p.OrganisationName ?? "utan organisation"))}. Raden läggs till som en ny person, om du inte väljer annat.");
        return (own.Count == 1 ? own[0].Id : null, candidates);
    }

    async Task<Area> Load(CancellationToken ct) => new(
        await directory.Bodies(ct), await directory.BodyAliases(ct), await directory.Organisations(ct), await directory.People(ct), await directory.PersonAliases(ct),
        (await db.Set<Seat>().Where(s => s.To == null).ToListAsync(ct)).ToLookup(s => s.Body),
        (await db.Set<Membership>().ToListAsync(ct)).ToLookup(m => (m.Body, m.Person)));
}
