using Samverk.Agreements;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Search;

/// <summary>Asks the rooms what there is to find. Only what everybody who reads in the area may read, and never the name of somebody with protected identity.</summary>
sealed class Gathering(AreaDirectory directory, MeetingsSearched meetings, PlansSearched plans, AgreementsSearched agreements, OriginalsSearched originals, ProtectedNames names)
{
    Dictionary<Guid, BodyInfo>? bodies;

    public Task<List<Guid>> Meetings(Guid? body, CancellationToken ct) => meetings.All(body, ct);

    public Task<List<Guid>> Agreements(CancellationToken ct) => agreements.All(ct);

    /// <summary>All that the minutes of these meetings say.</summary>
    public async Task<List<Findable>> OfMeetings(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await LoadBodies(ct);
        var found = await meetings.Of(ids, ct);
        var days = found.ToDictionary(m => m.Id, m => m.On);
        List<Guid> live = [.. days.Keys];
        List<Findable> things = [.. found.SelectMany(OfMeeting)];
        things.AddRange((await plans.Assignments(live, ct)).Select(OfAssignment));
        things.AddRange((await plans.Deadlines(live, ct)).Select(d => new Findable(d.Meeting, ThingKind.Deadline, d.Meeting, d.Body, days[d.Meeting], Findable.Beginning(d.What), $"senast {d.Date}{Under(d.Item)}", d.What, IsNamed: false)));
        things.AddRange((await agreements.Consultations(live, ct)).Select(c => new Findable(c.Meeting!.Value, ThingKind.Consultation, c.Id, c.Body, c.On, c.Subject, c.Deadline is null ? null : $"svar senast {c.Deadline}", c.RespondTo ?? "")));
        things.AddRange(await OfOriginals(found, ct));
        return await Safe(things, ct);
    }

    public async Task<List<Findable>> OfAgreements(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        await Safe([.. await AgreementsThemselves(ids, ct), .. (await agreements.DisputesOf(ids, ct)).Select(d => new Findable(d.Agreement, ThingKind.Dispute, d.Id, d.Body, d.RaisedOn, d.Subject, $"anmäld {d.RaisedOn.InWords()}", Findable.Lines(d.About, d.Tried))), .. (await agreements.ConsultationsOf(ids, ct)).Select(c => new Findable(c.Agreement!.Value, ThingKind.Consultation, c.Id, c.Body, c.On, SwedishText.Capital(c.Subject), $"version {c.Version}, svar senast {c.Deadline}", ""))], ct);

    async Task<List<Findable>> AgreementsThemselves(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await agreements.Of(ids, ct)).ConvertAll(a => new Findable(a.Id, ThingKind.Agreement, a.Id, a.Body, a.Latest, SwedishText.Capital(a.Name), a.State?.Words(), Findable.Lines(a.Names.DistinctBy(Swedish.Fold).Where(n => Swedish.Fold(n) != Swedish.Fold(a.Name)))));

    /// <summary>Bodies, organisations and people.</summary>
    /// <param name="only">Null for all of them.</param>
    public async Task<List<Findable>> Named(IReadOnlySet<Guid>? only, CancellationToken ct)
    {
        bool Wanted(Guid id) => only is null || only.Contains(id);
        await LoadBodies(ct);
        List<Findable> things = [.. bodies!.Values.Where(b => Wanted(b.Id)).Select(b => new Findable(b.Id, ThingKind.Body, b.Id, b.Id, null, b.Name, b.ShortName == b.Name ? b.Code : $"{b.Code}, {b.ShortName}", ""))];
        things.AddRange((await directory.Organisations(ct)).Where(o => Wanted(o.Id)).Select(o => new Findable(o.Id, ThingKind.Organisation, o.Id, null, null, o.Name, o.Kind.Words(), o.Code ?? "")));
        things.AddRange((await directory.People(ct)).Where(p => Wanted(p.Id) && p is { IsProtected: false, IsAnonymised: false }).Select(p => new Findable(p.Id, ThingKind.Person, p.Id, null, null, p.Name, p.Title, p.OrganisationName ?? "")));
        return things;
    }

    /// <summary>What bears the name of one of these: the meetings of a body, the people of an organisation.</summary>
    public async Task<(List<Guid> Meetings, List<Guid> People)> Bearing(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await LoadBodies(ct);
        List<Guid> ofBodies = [];
        foreach (var id in ids.Where(bodies!.ContainsKey))
            ofBodies.AddRange(await meetings.All(id, ct));
        return (ofBodies, [.. (await directory.People(ct)).Where(p => p.Organisation is { } o && ids.Contains(o)).Select(p => p.Id)]);
    }

    /// <summary>The meetings and agreements that are touched when these meetings and assignments are.</summary>
    public async Task<(List<Guid> Meetings, List<Guid> Agreements)> Touched(IReadOnlyList<Guid> ofMeetings, IReadOnlyList<Guid> ofAssignments, CancellationToken ct)
    {
        List<Guid> all = [.. ofMeetings, .. await plans.MeetingsOf(ofAssignments, ct)];
        return ([.. (await meetings.WithSameDay(all, ct)).Union(all)], await agreements.MentionedBy(all, ct));
    }

    async Task<List<Findable>> Safe(List<Findable> things, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return mask.IsEmpty ? things : things.ConvertAll(t => t with { Title = mask.Of(t.Title), Note = mask.Of(t.Note), Text = mask.Of(t.Text) });
    }

    IEnumerable<Findable> OfMeeting(SearchedMeeting m)
    {
        var items = m.Items.Where(i => i.Number is not null).DistinctBy(i => i.Number).ToDictionary(i => i.Number!, i => i.Title);
        var text = Findable.Lines([.. m.Items.Select(i => i.Number is null ? i.Title : $"§ {i.Number} {i.Title}"), .. m.ProposedItems, m.Place, m.CaseNumber, string.Join(", ", m.Present)]);
        yield return new(m.Id, ThingKind.Meeting, m.Id, m.Body, m.On, Title(m), m.Document is null ? "planerat" : null, text);
        foreach (var d in m.Decisions)
            yield return new(m.Id, ThingKind.Decision, d.Id, m.Body, m.On, d.Item is not null && items.TryGetValue(d.Item, out var title) ? title : d.Number, $"{d.Number}{Under(d.Item)}", d.Text);
        foreach (var q in m.Questions)
            if (Findable.Lines([q.Text, .. q.Answers, .. q.Comments]) is { Length: > 0 } asked)
                yield return new(m.Id, ThingKind.Question, m.Id, m.Body, m.On, Findable.Beginning(q.Text ?? asked), q.Item is null ? null : $"§ {q.Item}", asked, IsNamed: false);
    }

    static Findable OfAssignment(SearchedAssignment a) =>
        new(a.Meeting, ThingKind.Assignment, a.Id, a.Body, a.GivenOn, Findable.Beginning(a.Text), a.Assignee, Findable.Lines(a.Text, a.Report), IsNamed: false);

    async Task<IEnumerable<Findable>> OfOriginals(List<SearchedMeeting> found, CancellationToken ct)
    {
        var texts = await originals.Texts([.. found.Select(m => m.Document).OfType<Guid>()], ct);
        return from m in found
               where m.Document is { } document && texts.ContainsKey(document)
               select new Findable(m.Id, ThingKind.Original, m.Document!.Value, m.Body, m.On, $"{SwedishText.Capital(m.MinutesKind ?? "protokoll")}, {Title(m)}", null, texts[m.Document.Value], IsNamed: false);
    }

    string Title(SearchedMeeting m) => $"{(bodies!.TryGetValue(m.Body, out var body) ? body.ShortName : "Möte")} {m.On.InWords()}";

    static string Under(string? item) => item is null ? "" : $", § {item}";

    async Task LoadBodies(CancellationToken ct) => bodies ??= (await directory.Bodies(ct)).ToDictionary(b => b.Id);
}
