namespace Samverk.Meetings.Evaluating;

/// <summary>A statement that is answered on a scale.</summary>
/// <param name="Key">Stable: years are compared by it.</param>
public sealed record EvaluationQuestion(string Key, string Words);

/// <summary>What every evaluation asks, so that years can be compared, and the body's own statements after that.</summary>
public static class EvaluationQuestions
{
    /// <summary>The key of the free text.</summary>
    public const string Text = "text";
    public const string TextWords = "Vad fungerar bra, och vad ska organet göra annorlunda?";
    public const int Lowest = 1, Highest = 5;

    public static IReadOnlyList<EvaluationQuestion> Standing { get; } =
    [
        new("preparation", "Ärendena är väl förberedda, så att det går att ta ställning."),
        new("notice", "Kallelse och handlingar kommer i god tid."),
        new("heard", "Alla kommer till tals."),
        new("decisions", "Besluten är tydliga."),
        new("followUp", "Det vi beslutar blir gjort och följs upp."),
    ];

    public static IReadOnlyList<EvaluationQuestion> With(IReadOnlyList<string> own) => [.. Standing, .. own.Select((words, i) => new EvaluationQuestion($"own{i + 1}", words))];

    /// <summary>What a number on the scale means; the ends have words.</summary>
    public static string Scale(int rating) => rating switch
    {
        Lowest => "1, stämmer inte alls",
        Highest => "5, stämmer helt",
        _ => $"{rating}",
    };
}
