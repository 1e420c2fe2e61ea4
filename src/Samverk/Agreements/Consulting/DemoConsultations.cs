using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>The verbs that people use, done on the days of a story: for an invented world.</summary>
/// <param name="then">The clock of the story.</param>
public sealed class DemoConsultations(IServiceProvider services, TimeProvider then)
{
    const string Site = "http://127.0.0.1";

    /// <summary>Prepares a consultation and sends it out; the letters count as sent, since nobody is there to get them.</summary>
    public async Task<Guid> Send(Guid agreement, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> consultees, Actor secretary, CancellationToken ct)
    {
        var (id, no) = await Keeper().Create(agreement, facts, consultees, secretary, ct);
        Refusal.Heed(no);
        Refusal.Heed(await Sender().Open(id!.Value, Site, secretary, ct));
        await LetBeSent(ct);
        return id.Value;
    }

    public async Task<ConsultationView> View(Guid id, Actor secretary, CancellationToken ct) => (await Views().One(id, secretary, ct))!;

    public async Task Extend(Guid id, Guid consultee, DateOnly to, string reason, Actor secretary, CancellationToken ct)
    {
        Refusal.Heed(await Sender().Extend(id, consultee, to, reason, Site, secretary, ct));
        await LetBeSent(ct);
    }

    /// <summary>Writes, approves and sends an answer.</summary>
    /// <param name="people">Those who answer for the consultee: the second approves, when there is one.</param>
    public async Task Answer(Guid consultee, WrittenAnswer answer, IReadOnlyList<Actor> people, CancellationToken ct)
    {
        var responder = Responder();
        Refusal.Heed(await responder.Write(consultee, answer, null, people.Count > 1 ? AnswerStep.Submit : AnswerStep.Send, null, people[0], ct));
        if (people.Count > 1)
        {
            var edition = await services.GetRequiredService<SamverkDb>().Set<Response>().Where(r => r.Consultee == consultee).Select(r => r.Edition).SingleAsync(ct);
            Refusal.Heed(await responder.Approve(consultee, edition, people[1], ct));
        }
    }

    /// <summary>Begins an answer and leaves it as a draft.</summary>
    public async Task Draft(Guid consultee, WrittenAnswer answer, Actor by, CancellationToken ct) => Refusal.Heed(await Responder().Write(consultee, answer, null, AnswerStep.Keep, null, by, ct));

    public async Task Record(Guid id, Guid consultee, ReceivedAnswer received, Actor secretary, CancellationToken ct) => Refusal.Heed(await Keeper().Record(id, consultee, received, secretary, ct));

    /// <summary>Answers every remark, notes that it is closed, and compiles.</summary>
    public async Task Compile(Guid id, Func<RemarkRow, (string? Words, ReplyOutcome Outcome)> reply, Actor secretary, CancellationToken ct)
    {
        await Sender().Look(id, ct);
        var said = Compilation.Of(await View(id, secretary, ct), await Views().Answers(id, secretary, ct)).Places.SelectMany(p => p.Remarks).Select(r => r.Said);
        Refusal.Heed(await Keeper().Reply(id, [.. said.Select(r => (Said: r, Reply: reply(r))).Select(r => new WrittenReply(r.Said.Response, r.Said.Position, r.Reply.Words, r.Reply.Outcome))], secretary, ct));
        Refusal.Heed(await Keeper().Compile(id, secretary, ct));
    }

    Task LetBeSent(CancellationToken ct) => services.GetRequiredService<Work>().Must(() => Post().LetBeSent(ConsultationSender.LetterKind, ct), ct);

    ConsultationKeeper Keeper() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), then);

    ConsultationViews Views() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<AreaDirectory>(), then);

    Responder Responder() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<PlaceLists>(), services.GetRequiredService<BodyMembers>(), then);

    Post Post() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<MailSettings>(), services.GetRequiredService<IDataProtectionProvider>(), then);

    ConsultationSender Sender() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), Post(), services.GetRequiredService<OfficialMailboxes>(), services.GetRequiredService<BodyMembers>(), Views(), then);
}
