using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Dispatching;

/// <summary>How far a dispatch has come.</summary>
public enum DispatchState { Queued, Sent, Received, Registered, Failed }

/// <summary>The way that it goes.</summary>
public enum DispatchWay { Mail, Sdk }

/// <summary>What was done with a dispatch.</summary>
public enum DispatchActKind { Queued, Sent, Failed, SentAgain, Received, Registered }

/// <summary>Adjusted minutes on their way to one principal's official mailbox, and what became of them there.</summary>
internal sealed class Dispatch : Remembering, IOwned
{
    public const int LongestCaseNumber = 60, LongestProblem = 500;

    readonly List<DispatchAct> acts = [];

    Dispatch() { }

    /// <param name="hash">SHA-256 of the file that is sent.</param>
    public Dispatch(Meeting meeting, BodyInfo body, int running, FrozenText text, bool isExtract, string hash, Guid organisation, string organisationName, DispatchRoad road, string site)
    {
        (Area, Owner, Meeting, Body, On, Text, Running) = (meeting.Area, meeting.Owner, meeting.Id, meeting.Body, meeting.On, text.Id, running);
        (Number, CaseNumber, IsExtract, Hash) = ($"{body.Code} {meeting.On.Iso()}:{running}", meeting.CaseNumber, isExtract, hash);
        (Organisation, OrganisationName, OrganisationSort, Address, Way, Site) = (organisation, organisationName, Swedish.SortKey(organisationName), road.Address, road.Way, site);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Body { get; private set; }
    public DateOnly On { get; private set; }
    /// <summary>The frozen text that was adjusted.</summary>
    public Guid Text { get; private set; }
    public int Running { get; private set; }
    /// <summary>'SR 2026-11-24:3': by which sender and receiver speak of it.</summary>
    public string Number { get; private set; } = "";
    /// <summary>The sender's.</summary>
    public string? CaseNumber { get; private set; }
    /// <summary>What was sent leaves out what is restricted.</summary>
    public bool IsExtract { get; private set; }
    public string Hash { get; private set; } = "";
    public Guid Organisation { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public byte[] OrganisationSort { get; private set; } = [];
    public string Address { get; private set; } = "";
    public DispatchWay Way { get; private set; }
    /// <summary>Where Samverk is reached: links to it begin so.</summary>
    public string Site { get; private set; } = "";
    public DispatchState State { get; private set; }
    /// <summary>The letter that carries it now, or the message.</summary>
    public Guid? Letter { get; private set; }
    public DateTimeOffset QueuedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    public DateTimeOffset? RegisteredAt { get; private set; }
    /// <summary>Why it could not be sent.</summary>
    public string? Problem { get; private set; }
    /// <summary>The receiver's.</summary>
    public string? TheirCaseNumber { get; private set; }
    public IReadOnlyList<DispatchAct> Acts => acts;

    public void Queue(Guid letter, DateTimeOffset at, Guid by, string byName)
    {
        (State, Letter, QueuedAt) = (DispatchState.Queued, letter, at);
        Note(DispatchActKind.Queued, at, by, byName, Address);
        Remember(new MinutesDispatched(Meeting, Id, Number, OrganisationName, at, by));
    }

    /// <summary>Why it can't be sent once more; null when it can.</summary>
    public Refusal? MaySendAgain() =>
        State is DispatchState.Received or DispatchState.Registered ? new("already-received", $"{OrganisationName} har bekräftat att protokollet har kommit in. Det skickas inte igen.") : null;

    public void SendAgain(Guid letter, DispatchRoad road, string site, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(MaySendAgain());
        (State, Letter, Way, Address, Site, QueuedAt, SentAt, Problem) = (DispatchState.Queued, letter, road.Way, road.Address, site, at, null, null);
        Note(DispatchActKind.SentAgain, at, by, byName, road.Address);
        Remember(new DispatchSentAgain(Meeting, Id, Number, OrganisationName, at, by));
    }

    /// <summary>The letter has left. What has come in already has not left later.</summary>
    public void Leave(DateTimeOffset at)
    {
        if (SentAt is not null)
            return;
        (SentAt, Problem) = (at, null);
        if (State is DispatchState.Queued or DispatchState.Failed)
            State = DispatchState.Sent;
        Note(DispatchActKind.Sent, at, null, null, Address);
    }

    /// <summary>What could not be handed over has been, and waits to be sent.</summary>
    public void Wait()
    {
        if (State == DispatchState.Failed)
            (State, Problem) = (DispatchState.Queued, null);
    }

    /// <summary>It could not be sent. The same reason once more is no news.</summary>
    public void Fail(string problem, DateTimeOffset at)
    {
        var words = problem.Length > LongestProblem ? problem[..LongestProblem] : problem;
        if (State is DispatchState.Received or DispatchState.Registered || (State == DispatchState.Failed && Problem == words))
            return;
        (State, Problem) = (DispatchState.Failed, words);
        Note(DispatchActKind.Failed, at, null, null, words);
        Remember(new DispatchFailed(Meeting, Id, Number, OrganisationName, words, at, null));
    }

    /// <summary>The receiver says, or its message service does, that it has come in. Said twice it came in the first time.</summary>
    public void Receive(DateTimeOffset at, Guid? by, string? byName)
    {
        if (ReceivedAt is not null)
            return;
        (ReceivedAt, Problem) = (at, null);
        if (State != DispatchState.Registered)
            State = DispatchState.Received;
        Note(DispatchActKind.Received, at, by, byName, null);
        Remember(new DispatchReceived(Meeting, Id, Number, OrganisationName, at, by));
    }

    /// <summary>The receiver has registered it under its own case number; a number that was mistyped is written anew.</summary>
    public void Register(string? caseNumber, DateTimeOffset at, Guid by, string byName)
    {
        var number = TextRules.Trimmed(caseNumber);
        Refusal.Heed(number is null ? new("case-number-missing", "Diarienummer saknas. Skriv det som protokollet har fått hos er.")
            : number.Length > LongestCaseNumber || number.Any(char.IsControl) ? new("case-number-long", $"Diarienumret är längre än {LongestCaseNumber} tecken. Korta det.") : null);
        if (TheirCaseNumber == number)
            return;
        Receive(at, by, byName);
        var before = TheirCaseNumber;
        (State, TheirCaseNumber, RegisteredAt) = (DispatchState.Registered, number, RegisteredAt ?? at);
        Note(DispatchActKind.Registered, at, by, byName, number);
        Remember(new DispatchRegistered(Meeting, Id, Number, OrganisationName, before, number!, at, by));
    }

    void Note(DispatchActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words) => acts.Add(new(this, acts.Count, kind, at, by, byName, words));
}

/// <summary>One act of the account: what, who, when. Never changed.</summary>
internal sealed class DispatchAct : IInArea
{
    DispatchAct() { }

    public DispatchAct(Dispatch dispatch, int position, DispatchActKind kind, DateTimeOffset at, Guid? by, string? byName, string? words) =>
        (Area, Dispatch, Position, Kind, At, By, ByName, Words) = (dispatch.Area, dispatch.Id, position, kind, at, by, byName, words);

    public Guid Area { get; private set; }
    public Guid Dispatch { get; private set; }
    public int Position { get; private set; }
    public DispatchActKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Null for what Samverk itself did.</summary>
    public Guid? By { get; private set; }
    public string? ByName { get; private set; }
    /// <summary>The address, the reason or the case number.</summary>
    public string? Words { get; private set; }
}

/// <summary>The Swedish words of dispatches.</summary>
public static class DispatchWords
{
    public static string Words(this DispatchState state) => state switch
    {
        DispatchState.Queued => "I kö",
        DispatchState.Sent => "Skickat",
        DispatchState.Received => "Mottaget",
        DispatchState.Registered => "Registrerat",
        DispatchState.Failed => "Gick inte fram",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this DispatchWay way) => way switch
    {
        DispatchWay.Mail => "Mejl",
        DispatchWay.Sdk => "SDK",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    public static string Words(this DispatchActKind kind) => kind switch
    {
        DispatchActKind.Queued => "Expedierat",
        DispatchActKind.Sent => "Skickat",
        DispatchActKind.Failed => "Gick inte fram",
        DispatchActKind.SentAgain => "Skickat igen",
        DispatchActKind.Received => "Mottaget",
        DispatchActKind.Registered => "Registrerat",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
