using System.Linq.Expressions;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>How far a consultation has come.</summary>
public enum ConsultationState { Draft, Open, Closed, Compiled }

/// <summary>What its keeper says of a consultation before it is sent out.</summary>
/// <param name="Version">The locked text that is asked about.</param>
/// <param name="LastDay">The last day to answer.</param>
/// <param name="Questions">Asked beside the text.</param>
/// <param name="RespondTo">The mail address for those who answer outside Samverk.</param>
public sealed record ConsultationFacts(int Version, string? About, DateOnly? LastDay, IReadOnlyList<string> Questions, string? RespondTo)
{
    public const int MostQuestions = 20, LongestQuestion = 300, LongestAbout = 4000, MostDays = 730;

    /// <summary>Why it can't be said so; null when it can.</summary>
    public Refusal? Fault(DateOnly today) =>
        LastDay is null ? new("deadline-missing", "Skriv den sista dagen att svara, som 2026-12-18.")
        : LastDay < today ? new("deadline-past", "Sista dagen har varit. Skriv en dag som kommer.")
        : LastDay > today.AddDays(MostDays) ? new("deadline-odd", "Sista dagen är mer än två år bort. Skriv en närmare dag.")
        : About?.Length > LongestAbout ? new("text-long", $"Texten är längre än {SwedishText.Figure(LongestAbout)} tecken. Korta den.")
        : Questions.Count > MostQuestions ? new("questions-many", $"Frågorna är fler än {MostQuestions}. Slå ihop några.")
        : Questions.Any(q => q.Length > LongestQuestion) ? new("question-odd", $"En fråga är längre än {LongestQuestion} tecken. Korta den.")
        : Reach.MailFault(TextRules.Trimmed(RespondTo));
}

/// <summary>Somebody who is to be asked: an organisation or body of the area, or somebody outside by name and address.</summary>
public sealed record ProposedConsultee(Guid? Organisation, Guid? Body, string Name, string? Mail)
{
    internal bool IsOutside => Organisation is null && Body is null;

    internal static Refusal? Fault(IReadOnlyList<ProposedConsultee> proposed, string? respondTo) =>
        proposed.Count == 0 ? new("consultees-missing", "Välj minst en remissinstans.")
        : proposed.Count > Consultation.MostConsultees ? new("consultees-many", $"Remissinstanserna är fler än {Consultation.MostConsultees}. Dela upp remissen.")
        : proposed.GroupBy(p => p.Name.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice ? new("consultee-twice", $"{twice.Key} står två gånger. Ta bort den ena.")
        : proposed.Select(p => TextRules.Name(p.Name, "Remissinstansens namn") ?? MailFault(p)).OfType<Refusal>().FirstOrDefault() is { } fault ? fault
        : proposed.Any(p => p.IsOutside) && TextRules.Trimmed(respondTo) is null ? new("respond-to-missing", "Skriv den adress som de utanför Samverk svarar till.") : null;

    static Refusal? MailFault(ProposedConsultee p) =>
        Reach.MailFault(TextRules.Trimmed(p.Mail)) is null ? null : new("consultee-mail-odd", $"E-postadressen till {p.Name} ser inte ut som en adress. Skriv den som namn@kommun.se.");
}

/// <summary>What state a consultation is in follows from these facts and the day, here and nowhere else.</summary>
static class ConsultationLife
{
    /// <param name="until">The last day of anybody.</param>
    public static ConsultationState Of(bool isKept, DateTimeOffset? openedAt, DateOnly? until, DateTimeOffset? compiledAt, DateOnly today) =>
        compiledAt is not null ? ConsultationState.Compiled
        : isKept && openedAt is null ? ConsultationState.Draft
        : until >= today ? ConsultationState.Open : ConsultationState.Closed;

    /// <summary>The same, as the database is asked.</summary>
    public static Expression<Func<Consultation, ConsultationState>> On(DateOnly today) => c =>
        c.CompiledAt != null ? ConsultationState.Compiled
        : c.Agreement != null && c.OpenedAt == null ? ConsultationState.Draft
        : (c.Until ?? DateOnly.MinValue) >= today ? ConsultationState.Open : ConsultationState.Closed;
}

/// <summary>When a consultee that has not answered is reminded: a week before its last day, and the day before it. An answer ends it.</summary>
static class ConsultationReminders
{
    public const int DaysBefore = 7;

    /// <param name="asked">The day that it was sent the letter.</param>
    /// <param name="reminded">The day of the last reminder, by rule or by hand.</param>
    /// <returns>The next day; null when it is reminded no more by rule.</returns>
    public static DateOnly? Next(DateOnly asked, DateOnly lastDay, DateOnly? reminded) =>
        new[] { lastDay.AddDays(-DaysBefore), lastDay.AddDays(-1) }.Where(day => day > (reminded ?? asked)).Select(day => (DateOnly?)day).FirstOrDefault();
}
