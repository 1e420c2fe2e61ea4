namespace Samverk.Plans;

/// <summary>The Swedish words of assignments.</summary>
public static class AssignmentWords
{
    public static string Words(this AssignmentState state) => state switch
    {
        AssignmentState.Given => "Givet",
        AssignmentState.Accepted => "Mottaget",
        AssignmentState.Reported => "Redovisat",
        AssignmentState.Approved => "Godkänt",
        AssignmentState.Forwarded => "Skickat vidare",
        AssignmentState.Withdrawn => "Återtaget",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this AssignmentKind kind) => kind switch
    {
        AssignmentKind.Task => "Uppdrag",
        AssignmentKind.Question => "Fråga",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
