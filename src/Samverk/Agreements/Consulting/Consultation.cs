using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>
/// A proposal sent out for opinions (remiss). One that is kept here is bound to a locked text, has its consultees and their
/// answers; of one that only minutes tell of, what they say is all.
/// </summary>
internal sealed class Consultation : Remembering, IOwned
{
    public const int MostConsultees = 200;

    readonly List<Consultee> consultees = [];

    Consultation() { }

    /// <summary>As minutes tell of it.</summary>
    public Consultation(BodyInfo body, Guid meeting, DateOnly on, RecordedConsultation c)
    {
        (Area, Owner, Body, Meeting, On, Item, Source) = (body.Area, body.Host, body.Id, meeting, on, c.Item, c.Source);
        (Subject, SubjectFolded, RespondTo, Deadline, DeadlineLast, Until) = (c.Subject, Swedish.Fold(c.Subject), c.RespondTo, c.Deadline?.Text, c.Deadline?.Last, c.Deadline?.Last);
    }

    /// <summary>One that is kept here, not sent out yet.</summary>
    public Consultation(Agreement agreement, AgreementText text, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> proposed, DateTimeOffset at, Guid by)
    {
        (Area, Owner, Body, Agreement, On) = (agreement.Area, agreement.Owner, agreement.Body!.Value, agreement.Id, DateOnly.FromDateTime(at.Local()));
        Take(agreement, text, facts, proposed, at);
        Remember(new ConsultationDrafted(Id, Subject, text.Number, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Body { get; private set; }
    /// <summary>The meeting whose minutes tell of it; null for one that is kept here.</summary>
    public Guid? Meeting { get; private set; }
    /// <summary>The day of the meeting, or the day that it was sent out.</summary>
    public DateOnly On { get; private set; }
    public string? Item { get; private set; }
    public Span Source { get; private set; } = Span.None;
    public string Subject { get; private set; } = "";
    public string SubjectFolded { get; private set; } = "";
    /// <summary>Day or month, as written.</summary>
    public string? Deadline { get; private set; }
    /// <summary>The last day, for those who have not been given longer.</summary>
    public DateOnly? DeadlineLast { get; private set; }
    public string? RespondTo { get; private set; }
    /// <summary>The last day of anybody.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Null for one that only minutes tell of.</summary>
    public Guid? Agreement { get; private set; }
    /// <summary>The text that it is about.</summary>
    public int? Version { get; private set; }
    /// <summary>Of the text's PDF.</summary>
    public string? TextSeal { get; private set; }
    public string? About { get; private set; }
    public IReadOnlyList<string> Questions { get; private set; } = [];
    public DateTimeOffset? OpenedAt { get; private set; }
    /// <summary>When the day had passed and that was noted; the state follows from the day itself.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset? CompiledAt { get; private set; }
    /// <summary>Where Samverk is reached, as the letters said.</summary>
    public string? Site { get; private set; }
    public Guid? SentBy { get; private set; }
    /// <summary>Who changes a draft says which edition they had before them.</summary>
    public int Edition { get; private set; }
    public IReadOnlyList<Consultee> Consultees => consultees;

    public ConsultationState State(DateOnly today) => ConsultationLife.Of(Agreement is not null, OpenedAt, Until, CompiledAt, today);

    /// <summary>The last day of one of them.</summary>
    public DateOnly LastDayOf(Consultee consultee) => consultee.ExtendedTo ?? DeadlineLast!.Value;

    /// <summary>Changes what has not been sent out yet.</summary>
    public void Change(Agreement agreement, AgreementText text, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> proposed, int edition, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(OpenedAt is not null ? new("consultation-sent", "Remissen är utskickad. Den kan inte ändras, men var och en kan få längre tid.")
            : edition != Edition ? new("stale", "Någon annan har ändrat samma sak. Läs om sidan och gör om din ändring.") : null);
        Take(agreement, text, facts, proposed, at);
        Remember(new ConsultationRedrafted(Id, text.Number, DeadlineLast!.Value, consultees.Count, at, by));
    }

    void Take(Agreement agreement, AgreementText text, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> proposed, DateTimeOffset at)
    {
        Refusal.Heed((text.IsLocked ? null : new Refusal("text-not-locked", "Texten är inte låst. Lås den först, så att alla svarar om samma text."))
            ?? facts.Fault(DateOnly.FromDateTime(at.Local())) ?? ProposedConsultee.Fault(proposed, facts.RespondTo));
        (Version, TextSeal, Subject, SubjectFolded) = (text.Number, text.Seal, agreement.Name, Swedish.Fold(agreement.Name));
        (About, RespondTo) = (TextRules.Trimmed(facts.About), TextRules.Trimmed(facts.RespondTo));
        Questions = [.. facts.Questions.Select(q => q.Trim())];
        (Deadline, DeadlineLast, Until) = (facts.LastDay!.Value.Iso(), facts.LastDay, facts.LastDay);
        consultees.Clear();
        consultees.AddRange(proposed.Select(p => new Consultee(this, p)));
        Edition++;
    }

    /// <summary>Asks the consultees.</summary>
    /// <param name="site">Where Samverk is reached.</param>
    public void Open(string site, DateTimeOffset at, Guid by)
    {
        var today = DateOnly.FromDateTime(at.Local());
        Refusal.Heed(OpenedAt is not null ? new("consultation-sent", "Remissen är redan utskickad.")
            : DeadlineLast < today ? new("deadline-past", "Sista dagen har varit. Ändra den först.") : null);
        (OpenedAt, On, Site, SentBy) = (at, today, site, by);
        Remember(new ConsultationOpened(Id, Agreement!.Value, Subject, Version!.Value, consultees.Count, DeadlineLast!.Value, at, by));
    }

    /// <summary>Asks some more while it is open, with the same last day.</summary>
    public void Widen(IReadOnlyList<ProposedConsultee> more, DateTimeOffset at, Guid by)
    {
        var today = DateOnly.FromDateTime(at.Local());
        Refusal.Heed((State(today) != ConsultationState.Open ? new("not-open", "Remissen är inte öppen. Då kan ingen läggas till.")
            : DeadlineLast < today ? new("deadline-past", "Sista dagen att svara har varit. Då kan ingen läggas till.")
            : more.Count == 0 ? new Refusal("consultees-missing", "Välj minst en remissinstans.") : null)
            ?? ProposedConsultee.Fault([.. consultees.Select(c => new ProposedConsultee(c.Organisation, c.Body, c.Name, c.Mail)), .. more], RespondTo));
        consultees.AddRange(more.Select(p => new Consultee(this, p)));
        Remember(new ConsultationWidened(Id, SwedishText.Enumerate([.. more.Select(p => p.Name.Trim())]), at, by));
    }

    /// <summary>Nobody was asked, and nobody will be.</summary>
    public void Discard(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(OpenedAt is null ? null : new("consultation-sent", "Remissen är utskickad. Då kan den inte tas bort."));
        Remember(new ConsultationDiscarded(Id, Subject, Version!.Value, at, by));
    }

    /// <summary>Gives one of them longer.</summary>
    public void Extend(Consultee consultee, DateOnly? to, string? reason, DateTimeOffset at, Guid by, string byName)
    {
        var today = DateOnly.FromDateTime(at.Local());
        Refusal.Heed(State(today) is ConsultationState.Draft or ConsultationState.Compiled ? new("not-open", "Remissen är inte öppen. Då kan ingen få längre tid.")
            : to is null ? new("day-missing", "Skriv den nya sista dagen som 2026-12-18.")
            : to <= LastDayOf(consultee) || to < today ? new("extended-back", $"Skriv en dag efter {LastDayOf(consultee).InWords()}, och inte före i dag.")
            : TextRules.Trimmed(reason) is null ? new("reason-missing", "Skriv varför de får längre tid.")
            : reason!.Length > Consultee.LongestReason ? new("text-long", $"Skälet är längre än {Consultee.LongestReason} tecken. Korta det.") : null);
        consultee.Extend(to!.Value, reason!.Trim(), at, by, byName);
        (Until, ClosedAt) = (to > Until ? to : Until, null);
        Remember(new ConsultationExtended(Id, consultee.Name, to.Value, reason!.Trim(), at, by));
    }

    public void Reminded(Consultee consultee, DateTimeOffset at, Guid? by) => Remember(new ConsultationReminded(Id, consultee.Name, at, by));

    /// <summary>An answer has come, from the consultee itself or written down by its receiver.</summary>
    public void Answered(Consultee consultee, Response response, DateTimeOffset at, Guid by) => Remember(response.IsRecorded
        ? new ResponseRecorded(Id, response.Id, consultee.Name, response.Stance!.Value, response.ReceivedOn!.Value, at, by)
        : new ResponseSent(Id, response.Id, consultee.Name, response.Number, response.Stance!.Value, at, by) { Principal = consultee.Organisation });

    /// <summary>Notes, once, that the last day has passed.</summary>
    public void NoteClosed(DateTimeOffset at)
    {
        if (ClosedAt is not null || State(DateOnly.FromDateTime(at.Local())) != ConsultationState.Closed)
            return;
        ClosedAt = at;
        Remember(new ConsultationClosed(Id, consultees.Count(c => c.HasAnswered), consultees.Count(c => !c.HasAnswered), at, null));
    }

    public void Replied(int replies, DateTimeOffset at, Guid by) => Remember(new RepliesWritten(Id, replies, at, by));

    /// <summary>The answers are compiled and replied to: nothing more is written.</summary>
    public void Compile(DateTimeOffset at, Guid by)
    {
        Refusal.Heed(State(DateOnly.FromDateTime(at.Local())) switch
        {
            ConsultationState.Closed => null,
            ConsultationState.Compiled => new("already-compiled", "Sammanställningen är redan klar."),
            ConsultationState.Open => new("still-open", $"Remissen är öppen till och med {Until!.Value.InWords()}. Den kan sammanställas när den dagen har varit."),
            _ => new Refusal("not-open", "Remissen är inte utskickad."),
        });
        CompiledAt = at;
        Remember(new ConsultationCompiled(Id, Subject, consultees.Count(c => c.HasAnswered), at, by));
    }
}
