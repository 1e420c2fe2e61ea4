using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>How far something that a webhook is told of has come.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>It was tried for days, and nobody took it.</summary>
    GivenUp,

    /// <summary>The webhook was stopped before it was sent.</summary>
    Dropped,
}

/// <summary>One thing that one webhook is told of. Its id is the receiver's, the same at every try.</summary>
internal sealed class Delivery : IInArea
{
    public const int LongestProblem = 300;

    /// <summary>How long it can be asked what was sent.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    Delivery() { }

    public Delivery(Webhook webhook, string type, Guid thing, DateTimeOffset happenedAt, DateTimeOffset at) =>
        (Area, Webhook, Type, Thing, HappenedAt, QueuedAt, NextAt) = (webhook.Area, webhook.Id, type, thing, happenedAt, at, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Webhook { get; private set; }
    public string Type { get; private set; } = "";
    public Guid Thing { get; private set; }
    public DateTimeOffset HappenedAt { get; private set; }
    /// <summary>Since when it is tried.</summary>
    public DateTimeOffset QueuedAt { get; private set; }
    public DeliveryState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? TriedAt { get; private set; }
    /// <summary>Not tried before then; null when it is no more.</summary>
    public DateTimeOffset? NextAt { get; private set; }
    /// <summary>The receiver's answer, null when there was none.</summary>
    public int? Status { get; private set; }
    /// <summary>Why the last try failed, in Swedish.</summary>
    public string? Problem { get; private set; }

    public bool IsTest => Type == EventKinds.Test;

    public void Arrived(int status, DateTimeOffset at)
    {
        Try(status, null, at);
        (State, NextAt) = (DeliveryState.Delivered, null);
    }

    /// <param name="isOn">The webhook is still told of things.</param>
    public void Missed(Answered answer, bool isOn, DateTimeOffset at)
    {
        Try(answer.Status, answer.Problem, at);
        if (IsTest || !isOn || at - QueuedAt >= Pauses.Tried)
            (State, NextAt) = (DeliveryState.GivenUp, null);
        else
            NextAt = at + Pauses.After(Attempts, answer.After);
    }

    public void WaitUntil(DateTimeOffset at) => NextAt = at;

    /// <summary>Sends what did not come through once more.</summary>
    public void Again(DateTimeOffset at) => (State, Attempts, QueuedAt, NextAt) = (DeliveryState.Waiting, 0, at, at);

    void Try(int? status, string? problem, DateTimeOffset at) =>
        (Attempts, TriedAt, Status, Problem) = (Attempts + 1, at, status, problem?.Length > LongestProblem ? problem[..LongestProblem] : problem);
}

/// <summary>Something happened that webhooks may want to be told of: noted with it, and gone when it has been said who is told.</summary>
internal sealed class Noted(Guid area, string type, Guid about, DateTimeOffset at) : IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public string Type { get; private set; } = type;
    public Guid About { get; private set; } = about;
    public DateTimeOffset At { get; private set; } = at;
}
