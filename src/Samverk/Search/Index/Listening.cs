using Microsoft.EntityFrameworkCore;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>
/// Hears what happens to things that can be found, and has the index follow after the commit. What is undone can't be
/// found from the commit on.
/// </summary>
sealed class WhenSomethingHappened(SamverkDb db, TimeProvider clock) :
    IHear<MeetingRecorded>, IHear<MeetingPlanned>, IHear<MeetingMoved>, IHear<MeetingReplanned>, IHear<MeetingWithdrawn>, IHear<AssignmentReported>, IHear<AssignmentForwarded>,
    IHear<AreaCreated>, IHear<BodyCreated>, IHear<OrganisationAdded>, IHear<PersonAdded>, IHear<FactChanged>,
    IHear<AgreementKept>, IHear<AgreementChanged>, IHear<AgreementRecommended>, IHear<RoundOpened>, IHear<AgreementTookEffect>, IHear<AgreementStepped>, IHear<ConsultationOpened>, IHear<DisputeRaised>,
    IHear<IdentityProtected>, IHear<ProtectionLifted>, IHear<ProtectedNameChanged>, IHear<PersonAnonymised>
{
    public Task Hear(MeetingRecorded happening, CancellationToken ct) => Wait(Subject.Meeting, happening.Meeting);

    public Task Hear(MeetingPlanned happening, CancellationToken ct) => Wait(Subject.Meeting, happening.Meeting);

    public Task Hear(MeetingMoved happening, CancellationToken ct) => Wait(Subject.Meeting, happening.Meeting);

    public Task Hear(MeetingReplanned happening, CancellationToken ct) => Wait(Subject.Meeting, happening.Meeting);

    public async Task Hear(MeetingWithdrawn happening, CancellationToken ct)
    {
        await IndexWriter.Lock(db, ct);
        var writer = new IndexWriter(db);
        await writer.Remove([happening.Meeting], ct);
        await writer.Finish(ct);
        await Wait(Subject.Meeting, happening.Meeting);
    }

    public Task Hear(AssignmentForwarded happening, CancellationToken ct) => Wait(Subject.Assignment, happening.Assignment);

    public Task Hear(AssignmentReported happening, CancellationToken ct) => Wait(Subject.Assignment, happening.Assignment);

    public Task Hear(AgreementKept happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(AgreementChanged happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(AgreementRecommended happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(RoundOpened happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(AgreementTookEffect happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(AgreementStepped happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(ConsultationOpened happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(DisputeRaised happening, CancellationToken ct) => Wait(Subject.Agreement, happening.Agreement);

    public Task Hear(AreaCreated happening, CancellationToken ct) => Wait(Subject.WholeArea, happening.Area);

    public Task Hear(BodyCreated happening, CancellationToken ct) => Wait(Subject.Named, happening.Body);

    public Task Hear(OrganisationAdded happening, CancellationToken ct) => Wait(Subject.Named, happening.Organisation);

    public Task Hear(PersonAdded happening, CancellationToken ct) => Wait(Subject.Named, happening.Person);

    public Task Hear(FactChanged happening, CancellationToken ct) => Wait(Subject.Changed, happening.Of);

    // Their name may stand in any text of the area.
    public Task Hear(IdentityProtected happening, CancellationToken ct) => Wait(Subject.WholeArea, db.Area);

    public Task Hear(ProtectionLifted happening, CancellationToken ct) => Wait(Subject.WholeArea, db.Area);

    public Task Hear(ProtectedNameChanged happening, CancellationToken ct) => Wait(Subject.WholeArea, db.Area);

    public Task Hear(PersonAnonymised happening, CancellationToken ct) => Wait(Subject.WholeArea, db.Area);

    Task Wait(Subject what, Guid about)
    {
        db.Add(new Waiting(db.Area, what, about));
        if (!db.ChangeTracker.Entries<OutboxRow>().Any(row => row.State == EntityState.Added && row.Entity.Kind == SearchIndex.IndexKind))
            db.Add(new OutboxRow(db.Area, SearchIndex.IndexKind, db.Area, clock.Now()));
        return Task.CompletedTask;
    }

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<WhenSomethingHappened>();
        foreach (var hears in typeof(WhenSomethingHappened).GetInterfaces())
            services.AddScoped(hears, provider => provider.GetRequiredService<WhenSomethingHappened>());
    }
}
