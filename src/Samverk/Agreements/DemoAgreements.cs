using Microsoft.AspNetCore.DataProtection;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <summary>The verbs that people use, done on the days of a story: for an invented world.</summary>
/// <param name="then">The clock of the story.</param>
public sealed class DemoAgreements(IServiceProvider services, TimeProvider then)
{
    AgreementDays Days => services.GetRequiredService<AgreementDays>();
    AgreementViews Views => services.GetRequiredService<AgreementViews>();

    /// <summary>Puts up an agreement with its parties and first text.</summary>
    public async Task<Guid> PutUp(AgreementFacts facts, string text, bool isLocked, IReadOnlyList<ProposedParty> parties, Actor secretary, CancellationToken ct)
    {
        var (db, work, directory) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>());
        var keeper = new AgreementKeeper(db, work, directory, Days, then);
        var (id, no) = await keeper.Create(facts, text, secretary, ct);
        Refusal.Heed(no);
        Refusal.Heed(await keeper.Bind(id!.Value, parties, EffectRule.Default, (await Views.One(id.Value, secretary, ct))!.Edition, secretary, ct));
        if (isLocked)
            Refusal.Heed(await new TextKeeper(db, work, directory, services.GetRequiredService<Typeface>(), then).Lock(id.Value, 1, 1, secretary, ct));
        return id.Value;
    }

    /// <summary>Asks the principals to decide what somebody outside recommends.</summary>
    public async Task<Guid> Ask(RecommendationFacts facts, IReadOnlyList<ProposedParty> parties, Actor secretary, CancellationToken ct)
    {
        var (db, work, directory) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>());
        var keeper = new RecommendationKeeper(db, work, directory, new TextKeeper(db, work, directory, services.GetRequiredService<Typeface>(), then), new RoundOpener(db, directory, Days), then);
        var (id, no) = await keeper.Ask(facts, parties, secretary, ct);
        Refusal.Heed(no);
        return id!.Value;
    }

    /// <summary>Writes and locks the next version of the text.</summary>
    public async Task Revise(Guid agreement, int version, string text, string reason, Actor secretary, CancellationToken ct)
    {
        var texts = new TextKeeper(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>(), services.GetRequiredService<Typeface>(), then);
        Refusal.Heed(await texts.Begin(agreement, text, reason, secretary, ct));
        Refusal.Heed(await texts.Lock(agreement, version, 1, secretary, ct));
    }

    /// <summary>Sends the letters; they count as sent, since nobody is there to get them.</summary>
    public async Task Send(Guid agreement, Actor secretary, CancellationToken ct)
    {
        var (sender, view) = (Sender(), (await Views.One(agreement, secretary, ct))!);
        Refusal.Heed(await sender.Send(agreement, [.. (await sender.Receivers(view, reminding: false, ct)).Where(r => r.Mail is not null).Select(r => r.Adoption.Id)], "http://127.0.0.1", secretary, ct));
        await services.GetRequiredService<Work>().Must(() => Post().LetBeSent(RoundSender.LetterKind, ct), ct);
    }

    /// <summary>Reminds those who have not answered.</summary>
    public async Task Remind(Guid agreement, Actor secretary, CancellationToken ct)
    {
        var (sender, view) = (Sender(), (await Views.One(agreement, secretary, ct))!);
        Refusal.Heed(await sender.Remind(agreement, [.. (await sender.Receivers(view, reminding: true, ct)).Where(r => r is { Mail: not null, Adoption.PlannedOn: null }).Select(r => r.Adoption.Id)], "http://127.0.0.1", secretary, ct));
        await services.GetRequiredService<Work>().Must(() => Post().LetBeSent(RoundSender.LetterKind, ct), ct);
    }

    public async Task Decide(Guid adoption, PartyDecision decision, Actor registrar, CancellationToken ct) => Refusal.Heed(await Keeper().Decide(adoption, decision, null, null, registrar, ct));

    public async Task Plan(Guid adoption, DateOnly on, string committee, Actor registrar, CancellationToken ct) => Refusal.Heed(await Keeper().Plan(adoption, on, committee, registrar, ct));

    AdoptionKeeper Keeper() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), Days, then);

    Post Post() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<MailSettings>(), services.GetRequiredService<IDataProtectionProvider>(), then);

    RoundSender Sender() => new(services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), Post(), services.GetRequiredService<OfficialMailboxes>(), Views, services.GetRequiredService<AdjustingLists>(),
        services.GetRequiredService<MinutesPress>(), services.GetRequiredService<RoundPress>(), Days, then);
}
