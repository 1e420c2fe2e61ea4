using Samverk.Pdf;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Seals documents with the installation's certificate: PAdES B-B, or B-T when <c>Seal:TimeStamp</c> names a time-stamp
/// service (RFC 3161).
/// </summary>
public sealed class Sealing : IDisposable
{
    readonly Lazy<PadesSealer> sealer;
    HttpClient? client;

    /// <param name="key">Asked for at the first seal: until then an installation may have no key.</param>
    public Sealing(Func<SealKey> key, IConfiguration configuration) => sealer = new(() => Sealer(key(), configuration));

    PadesSealer Sealer(SealKey key, IConfiguration configuration)
    {
        if (configuration["Seal:TimeStamp"] is { Length: > 0 } service)
        {
            var address = new Uri(service, UriKind.Absolute);
            client = Outgoing.Client(address.Host);
            return new(key.Certificate, key.Issuers, new TimeStampService(client, address).Stamp);
        }
        return new(key.Certificate, key.Issuers);
    }

    /// <summary>The same bytes with one seal after them for each approval, in their order.</summary>
    /// <exception cref="TimeStampException">The time-stamp service does not answer. Nothing is sealed; try again later.</exception>
    public Task<byte[]> Seal(byte[] pdf, IEnumerable<Approval> approvals, CancellationToken ct) => sealer.Value.Seal(pdf, approvals, ct);

    public void Dispose() => client?.Dispose();
}
