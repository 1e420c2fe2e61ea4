using Samverk.Agreements.Consulting;
using Samverk.Organisations;

namespace Samverk.Agreements;

/// <summary>Agreements and what minutes say of them, as rows for <see cref="Storage.BulkLoad"/>.</summary>
public static class LoadedAgreements
{
    /// <returns>An agreement that nothing has been said of.</returns>
    public static (Guid Id, object Row) Of(BodyInfo body, string name, DateTimeOffset at)
    {
        var agreement = new Agreement(body, name, at, null);
        return (agreement.Id, agreement);
    }

    public static IEnumerable<object> Of(BodyInfo body, Guid meeting, DateOnly on, IEnumerable<(Guid Agreement, RecordedAgreement Said)> mentions, IEnumerable<RecordedConsultation> consultations) =>
    [
        .. mentions.Select(m => new AgreementMention(body, m.Agreement, meeting, on, m.Said)),
        .. consultations.Select(c => new Consultation(body, meeting, on, c)),
    ];
}
