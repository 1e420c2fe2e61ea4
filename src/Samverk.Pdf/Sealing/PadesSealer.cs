using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Samverk.Pdf;

/// <summary>
/// Seals files that <see cref="PdfWriter"/> has written: PAdES B-B, or B-T with a time-stamp service. Each seal is an
/// addition at the end, which covers every byte before it; nothing that was sealed changes.
/// </summary>
/// <param name="certificate">With its private key. The caller keeps it, and disposes of it.</param>
/// <param name="issuers">Those who issued it, to follow along; none for one that it issued itself.</param>
/// <param name="timeStamp">Gives the RFC 3161 token of a SHA-256 hash, as <see cref="TimeStampService.Stamp"/> does.</param>
public sealed class PadesSealer(X509Certificate2 certificate, IReadOnlyList<X509Certificate2>? issuers = null, Func<byte[], CancellationToken, Task<byte[]>>? timeStamp = null)
{
    const int RoomForSignature = 4096, RoomForTimeStamp = 16 * 1024;

    /// <summary>One seal for each approval, in their order.</summary>
    public async Task<byte[]> Seal(byte[] pdf, IEnumerable<Approval> approvals, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(approvals);
        foreach (var approval in approvals)
            pdf = await Seal(pdf, approval, ct);
        return pdf;
    }

    /// <exception cref="ArgumentException">The file is none of those that this library writes.</exception>
    /// <exception cref="TimeStampException">The time-stamp service does not answer as it should. Nothing is sealed.</exception>
    public async Task<byte[]> Seal(byte[] pdf, Approval approval, CancellationToken ct)
    {
        var space = Append(pdf, approval);
        var signed = Sign(space.Covered);
        if (timeStamp is not null)
        {
            var signer = signed.SignerInfos[0];
            var token = await timeStamp(SHA256.HashData(signer.GetSignature()), ct);
            signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(Oids.SignatureTimeStamp), token));
        }
        return space.Fill(signed.Encode());
    }

    SealSpace Append(byte[] pdf, Approval approval)
    {
        var room = RoomForSignature + certificate.RawDataMemory.Length + (issuers ?? []).Sum(i => i.RawDataMemory.Length) + (timeStamp is null ? 0 : RoomForTimeStamp);
        try
        {
            return SealSpace.Append(pdf, approval, room);
        }
        catch (PdfSyntaxException e)
        {
            throw new ArgumentException($"This file can't be sealed: {e.Message}", nameof(pdf), e);
        }
    }

    SignedCms Sign(byte[] covered)
    {
        var signed = new SignedCms(new ContentInfo(covered), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Oids.Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in issuers ?? [])
            signer.Certificates.Add(issuer);
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(Oids.SigningCertificateV2), SigningCertificate()));
        signed.ComputeSignature(signer);
        return signed;
    }

    // ESSCertIDv2 with SHA-256, its default: which certificate signed is itself signed.
    byte[] SigningCertificate()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        return writer.Encode();
    }
}

static class Oids
{
    public const string Sha256 = "2.16.840.1.101.3.4.2.1", SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47", SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14", DocumentSigning = "1.3.6.1.5.5.7.3.36";
}
