using Microsoft.AspNetCore.DataProtection;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>The verbs that people use, done on the days of a story: for an invented world.</summary>
/// <param name="then">The clock of the story.</param>
public sealed class DemoDisputes(IServiceProvider services, TimeProvider then)
{
    const string Site = "http://127.0.0.1";

    public async Task SetLadder(Guid agreement, IReadOnlyList<LadderStep> steps, Actor secretary, CancellationToken ct) =>
        Refusal.Heed(await new LadderKeeper(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>(), then).Set(agreement, steps, 0, secretary, ct));

    /// <summary>Raises a dispute; the letters count as sent, since nobody is there to get them.</summary>
    public async Task<Guid> Raise(Guid agreement, RaisedDispute raised, Actor by, CancellationToken ct)
    {
        var (id, no) = await Keeper().Raise(agreement, raised, Site, by, ct);
        Refusal.Heed(no);
        await Tell(id!.Value, ct);
        return id.Value;
    }

    public async Task State(Guid id, Guid party, string words, Actor registrar, CancellationToken ct) => Refusal.Heed(await Keeper().Write(id, party, new(words, null), isSent: true, null, registrar, ct));

    public async Task Draft(Guid id, Guid party, string words, Actor registrar, CancellationToken ct) => Refusal.Heed(await Keeper().Write(id, party, new(words, null), isSent: false, null, registrar, ct));

    public async Task Act(Guid id, SaidAct said, Actor by, CancellationToken ct)
    {
        Refusal.Heed(await Keeper().Act(id, said, null, by, ct));
        await Tell(id, ct);
    }

    /// <summary>What the outbox does on that day.</summary>
    public async Task Tell(Guid id, CancellationToken ct)
    {
        var (db, work) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>());
        var post = new Post(db, services.GetRequiredService<MailSettings>(), services.GetRequiredService<IDataProtectionProvider>(), then);
        await new DisputeDays(db, work, post, services.GetRequiredService<OfficialMailboxes>(), services.GetRequiredService<BodyMembers>(), services.GetRequiredService<DisputeViews>(), then).Look(id, ct);
        await work.Must(() => post.LetBeSent(DisputeDays.LetterKind, ct), ct);
    }

    DisputeKeeper Keeper() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>(), services.GetRequiredService<MeetingsLists>(), then);
}
