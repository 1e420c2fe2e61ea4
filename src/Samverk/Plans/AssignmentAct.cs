using Samverk.Shared;

namespace Samverk.Plans;

/// <summary>One thing that was done with an assignment: who, when, in what words. The latest says how far it has come.</summary>
internal sealed class AssignmentAct(Guid area, Guid assignment, AssignmentState state, string? text, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Assignment { get; private set; } = assignment;
    /// <summary>What it made of the assignment.</summary>
    public AssignmentState State { get; private set; } = state;
    /// <summary>The report, the reason, the decision, or what was said when it was passed on.</summary>
    public string? Text { get; private set; } = text;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
    /// <summary>Who has it from then on.</summary>
    public string? ToName { get; private set; }
    public Guid? ToPerson { get; private set; }
    public Guid? ToOrganisation { get; private set; }
    /// <summary>The meeting that approved it, or that was told.</summary>
    public Guid? Meeting { get; private set; }
    /// <summary>The § there.</summary>
    public string? Item { get; private set; }

    public void To(string? name, Guid? person, Guid? organisation) => (ToName, ToPerson, ToOrganisation) = (name, person, organisation);

    public void Of(Guid? meeting, string? item) => (Meeting, Item) = (meeting, item);
}
