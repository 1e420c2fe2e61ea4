using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Samverk.Pdf;

/// <summary>Asks a time-stamp service (RFC 3161 over HTTP) to witness when a hash existed.</summary>
public sealed class TimeStampService(HttpClient client, Uri address, TimeSpan? patience = null)
{
    const int NonceLength = 8, LargestAnswer = 64 * 1024;
    static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <param name="hash">SHA-256.</param>
    /// <returns>The token, checked to be about this hash and signed by whom it says.</returns>
    /// <exception cref="TimeStampException">No such token was given in time.</exception>
    public async Task<byte[]> Stamp(byte[] hash, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(hash, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(patience ?? Usual);
        try
        {
            var token = request.ProcessResponse(await Ask(request.Encode(), timer.Token), out _);
            return token.VerifySignatureForHash(hash, HashAlgorithmName.SHA256, out _)
                ? token.AsSignedCms().Encode()
                : throw new TimeStampException("The time stamp is not about this document.");
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException or IOException || e is OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new TimeStampException($"The time-stamp service at {address.Host} gave no time stamp: {e.Message}", e);
        }
    }

    async Task<byte[]> Ask(byte[] request, CancellationToken ct)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(LargestAnswer, ct);
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }
}

/// <summary>A time-stamp service did not do what it is for.</summary>
public sealed class TimeStampException : Exception
{
    public TimeStampException(string message) : base(message) { }

    public TimeStampException(string message, Exception inner) : base(message, inner) { }
}
