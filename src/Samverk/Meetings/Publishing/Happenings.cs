using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>The minutes of a meeting were made public.</summary>
/// <param name="Hidden">How many names, addresses and numbers are masked.</param>
[DisplayName("Protokoll publicerat")]
public sealed record MinutesPublished(Guid Meeting, Guid Publication, string BodyName, DateOnly On, int Hidden, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet från mötet i {BodyName} {On.InWords()} publicerades{(Hidden == 0 ? "" : Hidden == 1 ? " med en uppgift dold" : $" med {SwedishText.Word(Hidden)} uppgifter dolda")}";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Inläst", "Publicerat")];
}

/// <summary>The minutes of a meeting are no longer public.</summary>
[DisplayName("Protokoll avpublicerat")]
public sealed record PublicationWithdrawn(Guid Meeting, Guid Publication, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet från mötet {On.InWords()} avpublicerades";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Publicerat", "Inläst")];
}
