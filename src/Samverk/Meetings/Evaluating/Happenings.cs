using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings.Evaluating;

[DisplayName("Utvärdering öppnad")]
public sealed record EvaluationOpened(Guid Evaluation, Guid Body, DateOnly LastDay, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"Utvärderingen av organet öppnades, för svar senast {LastDay.InWords()}";
}

[DisplayName("Utvärdering stängd")]
public sealed record EvaluationClosed(Guid Evaluation, Guid Body, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => "Utvärderingen av organet stängdes";
}
