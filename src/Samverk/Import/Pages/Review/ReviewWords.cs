namespace Samverk.Import.Pages;

/// <summary>The values that a reading uses, and the words that a person chooses among.</summary>
static class ReviewWords
{
    public static IReadOnlyList<ReviewChoice> Decisions { get; } =
    [
        new("decision", "Beslut"), new("approval", "Godkännande"), new("endorsement", "Ställer sig bakom"), new("recommendation", "Rekommendation"),
        new("election", "Val"), new("deferral", "Skjuts fram"), new("referralBack", "Återremiss"),
    ];

    public static IReadOnlyList<ReviewChoice> Roles { get; } =
    [
        new("chair", "Ordförande"), new("secretary", "Sekreterare"), new("member", "Ledamot"), new("deputy", "Ersättare"), new("guest", "Inbjuden"), new("participant", "Deltagare"),
    ];

    public static IReadOnlyList<ReviewChoice> Presences { get; } = [new("present", "Närvarande"), new("partial", "En del av mötet"), new("absent", "Frånvarande")];

    public static IReadOnlyList<ReviewChoice> Agreements { get; } =
    [
        new("mentioned", "Nämns"), new("in-preparation", "Bereds"), new("under-consultation", "På remiss"), new("endorsed", "Organet ställer sig bakom"),
        new("recommended-for-adoption", "Rekommenderas för antagande"), new("adopted", "Antagen"), new("needs-revision", "Behöver ses över"),
    ];

    public static IReadOnlyList<ReviewChoice> Formats { get; } = [new("", "Inte angivet"), new("onsite", "På plats"), new("digital", "Digitalt"), new("hybrid", "På plats och digitalt")];

    public static IReadOnlyList<ReviewChoice> Kinds { get; } =
        [new("", "Inte angivet"), new("protokoll", "Protokoll"), new("mötesanteckningar", "Mötesanteckningar"), new("minnesanteckningar", "Minnesanteckningar")];

    /// <summary>The words of a value; a value that nobody knows is shown as it is.</summary>
    public static string Of(IReadOnlyList<ReviewChoice> choices, string? value) => choices.FirstOrDefault(c => c.Value == (value ?? ""))?.Words ?? value ?? "";
}
