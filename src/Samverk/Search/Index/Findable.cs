using System.Text;

namespace Samverk.Search;

/// <summary>Something that is to be found.</summary>
/// <param name="Follows">What it is made anew with.</param>
/// <param name="Note">Shown beside the title; of a decision and a body it is a number or a code, and weighs as much.</param>
/// <param name="IsNamed">The title is a name or a heading, and weighs more than text; else it is only how the text begins.</param>
sealed record Findable(Guid Follows, ThingKind Kind, Guid Thing, Guid? Body, DateOnly? On, string Title, string? Note, string Text, bool IsNamed = true)
{
    const int LongestTitle = 140;

    /// <summary>A text that has no title is called by how it begins.</summary>
    public static string Beginning(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongestTitle)
            return line;
        var cut = line.LastIndexOf(' ', LongestTitle);
        return line[..(cut > LongestTitle / 2 ? cut : LongestTitle)] + " …";
    }

    /// <summary>Lines that have something, as one text.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)));

    public Entry Entry(Guid area, long number) => new(area, number, Follows, Kind, Thing, Body, On, Whole(Title), Note, Whole(Text));

    // Letters in one piece, so that places in what is shown and in what is searched are the same.
    static string Whole(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
}
