using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Samverk.Pdf;

namespace Samverk.Storage;

/// <summary>
/// The certificate that the installation seals documents with, and its private key. From configuration
/// (<c>Seal:Certificate</c>: PEM text, a PEM file with both, or a PFX file; <c>Seal:Password</c>), as several nodes need;
/// else <c>seal.pem</c> in the data folder, made at first use, issued by itself and readable by its owner alone.
/// </summary>
public sealed class SealKey : IDisposable
{
    public const string FileName = "seal.pem";
    const int HeldBefore = 90;
    const string PemBegins = "-----BEGIN";

    SealKey(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers) => (Certificate, Issuers) = (certificate, issuers);

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Those who issued it, as far as they were given.</summary>
    public IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>SHA-256 of the certificate, to be compared by eye.</summary>
    public string Fingerprint => CheckpointKey.Fingerprint(Certificate.RawData);

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var issuer in Issuers)
            issuer.Dispose();
    }

    /// <summary>The key, made if there is none.</summary>
    /// <exception cref="CryptographicException">What is configured can't be read, or has no private key.</exception>
    public static SealKey Open(DataPlace place, IConfiguration configuration, DateTimeOffset now)
    {
        if (Known(place, configuration) is { } known)
            return known;
        var organisation = configuration["Seal:Organisation"] is { Length: > 0 } given ? given : "Samverk";
        // It holds from a while ago: a demo tells of minutes that were sealed some weeks back, and clocks differ.
        using var made = SealCertificate.Make("Samverk", organisation, now.AddDays(-HeldBefore));
        PrivateFile.Keep(Path.Combine(place.Folder, FileName), SealCertificate.Pem(made));
        return Known(place, configuration)!;
    }

    /// <summary>Null when the installation has no key yet.</summary>
    /// <exception cref="CryptographicException">What is configured can't be read, or has no private key.</exception>
    public static SealKey? Known(DataPlace place, IConfiguration configuration)
    {
        var password = configuration["Seal:Password"];
        if (configuration["Seal:Certificate"] is { Length: > 0 } given)
            return given.Contains(PemBegins, StringComparison.Ordinal) ? FromPem(given, password) : FromFile(given, password);
        var file = Path.Combine(place.Folder, FileName);
        return File.Exists(file) ? FromFile(file, password: null) : null;
    }

    static SealKey FromFile(string file, string? password)
    {
        var bytes = File.ReadAllBytes(file);
        return Encoding.ASCII.GetString(bytes).Contains(PemBegins, StringComparison.Ordinal) ? FromPem(Encoding.ASCII.GetString(bytes), password)
            : Of(X509CertificateLoader.LoadPkcs12Collection(bytes, password));
    }

    static SealKey FromPem(string pem, string? password)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(pem);
        if (all.Count == 0)
            throw new CryptographicException("There is no certificate in the PEM.");
        all.Insert(0, string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPem(pem, pem) : X509Certificate2.CreateFromEncryptedPem(pem, pem, password));
        return Of(all);
    }

    static SealKey Of(X509Certificate2Collection all)
    {
        var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CryptographicException("The certificate has no private key.");
        return new(own, [.. all.Where(c => !c.HasPrivateKey && c.Thumbprint != own.Thumbprint)]);
    }
}
