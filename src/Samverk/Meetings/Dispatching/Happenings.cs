using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings.Dispatching;

/// <summary>Adjusted minutes were sent to a principal's official mailbox.</summary>
[DisplayName("Protokoll expedierat")]
public sealed record MinutesDispatched(Guid Meeting, Guid Dispatch, string Number, string OrganisationName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet expedierades till {OrganisationName} ({Number})";
}

[DisplayName("Expediering skickad igen")]
public sealed record DispatchSentAgain(Guid Meeting, Guid Dispatch, string Number, string OrganisationName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet skickades igen till {OrganisationName} ({Number})";
}

[DisplayName("Expediering gick inte fram")]
public sealed record DispatchFailed(Guid Meeting, Guid Dispatch, string Number, string OrganisationName, string Problem, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet gick inte fram till {OrganisationName} ({Number}): {Problem}";
}

[DisplayName("Expediering mottagen")]
public sealed record DispatchReceived(Guid Meeting, Guid Dispatch, string Number, string OrganisationName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"{OrganisationName} tog emot protokollet ({Number})";
}

/// <summary>The receiver registered the minutes under its own case number.</summary>
[DisplayName("Expediering registrerad")]
public sealed record DispatchRegistered(Guid Meeting, Guid Dispatch, string Number, string OrganisationName, string? CaseNumberBefore, string CaseNumber, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"{OrganisationName} registrerade protokollet ({Number}) som {CaseNumber}";
    public override IReadOnlyList<Change> Changed => [.. new[] { Change.Of("Mottagarens diarienummer", CaseNumberBefore, CaseNumber) }.OfType<Change>()];
}
