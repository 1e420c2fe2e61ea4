using Samverk.Meetings.Publishing;
using Samverk.Shared;

namespace Samverk.Public.Subscriptions;

/// <summary>What is published is told of to those who subscribe.</summary>
sealed class WhenMinutesPublished(SubscriptionKeeper keeper) : IHear<MinutesPublished>
{
    public Task Hear(MinutesPublished happening, CancellationToken ct) => keeper.Wait(ct);
}
