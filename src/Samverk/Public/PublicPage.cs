using Microsoft.AspNetCore.Components;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shared.Parts;

namespace Samverk.Public;

/// <summary>A page of one area's public site. It asks <see cref="PublishedLists"/> and nothing else of what was said at meetings.</summary>
public abstract class PublicPage : Loaded
{
    Dictionary<Guid, BodyInfo> bodies = [];

    [Inject] protected PublishedLists Lists { get; set; } = null!;
    [Inject] protected AreaDirectory Directory { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] protected TimeProvider Clock { get; set; } = null!;
    [CascadingParameter] protected HttpContext Context { get; set; } = null!;

    /// <summary>The area as the address names it; it was entered before the page was.</summary>
    [Parameter] public string Area { get; set; } = "";

    protected PublicArea Here => Context.Features.Get<PublicArea>()!;
    protected CancellationToken Stop => Context.RequestAborted;
    protected IReadOnlyCollection<BodyInfo> Bodies => bodies.Values;

    protected async Task LoadBodies() => bodies = (await Directory.Bodies(Stop)).ToDictionary(b => b.Id);

    /// <summary>As lists call it.</summary>
    protected string Body(Guid id) => bodies.TryGetValue(id, out var body) ? body.ShortName : "–";

    protected BodyInfo? WholeBody(Guid id) => bodies.GetValueOrDefault(id);

    /// <summary>A number of a page from the address, never below the first.</summary>
    protected static int PageOf(int? asked) => Math.Max(1, asked ?? 1);

    /// <summary>A year that a date can have; null when nobody asked for one.</summary>
    protected static int? YearOf(int? asked) => asked is > 0 and < 10_000 ? asked : null;
}
