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
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            await using var peer = await Peer.Start("formats.mjs", kind, file);
            return peer.Ready;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
