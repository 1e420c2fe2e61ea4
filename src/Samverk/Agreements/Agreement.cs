using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements;

/// <summary>Where an agreement stands, as far as recorded facts tell.</summary>
public enum AgreementState { Idea, Preparing, Consulting, Endorsed, Recommended, Adopting, InForce, Expired, Terminated, Replaced, Fallen }

/// <summary>A joint agreement (överenskommelse). What is known of it comes from its mentions.</summary>
internal sealed class Agreement : Remembering, IOwned
{
    Agreement() { }

    public Agreement(BodyInfo body, string name, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Name, NameSort, Folded) = (body.Area, body.Host, name, Swedish.SortKey(name), FoldName(name));
        Remember(new AgreementRecorded(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>The name as agreements are told apart: folded, 'ÖK' as 'överenskommelse'.</summary>
    public string Folded { get; private set; } = "";

    internal static string FoldName(string name)
    {
        var words = Swedish.Fold(name).Split(' ').Select(w => w switch { "ök" or "överenskommelsen" => "överenskommelse", "avtalet" => "avtal", _ => w });
        return string.Join(' ', words.Where(w => w is not ("om" or "för" or "kring" or "avseende")));
    }
}

/// <summary>That a meeting dealt with an agreement, and what that says of its state.</summary>
internal sealed class AgreementMention : MeetingFact
{
    AgreementMention() { }

    public AgreementMention(BodyInfo body, Guid agreement, Guid meeting, DateOnly on, RecordedAgreement m) : base(body, meeting, on, m.Item, m.Source) =>
        (Agreement, Name, State, NeedsRevision) = (agreement, m.Name, m.State, m.NeedsRevision);

    public Guid Agreement { get; private set; }
    /// <summary>As these minutes write it.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Null where it was only mentioned.</summary>
    public AgreementState? State { get; private set; }
    public bool NeedsRevision { get; private set; }
}

/// <summary>A proposal sent out for opinions (remiss), as the minutes say.</summary>
internal sealed class Consultation : MeetingFact
{
    Consultation() { }

    public Consultation(BodyInfo body, Guid meeting, DateOnly on, RecordedConsultation c) : base(body, meeting, on, c.Item, c.Source) =>
        (Subject, SubjectFolded, RespondTo, Deadline, DeadlineLast) = (c.Subject, Swedish.Fold(c.Subject), c.RespondTo, c.Deadline?.Text, c.Deadline?.Last);

    public string Subject { get; private set; } = "";
    public string SubjectFolded { get; private set; } = "";
    public string? Deadline { get; private set; }
    public DateOnly? DeadlineLast { get; private set; }
    public string? RespondTo { get; private set; }
}

/// <summary>A meeting whose recording was undone: its mentions and consultations are in no register.</summary>
internal sealed class WithdrawnMeeting(Guid area, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}
