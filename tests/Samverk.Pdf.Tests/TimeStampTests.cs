using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Samverk.Pdf.Tests;

/// <summary>PAdES B-T against a time-stamp service of openssl's, over HTTP on this machine.</summary>
public sealed class TimeStampTests : IDisposable
{
    static readonly Approval Approval = new("Gun-Britt Ekstam", "Justerat", new(2026, 9, 21, 14, 20, 0, TimeSpan.FromHours(2)));
    // openssl starts as a process of its own, on a machine that may have much else to do.
    static readonly TimeSpan Patient = TimeSpan.FromMinutes(1);
    readonly Judges judges = new();
    readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        judges.Dispose();
    }

    [Fact]
    public async Task A_seal_is_witnessed_by_a_time_stamp_service()
    {
        Judges.Need("openssl", "pdfsig");
        using var certificate = SealCertificate.Make("Samverk", "Region Bergslunda", Approval.At.AddDays(-1));
        await using var service = Serve(Openssl);
        var sealer = new PadesSealer(certificate, timeStamp: new TimeStampService(client, service.Address, Patient).Stamp);
        var whole = await sealer.Seal(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, [Approval, Approval with { Name = "Björn Åkerlind" }], default);
        var read = PdfSeals.Read(whole);
        Assert.True(read.IsWhole, string.Join(", ", read.Seals.Select(s => s.Fault)));
        Assert.All(read.Seals, s => Assert.NotNull(s.StampedAt));
        var said = (await judges.Try("pdfsig", "-nocert", judges.Put("stamped.pdf", whole))).Said;
        Assert.Equal(2, said.Split("Signature is Valid").Length - 1);
    }

    [Fact]
    public async Task A_time_stamp_about_something_else_is_seen()
    {
        Judges.Need("openssl");
        using var certificate = SealCertificate.Make("Samverk", "Region Bergslunda", Approval.At.AddDays(-1));
        await using var service = Serve(Openssl);
        var stamps = new TimeStampService(client, service.Address, Patient);
        var sealer = new PadesSealer(certificate, timeStamp: (_, ct) => stamps.Stamp(SHA256.HashData("något annat"u8), ct));
        var whole = await sealer.Seal(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, Approval, default);
        Assert.Equal(SealFault.TimeStamp, Assert.Single(PdfSeals.Read(whole).Seals).Fault);
    }

    [Fact]
    public async Task A_service_that_refuses_answers_rubbish_or_never_stops_the_seal_with_words()
    {
        using var certificate = SealCertificate.Make("Samverk", "Region Bergslunda", Approval.At.AddDays(-1));
        Func<byte[], HttpListenerResponse, Task>[] bad =
        [
            (_, answer) => { answer.StatusCode = 503; return Task.CompletedTask; },
            async (_, answer) => await answer.OutputStream.WriteAsync("<html>inte i dag</html>"u8.ToArray()),
            async (_, answer) => await answer.OutputStream.WriteAsync(new byte[100_000]),
            (_, _) => Never,
        ];
        foreach (var answer in bad)
        {
            await using var service = Serve(answer);
            var sealer = new PadesSealer(certificate, timeStamp: new TimeStampService(client, service.Address, TimeSpan.FromSeconds(1)).Stamp);
            var thrown = await Assert.ThrowsAsync<TimeStampException>(() => sealer.Seal(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, Approval, default));
            Assert.Contains("127.0.0.1", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_that_the_service_failed()
    {
        await using var service = Serve((_, _) => Never);
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TimeStampService(client, service.Address).Stamp(SHA256.HashData([1]), given.Token));
    }

    static readonly Task Never = new TaskCompletionSource().Task;

    Server Serve(Func<byte[], HttpListenerResponse, Task> answer) => new(answer);

    async Task Openssl(byte[] query, HttpListenerResponse answer)
    {
        if (!File.Exists(judges["tsa.pem"]))
            MakeAuthority();
        judges.Put("query.tsq", query);
        await judges.Run("openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr");
        answer.ContentType = "application/timestamp-reply";
        await answer.OutputStream.WriteAsync(await File.ReadAllBytesAsync(judges["reply.tsr"]));
    }

    void MakeAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Tidsstämpeln", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        judges.Put("tsa.pem", Encoding.ASCII.GetBytes(SealCertificate.Pem(certificate)));
        judges.Put("serial", "01\n"u8.ToArray());
        judges.Put("tsa.cnf", Encoding.ASCII.GetBytes("""
            [tsa]
            default_tsa = here
            [here]
            serial = serial
            crypto_device = builtin
            signer_cert = tsa.pem
            signer_key = tsa.pem
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """));
    }

    sealed class Server : IAsyncDisposable
    {
        readonly HttpListener listener = new();
        readonly CancellationTokenSource stopped = new();
        readonly Task serving;

        public Server(Func<byte[], HttpListenerResponse, Task> answer)
        {
            Address = new($"http://127.0.0.1:{FreePort()}/");
            listener.Prefixes.Add(Address.ToString());
            listener.Start();
            serving = Serve(answer);
        }

        public Uri Address { get; }

        public async ValueTask DisposeAsync()
        {
            await stopped.CancelAsync();
            listener.Stop();
            await serving;
            listener.Close();
            stopped.Dispose();
        }

        async Task Serve(Func<byte[], HttpListenerResponse, Task> answer)
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    using var query = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(query);
                    await answer(query.ToArray(), context.Response).WaitAsync(stopped.Token);
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or InvalidOperationException or IOException or OperationCanceledException)
            {
                // Stopped, or left by its client.
            }
        }

        static int FreePort()
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            return ((IPEndPoint)socket.LocalEndPoint!).Port;
        }
    }
}
