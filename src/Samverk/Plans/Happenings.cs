using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Plans;

[DisplayName("Uppdrag givet")]
public sealed record AssignmentGiven(Guid Assignment, Guid Body, string Text, string? To, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => To is null ? "Uppdraget gavs" : $"Uppdraget gavs till {To}";
}

[DisplayName("Uppdrag mottaget")]
public sealed record AssignmentAccepted(Guid Assignment, Guid Body, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => "Uppdraget togs emot";
}

[DisplayName("Uppdrag redovisat")]
public sealed record AssignmentReported(Guid Assignment, Guid Body, string Text, string Report, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => "Uppdraget redovisades";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Öppet", "Redovisat"), new("Redovisning", null, Report)];
}

[DisplayName("Redovisning godkänd")]
public sealed record AssignmentApproved(Guid Assignment, Guid Body, Guid? Meeting, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => "Organet godkände redovisningen";
}

[DisplayName("Uppdrag skickat vidare")]
public sealed record AssignmentForwarded(Guid Assignment, Guid Body, string? From, string To, string? Text, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"Uppdraget skickades vidare till {To}{(Text is null ? "" : $": {Text}")}";
    public override IReadOnlyList<Change> Changed => [new("Vem", From, To)];
}

[DisplayName("Uppdrag återtaget")]
public sealed record AssignmentWithdrawn(Guid Assignment, Guid Body, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"Uppdraget togs tillbaka: {Reason}";
}
