using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Samverk.Organisations.ApiAccess;

/// <summary>
/// A token as its holder has it: a word by which a scanner of leaked secrets knows it, the area that it opens, and 256
/// random bits. The area stands in it so that it is asked for within its area alone.
/// </summary>
sealed record TokenSecret(string Text)
{
    const string Mark = "samverk_";
    const int AreaLength = 22, SecretLength = 43;

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    /// <summary>The area that it says it is of; whether it is, the database knows.</summary>
    public Guid Area => new(Base64Url.DecodeFromChars(Text.AsSpan(Mark.Length, AreaLength)), bigEndian: true);

    public static TokenSecret New(Guid area) =>
        new(Mark + Base64Url.EncodeToString(area.ToByteArray(bigEndian: true)) + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <returns>Null when no token of ours looks so.</returns>
    public static TokenSecret? Read(string text) =>
        text.Length == Mark.Length + AreaLength + SecretLength && text.StartsWith(Mark, StringComparison.Ordinal)
        && Base64Url.IsValid(text.AsSpan(Mark.Length, AreaLength)) && Base64Url.IsValid(text.AsSpan(Mark.Length + AreaLength)) ? new(text) : null;
}
