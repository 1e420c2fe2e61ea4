using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Notices;

/// <summary>Finds whom a notice is to go to: those who sit in the body that day, and the official mailboxes of their organisations.</summary>
sealed class NoticeRecipients(AreaDirectory directory, OrganisationsLists organisations, OfficialMailboxes mailboxes)
{
    public async Task<IReadOnlyList<Recipient>> Find(Meeting meeting, CancellationToken ct)
    {
        var seats = await organisations.Seats(meeting.Body, meeting.On, ct);
        var standings = await organisations.Standings(meeting.Body, meeting.On, ct);
        var people = (await directory.People(ct)).ToDictionary(p => p.Id);
        var roles = seats.SelectMany(s => s.Holders).Select(h => (h.Person, Kind: Kind(h.Role)))
            .Concat(standings.Select(s => (s.Person, Kind: RecipientKind.Member)))
            .Concat(new[] { meeting.ActingChair, meeting.ActingSecretary }.OfType<Guid>().Select(p => (Person: p, Kind: RecipientKind.Member)))
            // Somebody with several places gets one notice, as what they first of all are.
            .GroupBy(r => r.Person).Select(g => (Person: g.Key, Kind: g.Min(r => r.Kind))).ToList();
        var mails = await directory.Mails([.. roles.Select(r => r.Person)], ct);
        return
        [
            .. roles.Where(r => people.ContainsKey(r.Person)).OrderBy(r => r.Kind).ThenBy(r => people[r.Person].Name, Swedish.Names)
                .Select(r => new Recipient(r.Person, people[r.Person].Name, mails.GetValueOrDefault(r.Person), r.Kind, people[r.Person].Organisation, people[r.Person].OrganisationName)),
            .. await Officials(seats, ct),
        ];
    }

    // The registry of each organisation with a seat.
    async Task<IReadOnlyList<Recipient>> Officials(IReadOnlyList<SeatRow> seats, CancellationToken ct)
    {
        var (addresses, names) = (await mailboxes.All(ct), (await directory.Organisations(ct)).ToDictionary(o => o.Id, o => o.Name));
        return
        [
            .. seats.Select(s => s.Organisation).OfType<Guid>().Distinct().Where(names.ContainsKey)
                .Select(o => new Recipient(null, $"{names[o]}, officiell brevlåda", addresses.GetValueOrDefault(o), RecipientKind.Official, o, names[o])),
        ];
    }

    static RecipientKind Kind(MembershipRole role) => role switch
    {
        MembershipRole.Member => RecipientKind.Member,
        MembershipRole.Deputy => RecipientKind.Deputy,
        _ => RecipientKind.Guest,
    };
}
