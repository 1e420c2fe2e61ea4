using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Plans;

[DisplayName("Uppdrag redovisat")]
public sealed record AssignmentReported(Guid Assignment, Guid Body, string Text, string Report, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => "Uppdraget redovisades";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Öppet", "Redovisat"), new("Redovisning", null, Report)];
}
