using Samverk.Meetings.Dispatching.Sdk;
using Samverk.Organisations;

namespace Samverk.Meetings.Dispatching;

/// <summary>How minutes reach an organisation.</summary>
/// <param name="Address">A mail address, or a functional address of SDK.</param>
sealed record DispatchRoad(DispatchWay Way, string Address);

/// <summary>Finds the road to each organisation: SDK where the operator has named its inbox there, else its official mailbox.</summary>
sealed class DispatchRoads(OfficialMailboxes mailboxes, AreaDirectory directory, SdkSettings sdk)
{
    public async Task<IReadOnlyDictionary<Guid, DispatchRoad>> All(CancellationToken ct)
    {
        var roads = (await mailboxes.All(ct)).ToDictionary(m => m.Key, m => new DispatchRoad(DispatchWay.Mail, m.Value));
        if (sdk.IsOn)
            foreach (var organisation in await directory.Organisations(ct))
                if (organisation.Code is { } code && sdk.Receivers.TryGetValue(code, out var party))
                    roads[organisation.Id] = new(DispatchWay.Sdk, party.Function);
        return roads;
    }
}
