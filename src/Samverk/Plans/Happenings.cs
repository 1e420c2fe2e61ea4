using Samverk.Shared;

namespace Samverk.Plans;

public sealed record AssignmentReported(Guid Assignment, Guid Body, string Text, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => "Uppdraget redovisades";
}
