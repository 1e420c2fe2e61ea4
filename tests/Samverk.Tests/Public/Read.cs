using System.Text.Json;
using Samverk.Tests.House;

namespace Samverk.Tests.Public;

/// <summary>What a parser that others have written makes of an answer.</summary>
static class Read
{
    public static async Task<JsonElement> By(string kind, HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return await Bytes(kind, await answer.Content.ReadAsByteArrayAsync());
    }

    public static async Task<JsonElement> Bytes(string kind, byte[] bytes)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bytes);
            await using var peer = await Peer.Start("formats.mjs", kind, file);
            return peer.Ready;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
