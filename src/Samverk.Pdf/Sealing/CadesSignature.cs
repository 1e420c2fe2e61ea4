using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Samverk.Pdf;

/// <summary>The signature within a seal (CAdES), verified.</summary>
static class CadesSignature
{
    public sealed record Verified(SealFault Fault, byte[] Certificate, string Subject, DateTimeOffset? StampedAt);

    /// <param name="contents">The signature, with what is left of its room after it.</param>
    public static Verified Verify(byte[] contents, byte[] covered, DateTimeOffset? at)
    {
        try
        {
            var signed = new SignedCms(new ContentInfo(covered), detached: true);
            signed.Decode(Trimmed(contents));
            if (signed.SignerInfos is not [{ Certificate: { } certificate } signer] || !Names(signer, certificate))
                return new(SealFault.Signature, [], "", null);
            var (stamped, stampHolds) = Stamp(signer);
            var fault = Holds(signed, signer, covered, certificate, at);
            return new(fault != SealFault.None || stampHolds ? fault : SealFault.TimeStamp, certificate.RawData, certificate.Subject, stamped);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return new(SealFault.Signature, [], "", null);
        }
    }

    static SealFault Holds(SignedCms signed, SignerInfo signer, byte[] covered, X509Certificate2 certificate, DateTimeOffset? at)
    {
        var digest = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9MessageDigest>().FirstOrDefault();
        if (signer.DigestAlgorithm.Value != Oids.Sha256 || digest is null)
            return SealFault.Signature;
        if (!digest.MessageDigest.AsSpan().SequenceEqual(SHA256.HashData(covered)))
            return SealFault.Changed;
        try
        {
            signed.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return SealFault.Signature;
        }
        // PDF times have whole seconds.
        return at is { } time && time.AddSeconds(1) > new DateTimeOffset(certificate.NotBefore) && time <= new DateTimeOffset(certificate.NotAfter) ? SealFault.None : SealFault.Certificate;
    }

    // signing-certificate-v2: that the certificate which follows along is the one that signed.
    static bool Names(SignerInfo signer, X509Certificate2 certificate)
    {
        if (Attribute(signer.SignedAttributes, Oids.SigningCertificateV2) is not { } value)
            return false;
        var first = new AsnReader(value, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        // Another hash than the default names itself before the value.
        var algorithm = first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? first.ReadSequence().ReadObjectIdentifier() : Oids.Sha256;
        return algorithm == Oids.Sha256 && first.ReadOctetString().AsSpan().SequenceEqual(certificate.GetCertHash(HashAlgorithmName.SHA256));
    }

    static (DateTimeOffset? At, bool Holds) Stamp(SignerInfo signer)
    {
        if (Attribute(signer.UnsignedAttributes, Oids.SignatureTimeStamp) is not { } encoded)
            return (null, true);
        if (!Rfc3161TimestampToken.TryDecode(encoded, out var token, out _))
            return (null, false);
        return (token.TokenInfo.Timestamp, token.VerifySignatureForHash(SHA256.HashData(signer.GetSignature()), HashAlgorithmName.SHA256, out _));
    }

    static byte[]? Attribute(CryptographicAttributeObjectCollection attributes, string oid) =>
        attributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == oid) is { Values: { Count: > 0 } values } ? values[0].RawData : null;

    static byte[] Trimmed(byte[] contents)
    {
        AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
        return contents[..length];
    }
}
