using System.Text.Json.Nodes;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>The addresses of OParl: a system with one body, its lists, and every object by itself.</summary>
sealed class OParlEndpoints(PublishedLists lists, OrganisationsLists organisations, AreaDirectory directory, TimeProvider clock)
{
    const int Size = 25, MostComing = 500;
    const string Root = "/publikt/{area}/oparl";

    readonly PublishedLists lists = lists;

    public static void Map(WebApplication app)
    {
        Get("", (o, e, _) => One(o.System()));
        Get("/bodies", (o, e, p) => Task.FromResult<JsonObject?>(o.List([o.Body()], 1, p)));
        Get("/body", (o, e, _) => One(o.Body()));
        Get("/organizations", (o, e, p) => e.Organizations(o, p));
        Get("/meetings", (o, e, p) => e.Meetings(o, new(), p));
        Get("/agendaitems", (o, e, p) => e.AgendaItems(o, p));
        Get("/papers", (o, e, p) => e.Papers(o, p, o.Paper));
        Get("/consultations", (o, e, p) => e.Papers(o, p, o.Consultation));
        Get("/files", (o, e, p) => e.Files(o, p));
        Get("/locations", (o, e, p) => e.Locations(o, p));
        // Nobody has a page of their own, and no body is elected for a term: the standard wants the lists all the same.
        foreach (var none in new[] { "/people", "/memberships", "/terms" })
            Get(none, (o, e, p) => Task.FromResult<JsonObject?>(o.List([], 0, p)));
        Of("/organizations/{id:guid}", (o, e, id) => e.Organization(o, id));
        Of("/meetings/{id:guid}", (o, e, id) => e.Meeting(o, id));
        Of("/meetings/{id:guid}/location", (o, e, id) => e.Location(o, id));
        Of("/papers/{id:guid}", async (o, e, id) => await e.lists.Decision(id, default) is { } d ? o.Paper(d) : null);
        Of("/consultations/{id:guid}", async (o, e, id) => await e.lists.Decision(id, default) is { } d ? o.Consultation(d) : null);
        Of("/files/{id:guid}", async (o, e, id) => await e.lists.Minutes(id, default) is { } m ? o.File(m, await e.Name(m.Meeting.Body)) : null);
        app.MapGet(Root + "/organizations/{id:guid}/meetings", (Guid id, HttpContext context, OParlEndpoints e) =>
            Answer(context, e, (o, paging) => e.OfOrganization(o, id, paging))).IsOpenData();
        app.MapGet(Root + "/meetings/{id:guid}/items/{position:int}", (Guid id, int position, HttpContext context, OParlEndpoints e) =>
            Answer(context, e, async (o, _) => await e.lists.Minutes(id, default) is { } m && position >= 0 && position < m.Meeting.Items.Count ? o.AgendaItem(m, position) : null)).IsOpenData();

        void Get(string address, Func<OParl, OParlEndpoints, Paging, Task<JsonObject?>> write) =>
            app.MapGet(Root + address, (HttpContext context, OParlEndpoints e) => Answer(context, e, (o, paging) => write(o, e, paging))).IsOpenData();

        void Of(string address, Func<OParl, OParlEndpoints, Guid, Task<JsonObject?>> write) =>
            app.MapGet(Root + address, (Guid id, HttpContext context, OParlEndpoints e) => Answer(context, e, (o, _) => write(o, e, id))).IsOpenData();
    }

    static Task<JsonObject?> One(JsonObject thing) => Task.FromResult<JsonObject?>(thing);

    static async Task<IResult> Answer(HttpContext context, OParlEndpoints e, Func<OParl, Paging, Task<JsonObject?>> write)
    {
        if (Paging.Of(context, Size) is not { } paging || await write(new(Place.Of(context), Licences.Free), paging) is not { } found)
            return Results.NotFound();
        return new FeedAnswer(Json.Bytes(found), Json.Type, await e.lists.LastChange(context.RequestAborted));
    }

    async Task<JsonObject?> Organizations(OParl o, Paging paging)
    {
        var rows = (await organisations.Bodies(clock.Today(), default)).Select(b => o.Organization(b)).Concat((await directory.Organisations(default)).Select(x => o.Organization(x))).ToList();
        return o.List(rows.Skip((paging.Page - 1) * paging.Size).Take(paging.Size), rows.Count, paging);
    }

    async Task<JsonObject?> Organization(OParl o, Guid id) =>
        (await organisations.Bodies(clock.Today(), default)).Find(b => b.Id == id) is { } body ? o.Organization(body)
        : (await directory.Organisations(default)).FirstOrDefault(x => x.Id == id) is { } organisation ? o.Organization(organisation) : null;

    async Task<JsonObject?> OfOrganization(OParl o, Guid id, Paging paging) =>
        await directory.Body(id, default) is not null ? await Meetings(o, new([id]), paging)
        : (await directory.Organisations(default)).Any(x => x.Id == id) ? o.List([], 0, paging) : null;

    /// <summary>Coming meetings first, then those whose minutes are public; the pages go through both.</summary>
    async Task<JsonObject?> Meetings(OParl o, PublishedFilter filter, Paging paging)
    {
        var names = await Names();
        var coming = await lists.Coming(clock.Today(), filter.Bodies, 1, MostComing, default);
        var rows = coming.Rows.Skip((paging.Page - 1) * paging.Size).Take(paging.Size).Select(m => o.Meeting(m, names.GetValueOrDefault(m.Body, "–"))).ToList();
        var (skip, take) = (Math.Max(0, ((paging.Page - 1) * paging.Size) - coming.Rows.Count), paging.Size - rows.Count);
        var held = await lists.Slice(filter, skip, take, default);
        rows.AddRange(held.Rows.Select(m => o.Meeting(m, names.GetValueOrDefault(m.Meeting.Body, "–"))));
        return o.List(rows, coming.Rows.Count + held.Total, paging);
    }

    async Task<JsonObject?> Meeting(OParl o, Guid id) =>
        await lists.Minutes(id, default) is { } held ? o.Meeting(held, await Name(held.Meeting.Body))
        : await lists.Coming(id, clock.Today(), default) is { } coming ? o.Meeting(coming, await Name(coming.Body)) : null;

    async Task<JsonObject?> Location(OParl o, Guid id) =>
        o.Location(id, (await lists.Minutes(id, default))?.Meeting.Place ?? (await lists.Coming(id, clock.Today(), default))?.Place);

    async Task<JsonObject?> AgendaItems(OParl o, Paging paging)
    {
        var items = await lists.Items(new(), paging.Page, paging.Size, default);
        return o.List(items.Rows.Select(i => o.AgendaItem(i.Minutes, i.Position)), items.Total, paging);
    }

    async Task<JsonObject?> Papers(OParl o, Paging paging, Func<PublishedDecision, JsonObject> write)
    {
        var decisions = await lists.Decisions(new(), paging.Page, paging.Size, default);
        return o.List(decisions.Rows.Select(write), decisions.Total, paging);
    }

    async Task<JsonObject?> Files(OParl o, Paging paging)
    {
        var (names, minutes) = (await Names(), await lists.Minutes(new(), paging.Page, paging.Size, default));
        return o.List(minutes.Rows.Select(m => o.File(m, names.GetValueOrDefault(m.Meeting.Body, "–"))), minutes.Total, paging);
    }

    async Task<JsonObject?> Locations(OParl o, Paging paging)
    {
        var minutes = await lists.Minutes(new(HasPlace: true), paging.Page, paging.Size, default);
        return o.List(minutes.Rows.Select(m => o.Location(m.Meeting.Id, m.Meeting.Place)), minutes.Total, paging);
    }

    async Task<Dictionary<Guid, string>> Names() => (await directory.Bodies(default)).ToDictionary(b => b.Id, b => b.ShortName);

    async Task<string> Name(Guid body) => (await directory.Body(body, default))?.ShortName ?? "–";
}
