using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>The letters of a dispute. They say that something has happened and where it stands, and nothing of what anybody thinks; their link names it and gives no right to anything.</summary>
static class DisputeLetter
{
    public static string Subject(DisputeView d) => $"Tvist: {d.Subject}";

    public static string ReminderSubject(DisputeView d) => $"Påminnelse om ståndpunkt: {d.Subject}";

    public static string LateSubject(DisputeView d) => $"Tiden är ute: {d.Subject}";

    /// <param name="address">Where Samverk is reached.</param>
    public static string ToParty(DisputeView d, DisputeActKind act, string address) => Join(
        What(d, act),
        d.IsRunning ? $"Skicka er ståndpunkt senast {d.LastDay.InWords()}:\n{address}{DisputePages.Position(d.Id)}\nDen går att skriva på telefon och spara som utkast." : null,
        $"Tvisten och allt som har hänt i den:\n{address}{DisputePages.Of(d.Id)}");

    public static string ToBody(DisputeView d, DisputeActKind act, string address) => Join(
        What(d, act),
        d.IsRunning ? $"{d.Here.Name} har den till och med {d.LastDay.InWords()}." : null,
        $"{address}{DisputePages.Of(d.Id)}");

    public static string Reminder(DisputeView d, string party, string address) => Join(
        $"{party} har inte skickat sin ståndpunkt i tvisten {d.Subject}, om {d.AgreementName}. Sista dagen på det här steget ({d.Here.Name}) är {d.LastDay.InWords()}.",
        $"Skriv den här:\n{address}{DisputePages.Position(d.Id)}",
        "När den är skickad kommer inga fler påminnelser.");

    public static string Late(DisputeView d, string address) => Join(
        $"Tiden hos {d.Here.Name} gick ut {d.LastDay.InWords()} i tvisten {d.Subject}, om {d.AgreementName}.",
        d.IsAtTop ? "Tvisten ligger på det översta steget. Skriv hur den slutade." : "Den kan skickas vidare utan skäl, eller avslutas om parterna är överens.",
        $"{address}{DisputePages.Of(d.Id)}");

    static string What(DisputeView d, DisputeActKind act) => act switch
    {
        DisputeActKind.Raised => $"En tvist är anmäld om {d.AgreementName}: {d.Subject}. Den är mellan {Parties(d)}, och börjar hos {d.Here.Name}.",
        DisputeActKind.SentUp => $"Tvisten {d.Subject}, om {d.AgreementName}, är skickad vidare till {d.Here.Name}.",
        DisputeActKind.Recommended => $"{d.Here.Name} har lämnat en rekommendation i tvisten {d.Subject}, om {d.AgreementName}.",
        _ => $"Tvisten {d.Subject}, om {d.AgreementName}, {d.State.Is()}.",
    };

    static string Parties(DisputeView d) => SwedishText.Enumerate([.. d.Parties.Select(p => p.Name)]);

    static string Join(params string?[] parts) => string.Join("\n\n", parts.Prepend("Hej!").OfType<string>());
}
