using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Public.Feedback;

/// <summary>What somebody wrote about the accessibility of the public site; a public record of the region's once it is here.</summary>
internal sealed class AccessibilityFeedback : Remembering, IOwned
{
    AccessibilityFeedback() { }

    public AccessibilityFeedback(Guid area, Guid owner, string text, string? page, string? mail, DateTimeOffset at)
    {
        (Area, Owner, Text, Page, Mail, At) = (area, owner, text, page, mail, at);
        Remember(new FeedbackReceived(Id, at, null));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>The page that it is about, as typed.</summary>
    public string? Page { get; private set; }
    /// <summary>Where an answer is wanted; null when none is.</summary>
    public string? Mail { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? HandledAt { get; private set; }
    public Guid? HandledBy { get; private set; }

    public void Handle(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(HandledAt is null ? null : new("already-handled", "Synpunkten är redan avslutad."));
        (HandledAt, HandledBy) = (at, by);
        Remember(new FeedbackHandled(Id, at, by));
    }
}

[OnlyInLog]
[DisplayName("Synpunkt på tillgänglighet mottagen")]
public sealed record FeedbackReceived(Guid Feedback, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Feedback;
    public override string Words => "En synpunkt på webbplatsens tillgänglighet kom in";
}

[OnlyInLog]
[DisplayName("Synpunkt på tillgänglighet avslutad")]
public sealed record FeedbackHandled(Guid Feedback, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Feedback;
    public override string Words => "En synpunkt på webbplatsens tillgänglighet avslutades";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Inkommen", "Avslutad")];
}
