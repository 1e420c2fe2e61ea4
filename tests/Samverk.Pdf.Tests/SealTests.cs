using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Samverk.Pdf.Tests;

public sealed class SealTests : IDisposable
{
    static readonly DateTimeOffset Day = new(2026, 9, 21, 14, 20, 0, TimeSpan.FromHours(2));
    static readonly Approval[] Approvals = [new("Gun-Britt Ekstam", "Justerat", Day), new("Björn Åkerlind", "Justerat", Day.AddHours(3)), new("Čestmír Novotný", "Justerat", Day.AddDays(1))];
    static readonly Lazy<X509Certificate2> Own = new(() => SealCertificate.Make("Samverk i Bergslunda", "Region Bergslunda", Day.AddDays(-1)));
    readonly Judges judges = new();

    public void Dispose() => judges.Dispose();

    [Fact]
    public async Task Each_approval_is_an_addition_that_covers_all_before_it()
    {
        var written = PdfWriter.Write(Sample.Minutes(2), Sample.Typeface).Bytes;
        var whole = await new PadesSealer(Own.Value).Seal(written, Approvals, default);
        Assert.True(whole.AsSpan().StartsWith(written));
        var read = PdfSeals.Read(whole);
        Assert.True(read.IsWhole, read.Problem ?? string.Join(", ", read.Seals.Select(s => s.Fault)));
        Assert.Equal(Approvals, read.Seals.Select(s => new Approval(s.Name, s.Reason, s.At!.Value)));
        Assert.Equal([false, false, true], read.Seals.Select(s => s.CoversWholeFile));
        Assert.All(read.Seals, s => Assert.Equal(Own.Value.RawData, s.Certificate));
        Assert.All(read.Seals, s => Assert.Contains("CN=Samverk i Bergslunda", s.Subject, StringComparison.Ordinal));
        for (var i = 1; i < read.Seals.Count; i++)
            Assert.True(read.Seals[i].Covers > read.Seals[i - 1].Covers);
        _ = new CheckedFile(whole);
    }

    [Fact]
    public async Task Pdfsig_and_qpdf_find_every_seal_good()
    {
        Judges.Need("pdfsig", "qpdf", "pdfinfo");
        var file = judges.Put("sealed.pdf", await Sealed());
        var said = await Pdfsig(file);
        Assert.Equal(3, Regex.Count(said, "Signature Validation: Signature is Valid", RegexOptions.None, TimeSpan.FromSeconds(30)));
        Assert.Equal(3, Regex.Count(said, "Signature Type: ETSI.CAdES.detached", RegexOptions.None, TimeSpan.FromSeconds(30)));
        Assert.Contains("Signer Certificate Common Name: Samverk i Bergslunda", said, StringComparison.Ordinal);
        Assert.Contains("Signing Hash Algorithm: SHA-256", said, StringComparison.Ordinal);
        var last = said[said.LastIndexOf("Signature #", StringComparison.Ordinal)..];
        Assert.Contains("Total document signed", last, StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors found", await judges.Run("qpdf", "--check", file), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", await judges.Run("pdfinfo", file));
    }

    [Theory]
    [InlineData("%PDF", 3)]
    [InlineData("/StructTreeRoot", 1)]
    [InlineData("/SigFlags 0", 10)]
    public async Task One_changed_byte_is_seen(string near, int further)
    {
        Judges.Need("pdfsig");
        var changed = await Sealed();
        changed[changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(near)) + further] ^= 1;
        var read = PdfSeals.Read(changed);
        Assert.False(read.IsWhole);
        Assert.All(read.Seals, s => Assert.Equal(SealFault.Changed, s.Fault));
        Assert.DoesNotContain("Signature is Valid", await Pdfsig(judges.Put("changed.pdf", changed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_byte_counts()
    {
        var whole = await Sealed();
        var random = new Random(20260911);
        for (var i = 0; i < 60; i++)
        {
            var changed = (byte[])whole.Clone();
            var at = random.Next(changed.Length);
            // The room that a signature leaves empty may hold anything: nobody reads it.
            if (changed[at] == '0')
                continue;
            changed[at] ^= 0x10;
            var read = PdfSeals.Read(changed);
            Assert.False(read.IsWhole && read.Seals.Count == 3, $"Byte {at} was changed and nobody saw it.");
        }
    }

    [Fact]
    public async Task What_is_added_after_the_last_seal_is_seen()
    {
        var whole = await Sealed();
        byte[] longer = [.. whole, .. "% and one thing more\n"u8];
        Assert.False(PdfSeals.Read(longer).IsWhole);
        // A seal taken away: the file ends at the one before, which covers all that is left.
        var shorter = whole[..(int)PdfSeals.Read(whole).Seals[1].Covers];
        Assert.Equal((2, true), (PdfSeals.Read(shorter).Seals.Count, PdfSeals.Read(shorter).IsWhole));
    }

    [Fact]
    public async Task A_seal_that_leaves_out_more_than_its_own_room_does_not_hold()
    {
        var whole = await new PadesSealer(Own.Value).Seal(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, Approvals[0], default);
        var text = Encoding.Latin1.GetString(whole);
        var range = Regex.Match(text, @"/ByteRange \[0 (?<first>\d{10}) (?<second>\d{10}) (?<length>\d{10})\]", RegexOptions.None, TimeSpan.FromSeconds(30));
        var (first, second, length) = (int.Parse(range.Groups["first"].Value), int.Parse(range.Groups["second"].Value), int.Parse(range.Groups["length"].Value));
        var moved = Encoding.Latin1.GetBytes(text.Replace(range.Value, $"/ByteRange [0 {first - 10:D10} {second:D10} {length:D10}]", StringComparison.Ordinal));
        Assert.Equal(SealFault.Range, Assert.Single(PdfSeals.Read(moved).Seals).Fault);
    }

    [Fact]
    public async Task Openssl_verifies_the_signature_by_itself()
    {
        Judges.Need("openssl");
        var whole = await Sealed();
        var signature = Signatures(whole)[^1];
        judges.Put("cert.pem", Encoding.ASCII.GetBytes(Own.Value.ExportCertificatePem()));
        judges.Put("covered", signature.Covered);
        judges.Put("signature.der", signature.Contents);
        var said = await judges.Run("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "covered", "-CAfile", "cert.pem", "-purpose", "any", "-out", "out", "-attime", Day.AddDays(1).ToUnixTimeSeconds().ToString());
        Assert.Contains("successful", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("signingCertificateV2", await judges.Run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "signature.der"), StringComparison.Ordinal);
        signature.Covered[1000] ^= 1;
        judges.Put("covered", signature.Covered);
        Assert.NotEqual(0, (await judges.Try("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "covered", "-CAfile", "cert.pem", "-purpose", "any", "-out", "out")).Code);
    }

    [Fact]
    public async Task A_certificate_by_others_brings_those_who_issued_it()
    {
        using var issuerKey = RSA.Create(2048);
        var issuerRequest = new CertificateRequest("CN=Utfärdaren", issuerKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        issuerRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = issuerRequest.CreateSelfSigned(Day.AddDays(-2), Day.AddYears(5));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = new CertificateRequest("CN=Samverk", key, HashAlgorithmName.SHA256).Create(issuer.SubjectName, X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1), Day.AddDays(-1), Day.AddYears(1), [1, 2, 3]);
        using var own = issued.CopyWithPrivateKey(key);
        var whole = await new PadesSealer(own, [issuer]).Seal(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, Approvals, default);
        Assert.True(PdfSeals.Read(whole).IsWhole);
        var cms = new System.Security.Cryptography.Pkcs.SignedCms();
        cms.Decode(Signatures(whole)[0].Contents);
        Assert.Equal(2, cms.Certificates.Count);
    }

    [Fact]
    public async Task A_seal_from_before_or_after_the_certificate_does_not_hold()
    {
        var written = PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes;
        foreach (var at in (DateTimeOffset[])[Day.AddDays(-2), Day.AddYears(11)])
        {
            var read = PdfSeals.Read(await new PadesSealer(Own.Value).Seal(written, new Approval("Maj-Lis Öberg", "Justerat", at), default));
            Assert.Equal(SealFault.Certificate, Assert.Single(read.Seals).Fault);
        }
    }

    [Fact]
    public async Task A_file_by_others_is_not_sealed_and_has_no_seals()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => new PadesSealer(Own.Value).Seal("%PDF-1.4 nothing more"u8.ToArray(), Approvals[0], default));
        Assert.NotNull(PdfSeals.Read([]).Problem);
        var unsealed = PdfSeals.Read(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes);
        Assert.Equal((null, 0, false), (unsealed.Problem, unsealed.Seals.Count, unsealed.IsWhole));
    }

    [Fact]
    public void The_certificate_is_ten_years_old_at_most_and_survives_being_kept()
    {
        Assert.Equal(Day.AddDays(-1).AddYears(10).UtcDateTime, Own.Value.NotAfter.ToUniversalTime());
        Assert.Equal(3072, Own.Value.GetRSAPublicKey()!.KeySize);
        var pem = SealCertificate.Pem(Own.Value);
        using var again = X509Certificate2.CreateFromPem(pem, pem);
        Assert.True(again.HasPrivateKey);
        Assert.Equal(Own.Value.Thumbprint, again.Thumbprint);
    }

    static Task<byte[]> Sealed() => new PadesSealer(Own.Value).Seal(PdfWriter.Write(Sample.Minutes(2), Sample.Typeface).Bytes, Approvals, default);

    // Its own certificate is known to nobody, which pdfsig says by its exit code.
    async Task<string> Pdfsig(string file) => (await judges.Try("pdfsig", "-nocert", file)).Said;

    static List<(byte[] Contents, byte[] Covered)> Signatures(byte[] whole) =>
        [.. Regex.Matches(Encoding.Latin1.GetString(whole), @"/ByteRange \[0 (?<first>\d+) (?<second>\d+) (?<length>\d+)\] /Contents <(?<contents>[0-9A-F]+)>", RegexOptions.None, TimeSpan.FromSeconds(30)).Select(m =>
        {
            var (first, second, length) = (int.Parse(m.Groups["first"].Value), int.Parse(m.Groups["second"].Value), int.Parse(m.Groups["length"].Value));
            var contents = Convert.FromHexString(m.Groups["contents"].Value);
            System.Formats.Asn1.AsnDecoder.ReadEncodedValue(contents, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out var used);
            return (contents[..used], (byte[])[.. whole.AsSpan(0, first), .. whole.AsSpan(second, length)]);
        })];
}
