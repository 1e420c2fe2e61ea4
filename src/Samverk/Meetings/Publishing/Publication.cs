using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>What a mask hides.</summary>
public enum MaskKind { Name, Email, Telephone, PersonalNumber, NumberLikePersonal, Address }

/// <summary>What somebody decided about a finding: it is shown, or it is hidden wherever it stands.</summary>
public sealed record DecidedMask(MaskKind Kind, string Text, bool IsHidden);

/// <summary>The act that makes the minutes of a meeting public: by whom, when and with which masks; and its withdrawal.</summary>
internal sealed class Publication : IOwned
{
    readonly List<PublishedMask> masks = [];

    Publication() { }

    public Publication(Meeting meeting, IReadOnlyList<DecidedMask> decided, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Meeting, Body, At, By) = (meeting.Area, meeting.Owner, meeting.Id, meeting.Body, at, by);
        masks.AddRange(decided.Select((mask, i) => new PublishedMask(Area, Id, i, mask)));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Body { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }
    /// <summary>Null while it is public.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public IReadOnlyList<PublishedMask> Masks => masks;

    public void Withdraw(DateTimeOffset at, Guid? by) => (WithdrawnAt, WithdrawnBy) = (at, by);
}

/// <summary>A finding in the minutes and what was decided about it, kept with the publication that it was decided for.</summary>
internal sealed class PublishedMask : IInArea
{
    PublishedMask() { }

    public PublishedMask(Guid area, Guid publication, int position, DecidedMask mask) =>
        (Area, Publication, Position, Kind, Text, IsHidden) = (area, publication, position, mask.Kind, mask.Text, mask.IsHidden);

    public Guid Area { get; private set; }
    public Guid Publication { get; private set; }
    public int Position { get; private set; }
    public MaskKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public bool IsHidden { get; private set; }
}
