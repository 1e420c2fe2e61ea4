using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Texts;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>The letters of a consultation: to official mailboxes, bodies and those outside; reminding by rule, ended by an answer.</summary>
[Trait("database", "both")]
public sealed class ConsultationLetterTests(WorldOnce once)
{
    [Fact]
    public async Task Each_consultee_gets_the_sealed_text_and_a_link_and_those_outside_the_address_to_answer_to()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Prepare(world);
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example");
        Assert.Null(await site.Services.GetRequiredService<OneArea>().Do(asking.By.Area, s => s.GetRequiredService<ConsultationSender>().Open(asking.Id, "http://test", asking.By, default)));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var text = await world.In(s => s.GetRequiredService<TextLists>().Pdf(asking.Agreement.Agreement, 1, default));
        var (here, outside) = (0, 0);
        foreach (var _ in (await asking.View()).Consultees.Where(c => c.AskedAt is not null))
        {
            var mail = await ArrivedMail.Next(server);
            Assert.Equal(text, mail.Parts.Single(p => p.Type.StartsWith("application/pdf", StringComparison.Ordinal)).Bytes);
            Assert.Contains("Svara senast 18 december 2026", mail.Text, StringComparison.Ordinal);
            if (mail.Text.Contains($"http://test/remisser/{asking.Id}/svar", StringComparison.Ordinal))
                here++;
            if (mail.Text.Contains("Svara med mejl till remisser@bergslunda.example", StringComparison.Ordinal))
                outside++;
        }
        Assert.Equal(1, outside);
        Assert.True(here >= 3, $"{here} were told where to answer");
    }

    [Fact]
    public async Task Who_does_not_answer_is_reminded_by_rule_each_before_its_own_last_day_and_an_answer_ends_it()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        async Task<int> Reminded(string name) => (await asking.Of(name)).Reminders;
        Assert.Null(await asking.Extend("Askviks kommun", Asking.LastDay.AddDays(14), "Nämnden"));
        await Asking.Until(world, Asking.LastDay.AddDays(-8));
        Assert.All((await asking.View()).Consultees, c => Assert.Equal(0, c.Reminders));
        await Asking.Until(world, Asking.LastDay.AddDays(-7));
        Assert.Equal((1, 1, 0), (await Reminded("Granåkers kommun"), await Reminded(Asking.Union), await Reminded("Askviks kommun")));
        Assert.Null(await asking.Write("Granåkers kommun", Asking.Answer(Stance.NoRemarks), AnswerStep.Send, await asking.Person("Granåkers kommun")));
        await Asking.Until(world, Asking.LastDay.AddDays(-1));
        Assert.Equal((1, 2, 0), (await Reminded("Granåkers kommun"), await Reminded(Asking.Union), await Reminded("Askviks kommun")));
        await Asking.Until(world, Asking.LastDay.AddDays(7));
        Assert.Equal((1, 2, 1), (await Reminded("Granåkers kommun"), await Reminded(Asking.Union), await Reminded("Askviks kommun")));
    }

    [Fact]
    public async Task A_reminder_by_hand_goes_to_those_who_are_silent_and_the_one_who_gets_longer_is_told_why()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        Assert.Null(await asking.Write("Granåkers kommun", Asking.Answer(Stance.NoRemarks), AnswerStep.Send, await asking.Person("Granåkers kommun")));
        await Asking.Until(world, new(2026, 11, 30));
        var receivers = await world.In(async s => await s.GetRequiredService<ConsultationSender>().Receivers(await asking.View(), reminding: true, default));
        Assert.DoesNotContain("Granåkers kommun", receivers.Select(r => r.Consultee.Name));
        Task<Refusal?> Remind(params Guid[] to) => world.In(s => s.GetRequiredService<ConsultationSender>().Remind(asking.Id, to, "http://test", asking.By, default));
        Assert.Equal("nothing-chosen", (await Remind((await asking.Of("Granåkers kommun")).Id))?.Code);
        Assert.Null(await Remind((await asking.Of(Asking.Union)).Id));
        Assert.Equal("nothing-chosen", (await Remind((await asking.Of(Asking.Union)).Id))?.Code);
        Assert.Null(await asking.Extend(Asking.Union, Asking.LastDay.AddDays(7), "Kongressen är i november."));
        var union = (await asking.Of(Asking.Union)).Id;
        var subjects = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.About == union).OrderBy(m => m.CreatedAt).Select(m => m.Subject).ToListAsync());
        Assert.Equal([$"Remiss: {Adopting.Name}", $"Påminnelse om remiss: {Adopting.Name}", $"Längre tid för remiss: {Adopting.Name}"], subjects);
    }
}
