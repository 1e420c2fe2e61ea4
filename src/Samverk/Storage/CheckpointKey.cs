using System.Security.Cryptography;

namespace Samverk.Storage;

/// <summary>
/// The installation's key for checkpoints: ECDSA on P-256. From configuration (<c>Proof:Key</c>, PEM text or a file of it),
/// as several nodes need; else <c>checkpoint-key.pem</c> in the data folder, made at first use and readable by its owner alone.
/// </summary>
public sealed class CheckpointKey : IDisposable
{
    public const string FileName = "checkpoint-key.pem";
    readonly ECDsa key;

    CheckpointKey(string pem)
    {
        key = ECDsa.Create();
        key.ImportFromPem(pem);
    }

    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    /// <summary>The key, made if there is none.</summary>
    public static CheckpointKey Open(DataPlace place, IConfiguration configuration)
    {
        if (Known(place, configuration) is { } known)
            return known;
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.Keep(Path.Combine(place.Folder, FileName), made.ExportPkcs8PrivateKeyPem());
        return Known(place, configuration)!;
    }

    /// <summary>Null when the installation has no key yet.</summary>
    public static CheckpointKey? Known(DataPlace place, IConfiguration configuration)
    {
        if (configuration["Proof:Key"] is { Length: > 0 } given)
            return new(given.Contains("-----BEGIN", StringComparison.Ordinal) ? given : File.ReadAllText(given));
        var file = Path.Combine(place.Folder, FileName);
        return File.Exists(file) ? new(File.ReadAllText(file)) : null;
    }

    /// <summary>SHA-256 of a public key, to be compared by eye.</summary>
    public static string Fingerprint(byte[] publicKey) => string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(publicKey)).Chunk(8).Select(part => new string(part)));

    internal static bool Verifies(byte[] publicKey, byte[] data, byte[] signature)
    {
        using var known = ECDsa.Create();
        known.ImportSubjectPublicKeyInfo(publicKey, out _);
        return known.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }
}
