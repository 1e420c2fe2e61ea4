using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Consulting.Pages;
using Samverk.Agreements.Disputes;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Pages;
using Samverk.Agreements.Papers;
using Samverk.Agreements.Texts;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements;

public static class Room
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) =>
        services.AddRegister<AgreementRegister, AgreementRow>().AddRegister<ConsultationRegister, ConsultationRow>().AddRegister<AdoptionRegister, AdoptionRow>().AddRegister<DisputeRegister, DisputeRow>().AddScoped<AgreementsRecord>().AddScoped<AgreementsLists>().AddScoped<AgreementsSearched>()
            .AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>().AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>().AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>()
            .AddScoped(provider => new AgreementKeeper(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<Work>(), provider.GetRequiredService<AreaDirectory>(), provider.GetRequiredService<AgreementDays>(), provider.GetRequiredService<TimeProvider>())).AddScoped<AgreementViews>().AddScoped<TextKeeper>().AddScoped<TextLists>()
            .AddScoped<RoundOpener>().AddScoped<RecommendationKeeper>().AddScoped<AgreementDays>().AddScoped<LedgerLists>().AddScoped<MatrixLists>()
            .AddScoped(provider => new AdoptionKeeper(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<Work>(), provider.GetRequiredService<AgreementDays>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new RecommendableSource(Texts))
            .AddSingleton<RoundPress>().AddScoped<Certificates>().AddScoped<AgreementFiles>()
            .AddScoped(provider => new RoundSender(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<Work>(), provider.GetRequiredService<Post>(), provider.GetRequiredService<OfficialMailboxes>(), provider.GetRequiredService<AgreementViews>(),
                provider.GetRequiredService<AdjustingLists>(), provider.GetRequiredService<MinutesPress>(), provider.GetRequiredService<RoundPress>(), provider.GetRequiredService<AgreementDays>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new OutboxHandler(Certificates.Kind, (provider, agreement, ct) => provider.GetRequiredService<Certificates>().Make(agreement, ct)))
            .AddSingleton(new OutboxHandler(AgreementDays.Kind, OnDay))
            .AddScoped<ConsultationViews>().AddScoped<ConsultationLists>().AddScoped<Compilations>().AddScoped<ConsultationKeeper>().AddScoped<ConsultationSender>().AddScoped<Responder>()
            .AddSingleton(new OutboxHandler(ConsultationSender.DayKind, (provider, consultation, ct) => provider.GetRequiredService<ConsultationSender>().Look(consultation, ct)))
            .AddScoped<DisputeViews>().AddScoped<DisputeLists>().AddScoped<LadderKeeper>().AddScoped<DisputeKeeper>().AddScoped<DisputeDays>()
            .AddSingleton(new OutboxHandler(DisputeDays.DayKind, (provider, dispute, ct) => provider.GetRequiredService<DisputeDays>().Look(dispute, ct)));

    static async Task OnDay(IServiceProvider services, Guid agreement, CancellationToken ct)
    {
        await services.GetRequiredService<RoundSender>().RemindByRule(agreement, ct);
        await services.GetRequiredService<AgreementDays>().Look(agreement, ct);
    }

    public static void MapAgreements(this WebApplication app)
    {
        AgreementEndpoints.Map(app);
        ConsultationEndpoints.Map(app);
    }

    /// <summary>Every locked text of an agreement that hasn't ended, the newest of each first.</summary>
    static async Task<IReadOnlyList<Recommendable>> Texts(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<SamverkDb>();
        AgreementState?[] ended = [AgreementState.Expired, AgreementState.Terminated, AgreementState.Replaced, AgreementState.Fallen];
        return await (from a in db.Set<Agreement>().IgnoreAutoIncludes()
                      join t in db.Set<AgreementText>() on a.Id equals t.Agreement
                      where a.KeptOn != null && !ended.Contains(a.State) && t.LockedAt != null
                      orderby a.NameSort, t.Number descending
                      select new Recommendable(a.Id, t.Number, a.Name, t.Seal!)).Take(200).ToListAsync(ct);
    }
}
