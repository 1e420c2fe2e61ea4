using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Samverk.Pdf;

/// <summary>Makes the certificate that an installation seals with when it has none from elsewhere: RSA-3072, issued by itself, for ten years.</summary>
public static class SealCertificate
{
    const int KeyBits = 3072, Years = 10, LongestName = 64;

    /// <returns>With its private key.</returns>
    public static X509Certificate2 Make(string commonName, string organisation, DateTimeOffset from)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(Name(commonName, organisation), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Oids.DocumentSigning)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(from, from.AddYears(Years));
    }

    /// <summary>Certificate and private key as PEM, both in one text.</summary>
    public static string Pem(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var key = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no private RSA key.", nameof(certificate));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    static X500DistinguishedName Name(string commonName, string organisation)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(Characters.OneLine(commonName, LongestName));
        name.AddOrganizationName(Characters.OneLine(organisation, LongestName));
        name.AddCountryOrRegion("SE");
        return name.Build();
    }
}
