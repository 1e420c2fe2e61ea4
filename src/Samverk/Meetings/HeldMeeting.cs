using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>The acts of a meeting that is held here, from its notice to its adjusted minutes.</summary>
internal sealed partial class Meeting
{
    /// <summary>It is held with the minute desk, or will be: its minutes were not read from an original.</summary>
    public bool IsHeldHere => Document is null && Withdrawal is null && ReplacedBy is null;

    /// <summary>Its agenda may still be changed.</summary>
    public bool IsBefore => State is MeetingState.Planned or MeetingState.Called;

    /// <summary>Its minutes may be written: it is under way, or has ended and isn't sent for adjustment.</summary>
    public bool IsWritten => State is MeetingState.Running or MeetingState.Held;

    /// <summary>Writes the minutes of this meeting: the one who acts as its secretary, else the body's secretary; an administrator always may.</summary>
    public Refusal? MayPrepare(Actor actor) =>
        ActingSecretary == actor.Person && actor.Scope is null ? null : actor.May(Permission.Minutes, new(Body: Body));

    /// <summary>Sends its adjusted minutes to the principals: the same who writes them.</summary>
    public Refusal? MayDispatch(Actor actor) =>
        ActingSecretary == actor.Person && actor.Scope is null ? null : actor.May(Permission.Dispatch, new(Body: Body));

    /// <summary>Sees agenda, notes and text while they are working material: those of the body, and who act at this meeting.</summary>
    public bool IsOpenTo(Actor actor) =>
        MayPrepare(actor) is null || ActingChair == actor.Person || actor.May(Permission.Follow, new(Body: Body)) is null;

    /// <summary>Reads what is restricted in it: who writes its minutes, and who chairs it or its body.</summary>
    public bool MayReadRestricted(Actor actor) => MayPrepare(actor) is null || ActingChair == actor.Person || actor.IsChair(Body);

    /// <summary>Leads its speakers' list: who keeps its minutes, and who chairs it or its body.</summary>
    public Refusal? MayLeadSpeakers(Actor actor) =>
        MayPrepare(actor) is null || (ActingChair == actor.Person && actor.Scope is null) ? null : actor.May(Permission.LeadSpeakers, new(Body: Body));

    /// <summary>Who chairs it and who keeps its minutes, when the body's own don't.</summary>
    public void ActAs(PersonInfo? chair, PersonInfo? secretary, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State is MeetingState.Planned or MeetingState.Called or MeetingState.Running or MeetingState.Held ? null : new("frozen", "Protokollet är låst. Den som är ordförande eller sekreterare vid mötet kan inte längre bytas."));
        if ((ActingChair, ActingSecretary) == (chair?.Id, secretary?.Id))
            return;
        (ActingChair, ActingSecretary) = (chair?.Id, secretary?.Id);
        Remember(new MeetingActingChosen(Id, On, chair?.Name, secretary?.Name, at, by));
    }

    public void Call(string bodyName, int version, int recipients, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(IsBefore ? null : new("not-before", "Mötet har redan börjat. Kallelsen skickas inte längre."));
        CalledAt ??= at;
        Remember(new MeetingCalled(Id, bodyName, On, version, recipients, at, by));
    }

    public void Open(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(IsBefore ? null : new("already-open", State == MeetingState.Running ? "Mötet är redan öppnat." : "Mötet är avslutat."));
        StartedAt = at;
        Remember(new MeetingOpened(Id, On, at, by));
    }

    public void Close(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State == MeetingState.Running ? null : new("not-running", "Mötet pågår inte."));
        EndedAt = at;
        Remember(new MeetingEnded(Id, On, at, by));
    }

    /// <summary>It was ended by mistake, or goes on.</summary>
    public void GoOn(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State == MeetingState.Held ? null : new("not-held", "Bara ett avslutat möte kan återupptas, och bara innan protokollet är låst."));
        EndedAt = null;
        Remember(new MeetingResumed(Id, On, at, by));
    }

    /// <summary>Why its minutes can't be frozen and sent for adjustment now; null when they can.</summary>
    public Refusal? MayFreeze(MinutesText text) =>
        State == MeetingState.Adjusting ? new("already-frozen", "Protokollet är redan skickat för justering.")
        : State != MeetingState.Held ? new("not-held", "Avsluta mötet först. Därefter kan protokollet skickas för justering.")
        : text.Signers.Count == 0 ? new("adjuster-missing", "Ingen justerar protokollet. Lägg till valet av justerare under en paragraf.")
        : null;

    public void Freeze(FrozenText text, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayFreeze(text.Text));
        FrozenAs = text.Id;
        Remember(new MinutesFrozen(Id, text.Id, text.Version, text.Seal, text.Text.Signers.Count, text.DueOn, at, by));
    }

    /// <summary>Opens the frozen text for writing: what has been adjusted of it no longer counts.</summary>
    public void Reopen(FrozenText text, string reason, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State != MeetingState.Adjusting ? new("not-adjusting", "Protokollet är inte under justering.")
            : TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv vad som ska ändras i protokollet.") : null);
        text.Reopen(reason.Trim(), at);
        FrozenAs = null;
        Remember(new MinutesReopened(Id, text.Version, reason.Trim(), text.Approvals.Count, at, by));
    }

    /// <summary>All who adjust have done so: what stands in the text is from now on in the record, and never changes.</summary>
    public void Adjust(FrozenText frozen, BodyInfo body, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State == MeetingState.Adjusting && FrozenAs == frozen.Id && frozen.IsApproved ? null : new("not-approved", "Alla har inte justerat protokollet."));
        var (text, facts) = (frozen.Text, AdjustedFacts.Of(frozen.Text));
        (Start, End, Place, Format, CaseNumber, MinutesKind) = (text.Start, text.End, text.Place, text.Format, text.CaseNumber, "protokoll");
        (Chair, Secretary, Adjusters) = (text.NameOf(AttendanceRole.Chair), text.NameOf(AttendanceRole.Secretary), [.. text.Signers.Select(s => s.Name)]);
        (AdjustedOn, InRecordSince) = (DateOnly.FromDateTime(at.Local()), at);
        attendance.AddRange(facts.Attendance.Select((a, i) => new Attendance(this, i, a)));
        items.AddRange(facts.Items.Select((a, i) => new AgendaItem(this, i, a)));
        decisions.AddRange(facts.Decisions.Select((d, i) => new Decision(this, i, body.Code, d.Running, d.Fact)));
        questions.AddRange(facts.Questions.Select((q, i) => new Question(this, i, q)));
        proposedItems.AddRange(facts.ProposedItems.Select((p, i) => new ProposedItem(this, i, p)));
        attachments.AddRange(facts.Attachments.Select((a, i) => new Attachment(this, i, a)));
        Remember(new MinutesAdjusted(Id, Body, body.Name, On, frozen.Id, frozen.Seal, at, by));
    }

    public void Approved(FrozenText text, Approval approval) => Remember(new MinutesApproved(Id, text.Id, approval.Name, approval.Seal, approval.At, approval.Person));

    public void Objected(FrozenText text, Objection objection) => Remember(new MinutesObjected(Id, text.Id, objection.Name, objection.Reason, objection.At, objection.Person));

    public void Corrected(string? item, string words, DateTimeOffset at, Guid by) => Remember(new MinutesCorrected(Id, item, words, at, by));
}
