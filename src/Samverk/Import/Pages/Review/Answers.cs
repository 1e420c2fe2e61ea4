namespace Samverk.Import.Pages;

/// <summary>Puts the posted answers onto a review. Who somebody is stands in one place only: in the question when one is asked, else at the name.</summary>
static class Answers
{
    const string Seen = "ok";

    public static void Read(IFormCollection form, Review review)
    {
        for (var i = 0; i < review.Attendance.Count; i++)
        {
            if (Asked(review, i) is null && form.TryGetValue(WhoField(i), out var chosen))
                review.Attendance[i].Who = string.IsNullOrEmpty(chosen[0]) ? null : chosen[0];
        }
        for (var i = 0; i < review.Questions.Count; i++)
            ReadOne(form, review, review.Questions[i], $"Questions[{i}].Answer");
    }

    public static string WhoField(int index) => $"Attendance[{index}].Who";

    /// <summary>The question about who a name is, null when nobody wonders.</summary>
    public static ReviewQuestion? Asked(Review review, int index) => review.Questions.Find(q => q.Field == WhoField(index));

    static void ReadOne(IFormCollection form, Review review, ReviewQuestion question, string name)
    {
        if (question.Field is nameof(Review.Body))
            question.Answer = review.Body is not null || (review.NewBody && !string.IsNullOrWhiteSpace(review.BodyName)) ? Seen : null;
        else if (question is { Field: nameof(Review.Date), Choices: [] })
            question.Answer = review.Day is null ? null : review.Date;
        else if (!form.TryGetValue(name, out var values))
            return;
        else if (question.Field is null)
            question.Answer = values.Contains(Seen) ? Seen : null;
        else if (question.Choices.Exists(c => c.Value == values[0]))
            Choose(review, question, values[0]!);
    }

    static void Choose(Review review, ReviewQuestion question, string chosen)
    {
        var isNew = question.Answer != chosen;
        question.Answer = chosen;
        if (isNew && chosen.Length > 0 && question.Field is nameof(Review.Date))
            review.Date = chosen;
        if (isNew && chosen.Length > 0 && review.NextMeetings.Select((m, i) => (Meeting: m, i)).FirstOrDefault(x => question.Field == $"{nameof(Review.NextMeetings)}[{x.i}].Date").Meeting is { } next)
            next.Date = chosen;
        var index = Enumerable.Range(0, review.Attendance.Count).FirstOrDefault(i => WhoField(i) == question.Field, -1);
        if (index >= 0)
            review.Attendance[index].Who = chosen.Length == 0 ? null : chosen;
    }
}
