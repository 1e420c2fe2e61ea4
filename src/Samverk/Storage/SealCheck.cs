using System.Security.Cryptography;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>What the doctor says of the certificate that documents are sealed with.</summary>
static class SealCheck
{
    const int SoonDays = 90;
    const string Why = "Utan ett giltigt certifikat går det inte att försegla justerade protokoll.";

    public static void Add(IServiceCollection services) =>
        services.AddSingleton(new Check("Sigillet", (s, _, _) => Look(s.GetRequiredService<DataPlace>(), s.GetRequiredService<IConfiguration>(), s.GetRequiredService<TimeProvider>().Now())));

    public static async IAsyncEnumerable<Finding> Look(DataPlace place, IConfiguration configuration, DateTimeOffset now)
    {
        await Task.CompletedTask;
        var (key, problem) = Read(place, configuration);
        using (key)
        {
            if (problem is not null)
                yield return Finding.Wrong($"Certifikatet för sigill går inte att läsa: {problem}", Why, "Ange en PEM-fil med certifikat och privat nyckel, eller en PFX-fil med Seal__Password, i Seal__Certificate.");
            else if (key is null)
                yield return Finding.Note("Det finns inget certifikat för sigill.", "Det skapas när det första protokollet förseglas, i seal.pem i datamappen. Flera servrar skulle då få var sitt.", "Ingenting, om ni har en server. Annars: ange samma certifikat på alla med Seal__Certificate.");
            else if (Dated(key, now) is { } dated)
                yield return dated;
        }
        var file = Path.Combine(place.Folder, SealKey.FileName);
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
            yield return Finding.Wrong($"Andra konton på servern kommer åt {file}.", "Den som har nyckeln kan försegla dokument i ert namn.", $"chmod 600 {file}");
        if (configuration["Seal:TimeStamp"] is { Length: > 0 } service && !(Uri.TryCreate(service, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return Finding.Wrong($"Seal__TimeStamp är ingen webbadress: {service}", "Protokoll förseglas inte utan den tidsstämpel som är inställd.", "Ange tjänstens adress, eller ta bort inställningen.");
    }

    static Finding? Dated(SealKey key, DateTimeOffset now)
    {
        var (begins, ends) = (new DateTimeOffset(key.Certificate.NotBefore), new DateTimeOffset(key.Certificate.NotAfter));
        var what = $"Certifikatet för sigill gäller från {begins.Local():yyyy-MM-dd} till {ends.Local():yyyy-MM-dd}";
        const string Renew = "Ange ett nytt i Seal__Certificate, eller flytta undan seal.pem så skapas ett nytt. Det som redan är förseglat påverkas inte.";
        return now < begins ? Finding.Wrong($"{what}, alltså inte än.", Why, "Ställ klockan, eller vänta.")
            : now > ends ? Finding.Wrong($"{what}, alltså inte längre.", Why, Renew)
            : now > ends.AddDays(-SoonDays) ? Finding.Note($"{what}.", "Sedan går det inte att försegla justerade protokoll.", Renew)
            : null;
    }

    static (SealKey? Key, string? Problem) Read(DataPlace place, IConfiguration configuration)
    {
        try
        {
            return (SealKey.Known(place, configuration), null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, e.Message);
        }
    }
}
