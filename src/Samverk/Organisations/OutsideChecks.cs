using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Samverk.Mail;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>What the doctor looks at outside the installation: the mail server, and the providers that people sign in with.</summary>
static class OutsideChecks
{
    const int TlsFromTheStart = 465;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new Check("Mejlservern", (s, _, ct) => Mail(s.GetRequiredService<IConfiguration>(), ct)));
        services.AddSingleton(new Check("Inloggningen", (s, _, ct) => Providers(s.GetRequiredService<IConfiguration>(), ct)));
    }

    static async IAsyncEnumerable<Finding> Mail(IConfiguration configuration, [EnumeratorCancellation] CancellationToken ct)
    {
        if (configuration["Mail:Host"] is not { Length: > 0 } host)
        {
            yield return Finding.Note("Ingen mejlserver är angiven.", "Samverk kan då inte skicka brev, till exempel inbjudningar.", "Ange Mail__Host, Mail__Port och Mail__From.");
            yield break;
        }
        var settings = MailSettings.Read(configuration);
        var port = settings.Port;
        if (settings.Sender is null)
            yield return Finding.Wrong("Mail__From saknas eller är ingen e-postadress.", "Inga brev skickas.", "Ange den adress som breven ska komma från.");
        if (port == TlsFromTheStart)
            yield return Finding.Wrong($"Mail__Port är {TlsFromTheStart}, som Samverk inte kan tala med.", "Brev ligger kvar.", "Ange den port där mejlservern tar STARTTLS, ofta 587.");
        else if (!settings.Encrypts && !settings.IsHere)
            yield return Finding.Note($"Brev går okrypterade till {host}:{port}.", "En inbjudans länk går att läsa på vägen dit.", "Ange port 587, eller ha mejlservern i samma skyddade nät.");
        if (await Greets(host, port, ct) is { } fault)
            yield return Finding.Wrong($"Mejlservern {host}:{port} svarar inte: {fault}", "Brev ligger kvar tills den svarar.", "Kontrollera Mail__Host och Mail__Port, och att brandväggen släpper igenom.");
    }

    static async Task<string?> Greets(string host, int port, CancellationToken ct)
    {
        using var timer = Timer(ct);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, timer.Token);
            // There the server waits for us.
            if (port == TlsFromTheStart)
                return null;
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync(timer.Token) is ['2', '2', '0', ..] ? null : "den hälsar inte som en mejlserver.";
        }
        catch (Exception e) when (IsFault(e, ct))
        {
            return Words(e);
        }
    }

    static async IAsyncEnumerable<Finding> Providers(IConfiguration configuration, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var provider in configuration.GetSection("SignIn:Providers").GetChildren())
        {
            var name = $"SignIn__Providers__{provider.Key}";
            foreach (var missing in new[] { "Issuer", "ClientId" }.Where(k => string.IsNullOrWhiteSpace(provider[k])))
                yield return Finding.Wrong($"{name}__{missing} saknas.", "Ingen kan logga in den vägen.", "Ange den så som leverantören av inloggningen har gett den.");
            if (provider["Issuer"] is { Length: > 0 } issuer && await Discover(issuer, ct) is { } fault)
                yield return Finding.Wrong($"Inloggningen hos {issuer} svarar inte som den ska: {fault}", "De som loggar in den vägen kommer inte in.", $"Kontrollera {name}__Issuer, att brandväggen släpper igenom och att certifikatet gäller.");
        }
    }

    static async Task<string?> Discover(string issuer, CancellationToken ct)
    {
        using var timer = Timer(ct);
        try
        {
            using var client = Outgoing.Client(new Uri(issuer).Host);
            using var document = JsonDocument.Parse(await client.GetStringAsync(issuer.TrimEnd('/') + "/.well-known/openid-configuration", timer.Token));
            return document.RootElement.TryGetProperty("issuer", out var says) && says.GetString() == issuer ? null : "den säger sig vara en annan än den som är angiven.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or UriFormatException or NotSupportedException)
        {
            return "svaret är inte en beskrivning av en inloggning.";
        }
        catch (Exception e) when (IsFault(e, ct))
        {
            return Words(e);
        }
    }

    static bool IsFault(Exception e, CancellationToken ct) => e is SocketException or IOException or HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested);

    static string Words(Exception e) => e is OperationCanceledException ? $"inget svar på {Patience.Seconds} sekunder." : e.Message;

    static CancellationTokenSource Timer(CancellationToken ct)
    {
        var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(Patience);
        return timer;
    }
}
