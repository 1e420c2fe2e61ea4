using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Public.Feedback;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

[Trait("database", "both")]
public sealed class AreaTests(WorldOnce once)
{
    // The rows that belong to the installation, not to an area (model.md 2).
    static readonly Type[] AreaLess = [
        typeof(Area), typeof(Account), typeof(Mark), typeof(ProtectionKey), typeof(OutboxRow),
        typeof(AccountPerson), typeof(Session), typeof(Login), typeof(Invitation), typeof(Passkey), typeof(KeptForm), typeof(ObeyedLogout)];

    // Every record of an owner, by what keeps it from others until it is handed over (Storage/README.md).
    static readonly Dictionary<Type, string> HandedOver = new()
    {
        [typeof(Batch)] = "Drafts",
        [typeof(Document)] = "Drafts",
        [typeof(Meeting)] = "made by a confirmation",
        [typeof(Publication)] = "made by a confirmation",
        [typeof(Decision)] = "made by a confirmation",
        [typeof(Question)] = "made by a confirmation",
        [typeof(Assignment)] = "made by a confirmation",
        [typeof(Deadline)] = "made by a confirmation",
        [typeof(Agreement)] = "made by a confirmation",
        [typeof(Samverk.Agreements.Texts.AgreementText)] = "TextLists: its keepers, and everybody once it is locked",
        [typeof(Samverk.Agreements.Papers.AgreementFile)] = "made when it is added",
        [typeof(Samverk.Agreements.Ledger.AdoptionRound)] = "made by adjusted minutes",
        [typeof(Samverk.Agreements.Ledger.Adoption)] = "made by adjusted minutes",
        [typeof(Samverk.Agreements.Ledger.AdoptionPaper)] = "LedgerQueries.SeenBy, those who register for the party",
        [typeof(Samverk.Agreements.Ledger.EffectCertificate)] = "made when an agreement takes effect",
        [typeof(AgreementMention)] = "made by a confirmation",
        [typeof(Consultation)] = "made by a confirmation; one that is kept here ConsultationViews, its keepers, and everybody once it is sent out",
        [typeof(Consultee)] = "ConsultationViews: that it is asked and has answered; how far it has come its own",
        [typeof(Response)] = "ConsultingQueries.SeenBy, those who answer for the consultee, and everybody once it is sent",
        [typeof(Samverk.Agreements.Disputes.Dispute)] = "made when it is raised",
        [typeof(Samverk.Agreements.Disputes.Position)] = "DisputeRights.SeenBy, those who write for the party, and everybody once it is sent",
        [typeof(Body)] = "the area's own",
        [typeof(DisclosureRequest)] = "Requests",
        [typeof(Samverk.Meetings.Backlog.BacklogEntry)] = "BacklogLists, those of the body",
        [typeof(Samverk.Meetings.Notices.Notice)] = "Meeting.IsOpenTo",
        [typeof(Samverk.Meetings.Notices.AgendaVersion)] = "Meeting.IsOpenTo",
        [typeof(Samverk.Meetings.Documents.AgendaDocument)] = "Meeting.IsOpenTo, and of what is restricted those who write and chair",
        [typeof(Samverk.Meetings.Desk.DraftItem)] = "Meeting.IsOpenTo, and of what is restricted those who write and chair",
        [typeof(Samverk.Meetings.Desk.Note)] = "Meeting.IsOpenTo, and of what is restricted those who write and chair",
        [typeof(Samverk.Meetings.Desk.Participant)] = "Meeting.IsOpenTo",
        [typeof(Samverk.Meetings.Speaking.Speech)] = "Meeting.IsOpenTo",
        [typeof(Samverk.Meetings.Groups.GroupDiscussion)] = "Meeting.IsOpenTo; what a group writes GroupLists, the group and those who write the minutes, until it is collected",
        [typeof(Samverk.Meetings.Adjusting.FrozenText)] = "Meeting.IsOpenTo and those who adjust it; then made by the adjustment",
        [typeof(Samverk.Meetings.Adjusting.AdjustmentComment)] = "Meeting.IsOpenTo and those who adjust",
        [typeof(Samverk.Meetings.Adjusting.SealedMinutes)] = "made by the adjustment; what is restricted only for those of the body",
        [typeof(Samverk.Meetings.Adjusting.Correction)] = "made by the adjustment",
        [typeof(Samverk.Meetings.Dispatching.Dispatch)] = "DispatchLists, the sender and the receiver",
        [typeof(Samverk.Meetings.Evaluating.Evaluation)] = "EvaluationLists, those of the body; its answers nobody while it is open",
        [typeof(Samverk.Plans.PuttingOff.Deferral)] = "made by a confirmation",
        [typeof(Samverk.Plans.Working.AssignmentDocument)] = "AssignmentWork, who has it, who help and those of the body",
        [typeof(AccessibilityFeedback)] = "administrators alone",
        [typeof(Samverk.Api.Webhooks.Webhook)] = "administrators alone",
    };

    [Fact]
    public async Task Every_owned_row_says_what_keeps_it_from_others()
    {
        await using var world = await once.Empty();
        await using var scope = world.Services.CreateAsyncScope();
        var owned = scope.ServiceProvider.GetRequiredService<SamverkDb>().Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(IOwned).IsAssignableFrom);
        Assert.Equal(HandedOver.Keys.Select(t => t.Name).Order(), owned.Select(t => t.Name).Order());
    }

    [Fact]
    public async Task Every_row_belongs_to_an_area_or_is_named_as_area_less()
    {
        await using var world = await once.Empty();
        await using var scope = world.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<SamverkDb>().Model;
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var inArea = typeof(IInArea).IsAssignableFrom(entity.ClrType);
            Assert.True(inArea != AreaLess.Contains(entity.ClrType), $"{entity.ClrType.Name} must be in an area or be named as area-less");
            Assert.True(!inArea || entity.GetDeclaredQueryFilters().Count > 0, $"{entity.ClrType.Name} has no area filter");
        }
    }

    [Fact]
    public async Task Outside_an_area_nothing_is_found()
    {
        await using var world = await once.Copy();
        await using var scope = world.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<AreaDirectory>().People(default));
    }

    [Fact]
    public async Task A_row_of_another_area_cannot_be_saved()
    {
        await using var world = await once.Copy();
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            db.Add(new Organisation(Ids.Next(), OrganisationKind.Other, "Annans", null));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }
}
