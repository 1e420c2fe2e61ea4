using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Reading;
using Samverk.Shared;

namespace Samverk.Import.Pages;

/// <summary>All that the page of one document shows. Public only because the parts of a page must be.</summary>
public sealed class ReviewView
{
    internal ReviewView(DocumentRow row, BatchRow batch, OriginalText original, Review review, int version, Known known) =>
        (Row, Batch, Original, Review, Version, Known) = (row, batch, original, review, version, known);

    internal DocumentRow Row { get; }
    internal BatchRow Batch { get; }
    internal OriginalText Original { get; }
    internal Review Review { get; }
    /// <summary>1 for the first document of the batch that is seen.</summary>
    internal int Place { get; init; }
    /// <summary>The version that the form carries; a save of an older one is refused.</summary>
    internal int Version { get; }
    internal Known Known { get; }
    /// <summary>The meeting that is in the record already, from another document.</summary>
    internal KnownMeeting? SameMeeting { get; init; }
    /// <summary>Why the person at the door may not confirm it; null when they may, or when the body is not known yet.</summary>
    internal Refusal? MayRecord { get; init; }

    internal bool MayFetch { get; init; }

    internal bool IsConfirmed => Row.State == DocumentState.Confirmed;
    internal int Answered => Review.Questions.Count(q => q.Answer is not null);
    /// <summary>The field stands with its question, and not again further down.</summary>
    internal bool Asks(string field) => Review.Questions.Exists(q => q.Field == field && q.Choices.Count == 0);
    internal static string Masked(string? text) => PersonalData.Mask(text ?? "");

    /// <summary>The numbers that a fact can stand under.</summary>
    internal IReadOnlyList<ReviewChoice> ItemChoices =>
        [new("", "Ingen punkt"), .. Review.Items.Where(i => i.Number is not null).DistinctBy(i => i.Number).Select(i => new ReviewChoice(i.Number!, $"§ {i.Number} {Masked(i.Title)}"))];

    /// <summary>The facts under an item, in the order of the text; those under none when the number is null or unknown.</summary>
    internal IEnumerable<(string List, int Index)> Under(string? number) =>
        Loose().Where(f => number is null ? !Review.Items.Exists(i => i.Number is not null && i.Number == f.Fact.Item) : f.Fact.Item == number)
            .OrderBy(f => f.Fact.Source.End == 0 ? int.MaxValue : f.Fact.Source.Start).Select(f => (f.List, f.Index));

    internal ReviewFact Fact(string list, int index) => Loose().First(f => f.List == list && f.Index == index).Fact;

    /// <summary>The words of a place in the text, masked and cut to a line.</summary>
    internal string Quote(Span source)
    {
        var whole = PersonalData.Mask(string.Join('\f', Original.Pages.Select(p => p.Text)));
        var words = string.Join(' ', string.Concat(whole.EnumerateRunes().Skip(source.Start).Take(Math.Min(source.End - source.Start, 160)).Select(r => r.ToString()))
            .Replace("~~", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return source.End - source.Start > 160 ? words + " …" : words;
    }

    IEnumerable<(string List, int Index, ReviewFact Fact)> Loose()
    {
        return Of(nameof(Review.Decisions), Review.Decisions).Concat(Of(nameof(Review.Assignments), Review.Assignments))
            .Concat(Of(nameof(Review.Deadlines), Review.Deadlines)).Concat(Of(nameof(Review.Agreements), Review.Agreements))
            .Concat(Of(nameof(Review.Consultations), Review.Consultations)).Concat(Of(nameof(Review.Asked), Review.Asked))
            .Concat(Of(nameof(Review.Attachments), Review.Attachments)).Concat(Of(nameof(Review.NextMeetings), Review.NextMeetings))
            .Concat(Of(nameof(Review.ProposedItems), Review.ProposedItems));

        static IEnumerable<(string, int, ReviewFact)> Of<T>(string list, List<T> facts) where T : ReviewFact =>
            facts.Select((f, i) => (list, i, (ReviewFact)f));
    }

    /// <summary>The original with every fact and question marked.</summary>
    internal MarkedOriginal Text => new(Original, ReviewMarks.Of(Review));
}

/// <summary>An original's text, masked, with marks laid over it. Public only because the parts of a page must be.</summary>
public sealed class MarkedOriginal
{
    /// <summary>The key of the one place that an address asks for.</summary>
    internal const string Place = "plats";

    internal MarkedOriginal(OriginalText original, IEnumerable<TextMark> marks)
    {
        var masked = PersonalData.Mask(string.Join('\f', original.Pages.Select(p => p.Text))).Split('\f');
        Pages = MarkedText.Lay([.. original.Pages.Select((p, i) => (p.Number, masked[i]))], marks);
    }

    internal MarkedOriginal(OriginalText original, int start, int end) : this(original, [new TextMark(Place, start, end)]) { }

    internal IReadOnlyList<TextPage> Pages { get; }
}

/// <summary>Where the facts and questions of a review stand in the text.</summary>
static class ReviewMarks
{
    public static IEnumerable<TextMark> Of(Review review) =>
        Questions(review, open: true).Concat(Head(review)).Concat(Facts(review)).Concat(Questions(review, open: false)).Where(m => m.End > m.Start);

    public static string Key(string list, int index) => $"{list}-{index}";

    // Of marks over the same words the first is the link: an open question before the fact, an answered one after it.
    static IEnumerable<TextMark> Questions(Review review, bool open) =>
        review.Questions.Select((q, i) => (q, i)).Where(x => (x.q.Answer is null) == open).Select(x => Mark(Key(nameof(Review.Questions), x.i), x.q.Source, unsure: open));

    static IEnumerable<TextMark> Head(Review review) =>
        review.Sources.Select(s => Mark(char.ToUpperInvariant(s.Key[0]) + s.Key[1..], s.Value));

    static IEnumerable<TextMark> Facts(Review r) =>
        Marks(nameof(Review.Attendance), r.Attendance)
            .Concat(Marks(nameof(Review.Items), r.Items)).Concat(Marks(nameof(Review.Decisions), r.Decisions))
            .Concat(Marks(nameof(Review.Assignments), r.Assignments)).Concat(Marks(nameof(Review.Deadlines), r.Deadlines))
            .Concat(Marks(nameof(Review.Agreements), r.Agreements)).Concat(Marks(nameof(Review.Consultations), r.Consultations))
            .Concat(Marks(nameof(Review.NextMeetings), r.NextMeetings)).Concat(Marks(nameof(Review.ProposedItems), r.ProposedItems))
            .Concat(Marks(nameof(Review.Asked), r.Asked)).Concat(Marks(nameof(Review.Attachments), r.Attachments));

    static IEnumerable<TextMark> Marks<T>(string list, List<T> facts) where T : ReviewFact =>
        facts.Select((f, i) => (f, i)).Where(x => !x.f.Removed).Select(x => Mark(Key(list, x.i), x.f.Source));

    static TextMark Mark(string key, Span source, bool unsure = false) => new(key, source.Start, source.End, unsure);
}
