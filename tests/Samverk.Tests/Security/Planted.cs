using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;
using KeptReading = Samverk.Import.Reading;

namespace Samverk.Tests.Security;

/// <summary>Plants what would run, were it not written out as text, in every text that somebody can type or hand over.</summary>
static class Planted
{
    /// <summary>Out of an attribute, out of a field, out of a title; a picture and a script that tell the page when they run.</summary>
    public const string Markup = """x'"><img src=x onerror=window.planted=1 data-planted></textarea></title><script data-planted>window.planted=2</script>""";

    public const string Address = "javascript:window.planted=3";

    /// <summary>How the start of it stands in a page where all is well.</summary>
    public const string Encoded = "&gt;&lt;img src=x onerror=window.planted=1";

    const string Minutes = """
        Protokoll Chefsgruppen

        Tid: Fredag den 27 november 2026 kl. 9.00–12.00
        Plats: Sal Åsen

        Närvarande:
        Helena Wikmark	Region Bergslunda

        1. Mötet öppnas
        Mötet öppnas.
        """;

    /// <returns>A document under review and one that is confirmed, with plants in every field.</returns>
    public static async Task<(Guid Batch, Guid Open, Guid Confirmed)> InMinutes(TestWorld world, Actor by)
    {
        var files = new HandedOver[] { new($"{Markup}.txt", Encoding.UTF8.GetBytes(Minutes + Markup)), new($"{Address}.txt", Encoding.UTF8.GetBytes(Minutes + Address)) };
        var (batch, received) = await world.In(s => s.GetRequiredService<Importing>().Receive(Markup, files, by.Person, default));
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        await Change(world, by, received[0].Document, Fill);
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "CG").Id;
        await Change(world, by, received[1].Document, review =>
        {
            Fill(review);
            MakeConfirmable(review, body);
        });
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Confirm(received[1].Document, by, default)));
        return (batch, received[0].Document, received[1].Document);
    }

    static async Task Change(TestWorld world, Actor by, Guid document, Action<Review> change)
    {
        var (review, version) = await world.In(async s => ((await s.GetRequiredService<SamverkDb>().Set<KeptReading>().SingleAsync(r => r.Document == document)).Review,
            (await s.GetRequiredService<SamverkDb>().Set<Document>().SingleAsync(d => d.Id == document)).Version));
        change(review);
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Save(document, review, version, by, default)));
    }

    /// <summary>One of every kind of fact, and the plant in every text of it.</summary>
    static void Fill(Review review)
    {
        foreach (var list in typeof(Review).GetProperties().Where(p => p.PropertyType is { IsGenericType: true } t && t.GetGenericTypeDefinition() == typeof(List<>)))
        {
            var kind = list.PropertyType.GenericTypeArguments[0];
            if (kind == typeof(ReviewQuestion))
                continue;
            var facts = (System.Collections.IList)list.GetValue(review)!;
            facts.Add(Activator.CreateInstance(kind));
            foreach (var fact in facts)
                Write(fact);
        }
        Write(review);
        foreach (var question in review.Questions)
            (question.Text, question.Answer) = (Markup, Markup);
        review.Questions.Add(new() { Code = "plant", Text = Markup, Field = "Items[0].Title", Answer = Markup, Choices = [new(Markup, Markup)] });
    }

    static void Write(object of)
    {
        foreach (var text in of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string) && p.CanWrite))
            text.SetValue(of, Markup);
    }

    /// <summary>What has a form of its own (days, times, kinds) as it must be; texts stay planted.</summary>
    static void MakeConfirmable(Review review, Guid body)
    {
        (review.Body, review.NewBody, review.Date, review.AdjustedOn, review.Start, review.End) = (body, false, "2026-11-27", "2026-12-01", "9.00", "12.00");
        (review.Kind, review.Format) = ("minutes", "physical");
        review.Questions.Clear();
        review.Attendance.ForEach(a => (a.Role, a.Presence, a.Who) = ("participant", "present", "new"));
        // Two of the same new name would be asked about.
        review.Attendance.RemoveRange(1, review.Attendance.Count - 1);
        review.Items.ForEach(i => i.Number = "1");
        review.Items.RemoveRange(1, review.Items.Count - 1);
        review.Decisions.ForEach(d => (d.Kind, d.Item) = ("decision", "1"));
        review.Assignments.ForEach(a => (a.Due, a.Item) = ("2027-01-15", "1"));
        review.Deadlines.ForEach(d => (d.Date, d.Item) = ("2027-01-15", "1"));
        review.Agreements.ForEach(a => (a.Status, a.Item) = ("mentioned", "1"));
        review.Consultations.ForEach(c => (c.Deadline, c.Item) = ("2027-01-15", "1"));
        review.NextMeetings.ForEach(m => (m.Date, m.Start, m.End) = ("2027-02-15", "9.00", "12.00"));
        review.Asked.ForEach(a => a.Item = "1");
    }
}
