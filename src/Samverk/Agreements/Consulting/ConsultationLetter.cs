using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>The letters of a consultation. Their link names it and gives no right to anything.</summary>
static class ConsultationLetter
{
    public static string Subject(string name) => $"Remiss: {name}";

    public static string ReminderSubject(string name) => $"Påminnelse om remiss: {name}";

    public static string ExtensionSubject(string name) => $"Längre tid för remiss: {name}";

    /// <param name="address">Where Samverk is reached.</param>
    /// <param name="sender">Who answers what somebody wonders.</param>
    public static string Asked(ConsultationView c, ConsulteeRow to, string address, string sender) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"{to.Name} får tillfälle att lämna synpunkter på {c.Name}, version {c.Version}. Svara senast {to.LastDay.InWords()}.",
        c.About,
        c.Questions.Count == 0 ? null : $"Utöver texten undrar vi:\n{string.Join('\n', c.Questions.Select((q, i) => $"{i + 1}. {q}"))}",
        "Bifogat: texten som förseglad PDF.",
        Where(c, to, address),
        $"Textens sigill (SHA-256): {SealWords.Whole(c.TextSeal)}",
        $"Är det något du undrar över, fråga {sender}.",
    }.OfType<string>());

    public static string Reminder(ConsultationView c, ConsulteeRow to, string address) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"{to.Name} har inte svarat på remissen om {c.Name}, version {c.Version}. Sista dagen är {to.LastDay.InWords()}.",
        Where(c, to, address),
        "Har ni inga synpunkter, eller avstår ni, räcker det att säga det. Då kommer inga fler påminnelser.",
    });

    public static string Extension(ConsultationView c, ConsulteeRow to, DateOnly until, string reason, string address) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"{to.Name} har fått längre tid att svara på remissen om {c.Name}, version {c.Version}: till och med {until.InWords()}.",
        $"Skäl: {reason}",
        Where(c, to, address),
    });

    static string Where(ConsultationView c, ConsulteeRow to, string address) => to is { Organisation: null, Body: null }
        ? $"Svara med mejl till {c.RespondTo}. Skriv om ni tillstyrker, tillstyrker med ändringar, avstyrker, inte har några synpunkter eller avstår, och vilken rubrik i texten varje synpunkt gäller."
        : $"Svara här:\n{address}{ConsultationPages.Answer(c.Id)}\nDu loggar in och svarar för {to.Name}. Det går på telefon, och svaret kan sparas som utkast.";
}
