using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>How far a consultee has come with its answer.</summary>
public enum ResponseState { None, Draft, Approval, Sent, Abstained }

/// <summary>What was done with a consultee, or by it.</summary>
public enum ConsulteeActKind { Asked, Reminded, Extended, Submitted, Returned, Sent, Recorded }

/// <summary>
/// Somebody who is asked (remissinstans): an organisation or body of the area, which answers here, or somebody outside, whose
/// answer comes by mail. Until the answer is sent, how far it has come is nobody else's to see.
/// </summary>
internal sealed class Consultee : IOwned
{
    public const int LongestReason = 500;

    readonly List<ConsulteeAct> acts = [];

    Consultee() { }

    public Consultee(Consultation consultation, ProposedConsultee p)
    {
        (Area, Owner, Consultation, Organisation, Body) = (consultation.Area, consultation.Owner, consultation.Id, p.Organisation, p.Body);
        (Name, NameSort, Mail) = (p.Name.Trim(), Swedish.SortKey(p.Name.Trim()), p.IsOutside ? TextRules.Trimmed(p.Mail)?.ToLowerInvariant() : null);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Consultation { get; private set; }
    public Guid? Organisation { get; private set; }
    public Guid? Body { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>Of somebody outside; an organisation's is its official mailbox of the day.</summary>
    public string? Mail { get; private set; }
    /// <summary>Derived from its answers, in <see cref="Follow"/> alone.</summary>
    public ResponseState State { get; private set; }
    public DateOnly? ExtendedTo { get; private set; }
    public string? ExtensionReason { get; private set; }
    /// <summary>When the letter was sent.</summary>
    public DateTimeOffset? AskedAt { get; private set; }
    public DateOnly? RemindedOn { get; private set; }
    public int Reminders { get; private set; }
    public IReadOnlyList<ConsulteeAct> Acts => acts;

    public bool HasAnswered => State is ResponseState.Sent or ResponseState.Abstained;

    /// <summary>The day that it is reminded next, by rule; null when it isn't: it has answered, or was never sent the letter.</summary>
    public DateOnly? RemindNext(DateOnly lastDay) => HasAnswered || AskedAt is not { } asked ? null : ConsultationReminders.Next(DateOnly.FromDateTime(asked.Local()), lastDay, RemindedOn);

    public void Asked(DateTimeOffset at, Guid by, string byName, string address)
    {
        AskedAt ??= at;
        Note(ConsulteeActKind.Asked, at, by, byName, address);
    }

    /// <param name="by">Null when it is by rule.</param>
    public void Remind(DateOnly on, DateTimeOffset at, Guid? by, string? byName, string address)
    {
        RemindedOn = on;
        Reminders++;
        Note(ConsulteeActKind.Reminded, at, by, byName, address);
    }

    public void Extend(DateOnly to, string reason, DateTimeOffset at, Guid by, string byName)
    {
        // Whoever has longer is reminded of the new day.
        (ExtendedTo, ExtensionReason, RemindedOn) = (to, reason, null);
        Note(ConsulteeActKind.Extended, at, by, byName, $"Till och med {to.InWords()}: {reason}");
    }

    /// <summary>An answer has come further. What is sent stays sent while it is supplemented.</summary>
    public void Follow(Response response, ConsulteeActKind? act, DateTimeOffset at, Guid by, string byName, string? words = null)
    {
        if (response.SentAt is not null)
            State = response.Stance == Stance.Abstains ? ResponseState.Abstained : ResponseState.Sent;
        else if (!HasAnswered)
            State = response.SubmittedAt is null ? ResponseState.Draft : ResponseState.Approval;
        if (act is { } kind)
            Note(kind, at, by, byName, words);
    }

    void Note(ConsulteeActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words) => acts.Add(new(this, acts.Count, kind, at, by, byName, words));
}

/// <summary>One act of the account: what, who, when. Never changed.</summary>
internal sealed class ConsulteeAct : IInArea
{
    ConsulteeAct() { }

    public ConsulteeAct(Consultee consultee, int position, ConsulteeActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words) =>
        (Area, Consultee, Position, Kind, At, By, ByName, Words) = (consultee.Area, consultee.Id, position, kind, at, by, byName, words);

    public Guid Area { get; private set; }
    public Guid Consultee { get; private set; }
    public int Position { get; private set; }
    public ConsulteeActKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Null for what Samverk itself did.</summary>
    public Guid? By { get; private set; }
    public string? ByName { get; private set; }
    /// <summary>The address, the day and reason, or the stance.</summary>
    public string? Words { get; private set; }
}
