using Samverk.Shared;

namespace Samverk.Meetings.Desk;

/// <summary>What a matter is on the agenda for.</summary>
public enum ItemKind { Formality, Information, Discussion, Decision }

/// <summary>What somebody says of a matter on the agenda.</summary>
/// <param name="Minutes">How long it may take; null when nobody has said.</param>
/// <param name="Proposal">The proposed decision, as the body's own sentence: 'ställer sig bakom …'.</param>
public sealed record ItemFacts(string Title, ItemKind Kind, string? Presenter, int? Minutes, string? Proposal, Restriction? Restriction = null);

/// <summary>Why not everybody may read it: the law that says so (OSL chapter and section) and the reason.</summary>
public sealed record Restriction(string Law, string Reason);

/// <summary>
/// A matter of a meeting that is held here, from its first agenda until the minutes are adjusted: then it stands in the
/// record as an <see cref="AgendaItem"/>. Its place in the order is its § in the minutes.
/// </summary>
internal sealed class DraftItem : IOwned
{
    public const int LongestTitle = 300;

    DraftItem() { }

    public DraftItem(Meeting meeting, int position, ItemFacts facts, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Meeting, Position, AddedAt, AddedBy) = (meeting.Area, meeting.Owner, meeting.Id, position, at, by);
        Change(facts);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    /// <summary>0, 1, 2 … The § is one more.</summary>
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
    public ItemKind Kind { get; private set; }
    public string? Presenter { get; private set; }
    public int? Minutes { get; private set; }
    public string? Proposal { get; private set; }
    public string? RestrictedBy { get; private set; }
    public string? RestrictedFor { get; private set; }
    /// <summary>The entry of the backlog that it was taken from.</summary>
    public Guid? Backlog { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public Guid? AddedBy { get; private set; }
    /// <summary>Raised by every change of its facts or notes: who writes says which one they read.</summary>
    public int Version { get; private set; } = 1;
    /// <summary>When it was taken up and left at the meeting.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public string Number => SwedishText.Figure(Position + 1);

    public Restriction? Restriction => RestrictedBy is null ? null : new(RestrictedBy, RestrictedFor ?? "");

    public static Refusal? MayBe(ItemFacts facts) =>
        TextRules.Trimmed(facts.Title) is not { } title ? new("title-missing", "Rubrik saknas. Skriv vad punkten gäller.")
        : title.Length > LongestTitle ? new("title-long", $"Rubriken är längre än {LongestTitle} tecken. Korta den.")
        : facts.Minutes is < 0 or > 600 ? new("minutes-odd", "Tiden ska vara mellan 0 och 600 minuter.")
        : facts.Restriction is { } restriction && TextRules.Trimmed(restriction.Law) is null ? new("law-missing", "Lagrum saknas. Skriv vilken paragraf som gör punkten sekretessbelagd, till exempel 25 kap. 1 § OSL.")
        : null;

    public void Change(ItemFacts facts)
    {
        Refusal.Heed(MayBe(facts));
        (Title, Kind, Presenter, Minutes, Proposal) = (facts.Title.Trim(), facts.Kind, TextRules.Trimmed(facts.Presenter), facts.Minutes, TextRules.Trimmed(facts.Proposal));
        (RestrictedBy, RestrictedFor) = (TextRules.Trimmed(facts.Restriction?.Law), TextRules.Trimmed(facts.Restriction?.Reason));
        Touch();
    }

    public void TakenFrom(Guid backlog) => Backlog = backlog;

    public void MoveTo(int position) => Position = position;

    public void Open(DateTimeOffset at) => (OpenedAt, ClosedAt) = (OpenedAt ?? at, null);

    public void Close(DateTimeOffset at) => ClosedAt = at;

    public void Touch() => Version++;
}
