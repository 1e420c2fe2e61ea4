using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Samverk.Meetings.Desk;

/// <summary>Tells those who follow a meeting that something on its desk has changed; what, they read for themselves, as they may see it.</summary>
public sealed class MeetingFollowers
{
    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Channel<bool>, bool>> followers = new();

    public void Changed(Guid meeting)
    {
        if (!followers.TryGetValue(meeting, out var here))
            return;
        foreach (var follower in here.Keys)
            follower.Writer.TryWrite(true);
    }

    /// <summary>One value for each time that something has changed; several changes that nobody has read yet are one.</summary>
    public async IAsyncEnumerable<bool> Follow(Guid meeting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var here = followers.GetOrAdd(meeting, _ => new());
        here[channel] = true;
        try
        {
            await foreach (var changed in channel.Reader.ReadAllAsync(ct))
                yield return changed;
        }
        finally
        {
            here.TryRemove(channel, out _);
        }
    }
}
