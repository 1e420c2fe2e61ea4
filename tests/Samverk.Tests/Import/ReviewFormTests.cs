using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Samverk.Import;
using Samverk.Import.Pages;
using Samverk.Shared;

namespace Samverk.Tests.Import;

public sealed class ReviewFormTests
{
    readonly Review review = new()
    {
        Date = "2019-03-15",
        BodyName = "Samverkansrådet",
        Attendance = [new() { Name = "Kjell Ås" }, new() { Name = "Aida Begić", Role = "member" }],
        Decisions = [new() { Text = "Rådet godkänner rutinen.", Kind = "approval", Item = "4" }],
        Questions =
        [
            new() { Code = "who", Text = "Vem?", Field = "Attendance[0].Who", Choices = [new("person:1", "Kjell Åhs"), new("new", "Ny person"), new("", "Vet inte")] },
            new() { Code = "weekday-date", Text = "Stämmer dagen?" },
        ],
    };

    void Post(params (string Name, string Value)[] fields) =>
        ReviewForm.Read(new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]))), review);

    [Fact]
    public void Only_posted_fields_change()
    {
        Post(("Decisions[0].Kind", "decision"));
        Assert.Equal(("decision", "Rådet godkänner rutinen.", "4", "2019-03-15"), (review.Decisions[0].Kind, review.Decisions[0].Text, review.Decisions[0].Item, review.Date));
    }

    [Fact]
    public void An_emptied_field_is_nothing()
    {
        Post(("Date", " "), ("Decisions[0].Item", ""));
        Assert.Equal((null, null), (review.Date, review.Decisions[0].Item));
    }

    [Fact]
    public void A_fact_is_taken_out_and_put_back()
    {
        Post(("Decisions[0].Removed", "true"), ("Decisions[0].Removed", "false"));
        Assert.True(review.Decisions[0].Removed);
        Post(("Decisions[0].Removed", "false"));
        Assert.False(review.Decisions[0].Removed);
    }

    [Fact]
    public void The_row_after_the_last_adds_a_decision_only_when_it_has_a_text()
    {
        Post(("Decisions[1].Text", ""), ("Decisions[1].Kind", "decision"));
        Assert.Single(review.Decisions);
        Post(("Decisions[1].Text", "Rådet väljer Aida."), ("Decisions[1].Kind", "election"));
        Assert.Equal(("Rådet väljer Aida.", "election"), (review.Decisions[1].Text, review.Decisions[1].Kind));
    }

    [Fact]
    public void Keeping_the_same_added_row_twice_changes_it_and_adds_none()
    {
        Post(("Decisions[1].Text", "Rådet"));
        Post(("Decisions[1].Text", "Rådet väljer Aida."));
        Assert.Equal(["Rådet godkänner rutinen.", "Rådet väljer Aida."], review.Decisions.Select(d => d.Text));
    }

    [Fact]
    public void A_row_far_beyond_the_last_is_ignored()
    {
        Post(("Decisions[7].Text", "Rådet väljer Aida."));
        Assert.Single(review.Decisions);
    }

    [Fact]
    public void Masked_personal_data_that_comes_back_as_shown_is_left_as_it_was()
    {
        review.Decisions[0].Text = "Ersättning till 19121212-1212 betalas.";
        Post(("Decisions[0].Text", PersonalDataMask(review.Decisions[0].Text)));
        Assert.Equal("Ersättning till 19121212-1212 betalas.", review.Decisions[0].Text);
    }

    [Fact]
    public void The_answer_about_a_name_says_who_it_is()
    {
        Post(("Questions[0].Answer", "person:1"));
        Assert.Equal(("person:1", "person:1"), (review.Questions[0].Answer, review.Attendance[0].Who));
    }

    [Fact]
    public void Not_knowing_who_is_an_answer_too()
    {
        Post(("Questions[0].Answer", ""));
        Assert.Equal(("", null), (review.Questions[0].Answer, review.Attendance[0].Who));
    }

    [Fact]
    public void An_answer_that_was_not_offered_is_no_answer()
    {
        Post(("Questions[0].Answer", "person:2"));
        Assert.Null(review.Questions[0].Answer);
    }

    [Fact]
    public void A_name_that_nobody_wonders_about_is_chosen_at_the_name()
    {
        Post(("Attendance[1].Who", "new"), ("Attendance[0].Who", "new"));
        Assert.Equal((null, "new"), (review.Attendance[0].Who, review.Attendance[1].Who));
    }

    [Fact]
    public void A_remark_is_ticked_and_unticked()
    {
        Post(("Questions[1].Answer", "ok"), ("Questions[1].Answer", ""));
        Assert.Equal("ok", review.Questions[1].Answer);
        Post(("Questions[1].Answer", ""));
        Assert.Null(review.Questions[1].Answer);
    }

    [Fact]
    public void The_question_about_the_body_is_answered_by_choosing_one()
    {
        review.Questions.Add(new() { Code = "unknown-body", Field = "Body" });
        Post(("Body", ""));
        Assert.Null(review.Questions[2].Answer);
        var body = Ids.Next();
        Post(("Body", body.ToString("D")));
        Assert.Equal((body, "ok"), (review.Body, review.Questions[2].Answer));
        Post(("Body", "new"), ("BodyName", "Tvärgruppen"));
        Assert.Equal((null, true, "Tvärgruppen", "ok"), (review.Body, review.NewBody, review.BodyName, review.Questions[2].Answer));
    }

    [Fact]
    public void A_day_chosen_among_the_likely_ones_becomes_the_date_and_a_later_typed_one_wins()
    {
        review.Questions.Add(new() { Code = "weekday-date", Field = "Date", Choices = [new("2019-03-15", "Fredag"), new("2019-03-18", "Måndag"), new("", "En annan dag")] });
        Post(("Date", "2019-03-15"), ("Questions[2].Answer", "2019-03-18"));
        Assert.Equal(("2019-03-18", "2019-03-18"), (review.Date, review.Questions[2].Answer));
        Post(("Date", "2019-03-19"), ("Questions[2].Answer", "2019-03-18"));
        Assert.Equal("2019-03-19", review.Date);
    }

    [Fact]
    public void A_coming_meetings_day_is_chosen_in_the_same_way()
    {
        review.NextMeetings.Add(new() { Date = "2019-05-02" });
        review.Questions.Add(new() { Code = "weekday-date", Field = "NextMeetings[0].Date", Choices = [new("2019-05-03", "Fredag"), new("", "En annan dag")] });
        Post(("Questions[2].Answer", "2019-05-03"));
        Assert.Equal("2019-05-03", review.NextMeetings[0].Date);
    }

    [Fact]
    public void Another_organisation_by_name_lets_go_of_the_matched_one()
    {
        review.Attendance[0].Organisation = Ids.Next();
        Post(("Attendance[0].OrganisationName", "Tallmora"));
        Assert.Equal((null, "Tallmora"), (review.Attendance[0].Organisation, review.Attendance[0].OrganisationName));
    }

    static string PersonalDataMask(string text)
    {
        var masked = PersonalData.Mask(text);
        Assert.NotEqual(text, masked);
        return masked;
    }
}
