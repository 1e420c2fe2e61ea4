using System.Text;
using System.Text.Unicode;
using Samverk.Shared;

namespace Samverk.Import.Files;

/// <summary>The text of an HTML file: what its <c>charset</c> says, unless the bytes say otherwise.</summary>
static class HtmlEncoding
{
    public static string Decode(byte[] content)
    {
        var declared = Declared(content);
        return declared is null || Utf8.IsValid(content) ? TextEncodings.Decode(content) : declared.GetString(content);
    }

    /// <summary>Only single-byte encodings that are declared matter; UTF-8 and UTF-16 are recognised by their bytes.</summary>
    static Encoding? Declared(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, 2048));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = new string([.. head.Skip(at + 8).SkipWhile(c => c is '"' or '\'' or ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return name.ToLowerInvariant() switch
        {
            "iso-8859-1" or "windows-1252" or "latin1" or "us-ascii" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
            "macintosh" or "x-mac-roman" => CodePagesEncodingProvider.Instance.GetEncoding(10000),
            "cp850" or "ibm850" => CodePagesEncodingProvider.Instance.GetEncoding(850),
            _ => null,
        };
    }
}
