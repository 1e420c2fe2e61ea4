using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Disclosure;

/// <summary>A record that answers a request.</summary>
/// <param name="Title">Which it is.</param>
/// <param name="About">The beginning of what it says.</param>
sealed record Match(RecordKind Kind, Guid Thing, string Title, string? About, DateOnly On, string Address)
{
    public static string AddressOf(RecordKind kind, Guid thing) => kind switch
    {
        RecordKind.Meeting => $"/moten/{thing}",
        RecordKind.Decision => $"/beslut/{thing}",
        RecordKind.Assignment => $"/uppdrag/{thing}",
        _ => $"/importera/original/{thing}/text",
    };
}

/// <param name="IsMore">There were more than are shown; the request should be narrowed.</param>
sealed record Matches(IReadOnlyList<Match> Rows, bool IsMore);

/// <summary>Finds what answers a request among what its organisation owns and the actor may read.</summary>
sealed class Collecting(OwnedMeetings meetings, PlansLists plans, Originals originals, AreaDirectory directory)
{
    /// <summary>So many meetings are looked at for one request.</summary>
    public const int MostMeetings = 100;

    const int MostAssignments = 500, LongestTitle = 120;

    public async Task<Matches> Find(DisclosureRequest request, Actor actor, CancellationToken ct)
    {
        var words = Swedish.Fold(request.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Has(string text) => words.Length == 0 || words.All(w => Swedish.Fold(text).Contains(w, StringComparison.Ordinal));
        var found = await meetings.Find(new(request.Owner, request.From, request.To, request.Bodies, request.People, request.Words), MostMeetings + 1, ct);
        var shown = found.Take(MostMeetings).ToList();
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.ShortName);
        var ids = shown.ConvertAll(m => m.Id);
        var assignments = (await plans.OfMeetings(ids, MostAssignments, ct)).FindAll(a => Has(a.Text) && (request.People.Count == 0 || (a.AssigneePerson is { } who && request.People.Contains(who)))).ToLookup(a => a.Meeting);
        var files = (await originals.SeenBy(actor, shown.ConvertAll(m => m.Document), ct)).ToDictionary(o => o.Id);
        List<Match> rows = [];
        foreach (var meeting in shown)
        {
            Match Row(RecordKind kind, Guid thing, string title, string? about = null) => new(kind, thing, title, about, meeting.On, Match.AddressOf(kind, thing));
            var name = $"{bodies[meeting.Body]} {meeting.On.InWords()}";
            rows.Add(Row(RecordKind.Meeting, meeting.Id, name));
            if (files.GetValueOrDefault(meeting.Document) is { } file)
                rows.Add(Row(RecordKind.Original, file.Id, file.FileName, name));
            rows.AddRange(meeting.Decisions.Where(d => Has(d.Text)).Select(d => Row(RecordKind.Decision, d.Id, d.Number, Shorten(d.Text))));
            rows.AddRange(assignments[meeting.Id].Select((a, n) => Row(RecordKind.Assignment, a.Id, $"{n + 1} av {name}", Shorten(a.Text))));
        }
        return new(rows, found.Count > MostMeetings);
    }

    static string Shorten(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle].TrimEnd() + " …";
}
