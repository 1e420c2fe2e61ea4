using System.Collections.Concurrent;
using System.Threading.Channels;
using Samverk.Storage;

namespace Samverk.Meetings.Desk;

/// <summary>Tells those who follow a meeting that something on its desk has changed; what, they read for themselves, as they may see it.</summary>
public sealed class MeetingFollowers
{
    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Channel<bool>, bool>> followers = new();
    readonly Signals signals;

    public MeetingFollowers(Signals signals)
    {
        this.signals = signals;
        signals.Heard += Hear;
    }

    /// <summary>Tells the followers here, and the other nodes.</summary>
    public void Changed(Guid meeting)
    {
        Tell(meeting);
        signals.Send(meeting);
    }

    /// <summary>False at once, when all that changes from now on will be told; then true for each time that something has changed. Several changes that nobody has read yet are one.</summary>
    public async IAsyncEnumerable<bool> Follow(Guid meeting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var here = followers.GetOrAdd(meeting, _ => new());
        here[channel] = true;
        try
        {
            yield return false;
            await foreach (var changed in channel.Reader.ReadAllAsync(ct))
                yield return changed;
        }
        finally
        {
            here.TryRemove(channel, out _);
        }
    }

    void Hear(Guid? meeting)
    {
        if (meeting is { } known)
            Tell(known);
        else
            foreach (var any in followers.Keys)
                Tell(any);
    }

    void Tell(Guid meeting)
    {
        if (followers.TryGetValue(meeting, out var here))
            foreach (var follower in here.Keys)
                follower.Writer.TryWrite(true);
    }
}
