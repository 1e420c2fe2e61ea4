using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Mail;

/// <summary>A letter could not be sent now. Says nothing of whom it is to: it goes to the log.</summary>
public sealed class LetterWaitsException() : Exception("Brevet kunde inte skickas nu. Varför står hos den som det gäller.");

/// <summary>
/// Sends letters; called by the outbox, as often as it likes. Killed between the server's yes and our own note of it, a
/// letter is sent once more with the same Message-ID, by which mail programs show one.
/// </summary>
sealed class Postman(SamverkDb db, Work work, MailSettings settings, IDataProtectionProvider protection, TimeProvider clock)
{
    public async Task Send(Guid id, CancellationToken ct)
    {
        if (await db.Set<Message>().SingleOrDefaultAsync(m => m.Id == id, ct) is not { Text: { } hidden } message)
            return;
        if (message.Until <= clock.GetUtcNow())
        {
            await work.Must(() => One(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, (byte[]?)null), ct), ct);
            return;
        }
        if (await Before(message, ct) is { } before && !await MayFollow(message, before, ct))
            return;
        var problem = await Try(message, hidden, ct);
        // What the server has said yes to is noted even when we are stopping.
        await work.Must(() => Note(id, problem), CancellationToken.None);
        if (problem is not null)
            throw new LetterWaitsException();
    }

    Task<Message?> Before(Message message, CancellationToken ct) => db.Set<Message>().SingleOrDefaultAsync(m => m.Id == message.After, ct);

    /// <returns>False when it is not to be sent at all; it waits while the one before waits.</returns>
    async Task<bool> MayFollow(Message message, Message before, CancellationToken ct)
    {
        if (before.SentAt is not null)
            return true;
        if (before.Text is not null)
            throw new LetterWaitsException();
        if (message.OnlyIfSent)
            await work.Must(() => One(message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, (byte[]?)null), ct), ct);
        return !message.OnlyIfSent;
    }

    Task<int> Note(Guid id, string? problem)
    {
        var at = clock.Now();
        return problem is null
            ? One(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, at).SetProperty(x => x.Text, (byte[]?)null).SetProperty(x => x.Problem, (string?)null).SetProperty(x => x.Attempts, x => x.Attempts + 1))
            : One(id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Problem, problem).SetProperty(x => x.Attempts, x => x.Attempts + 1));
    }

    IQueryable<Message> One(Guid id) => db.Set<Message>().Where(m => m.Id == id);

    /// <returns>Why it could not be sent; null when the server has taken it.</returns>
    async Task<string?> Try(Message message, byte[] hidden, CancellationToken ct)
    {
        if (settings is not { Host: { } host, Sender: { } sender })
            return "Ingen mejlserver är inställd.";
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(settings.Patience);
        try
        {
            var text = JsonSerializer.Deserialize<Hidden>(Post.Protector(protection, message.Id).Unprotect(hidden))!;
            using var mail = Mail(message, sender, text);
            var enclosures = await db.Set<Enclosure>().Where(e => message.Enclosures.Contains(e.Id)).ToDictionaryAsync(e => e.Id, timer.Token);
            foreach (var enclosure in message.Enclosures.Where(enclosures.ContainsKey))
                mail.Attachments.Add(Attached(enclosures[enclosure]));
            using var client = new SmtpClient(host, settings.Port) { EnableSsl = settings.Encrypts, UseDefaultCredentials = false, Credentials = settings.Credential };
            await client.SendMailAsync(mail, timer.Token);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var words = timer.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"Mejlservern svarade inte på {settings.Patience.TotalSeconds:0} sekunder.") : Words(e);
            return words.Length > Message.LongestProblem ? words[..Message.LongestProblem] : words;
        }
    }

    static MailMessage Mail(Message message, MailAddress sender, Hidden text)
    {
        var mail = new MailMessage(sender, new MailAddress(message.To, message.ToName, Encoding.UTF8))
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        // From the row's id: a second try is the same letter.
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@{sender.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (text is { Method: { } method, Calendar: { } calendar })
            mail.AlternateViews.Add(Calendar(method, calendar));
        return mail;
    }

    // A part beside the text, with the method in its type: so calendar programs ask their owner (RFC 6047, 2.4).
    static AlternateView Calendar(CalendarMethod method, byte[] calendar)
    {
        var type = new ContentType("text/calendar") { CharSet = "utf-8" };
        type.Parameters.Add("method", ICalendar.Word(method));
        return new(new MemoryStream(calendar), type) { TransferEncoding = TransferEncoding.Base64 };
    }

    static Attachment Attached(Enclosure enclosure) =>
        new(new MemoryStream(enclosure.Bytes), enclosure.Name, enclosure.Type) { TransferEncoding = TransferEncoding.Base64, NameEncoding = Encoding.UTF8 };

    static string Words(Exception e) => e switch
    {
        CryptographicException => "Brevets text går inte att läsa längre. Skapa en ny inbjudan.",
        FormatException => "Adressen går inte att skicka till.",
        _ when Causes(e).Any(c => c is AuthenticationException) => "Mejlserverns certifikat godtas inte.",
        _ when Causes(e).Any(c => c is SocketException or IOException) => "Mejlservern gick inte att nå.",
        SmtpException { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst } => $"Mejlservern godtog inte inloggningen: {e.Message}",
        _ => $"Mejlservern tog inte emot brevet: {e.Message}",
    };

    static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
