using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Samverk.Organisations.SigningIn;

/// <summary>A secret that only its holder has: 256 random bits. The database keeps its hash, from which it can't be made.</summary>
/// <param name="Text">As it stands in a cookie or a link.</param>
sealed record SecretKey(string Text)
{
    public static SecretKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public byte[] Hash => HashOf(Text);

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
