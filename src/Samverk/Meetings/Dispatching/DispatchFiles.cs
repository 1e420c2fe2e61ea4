using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Storage;

namespace Samverk.Meetings.Dispatching;

/// <summary>What is sent of adjusted minutes.</summary>
/// <param name="IsExtract">It leaves out what is restricted, and bears no seal of its own.</param>
sealed record DispatchedFile(FrozenText Text, bool IsExtract, byte[] Pdf)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Pdf));
}

/// <summary>Finds what may leave by mail: the sealed file, or, when something in it is restricted, an extract without that.</summary>
sealed class DispatchFiles(SamverkDb db, MinutesPress press)
{
    /// <returns>Null when the minutes aren't adjusted here.</returns>
    public async Task<DispatchedFile?> Of(Guid meeting, CancellationToken ct)
    {
        if (await db.Set<SealedMinutes>().SingleOrDefaultAsync(m => m.Meeting == meeting, ct) is not { } minutes)
            return null;
        var text = await db.Set<FrozenText>().SingleAsync(t => t.Id == minutes.Text, ct);
        return text.Text.HasRestricted ? new(text, true, press.OpenExtract(text, minutes.At)) : new(text, false, minutes.Pdf);
    }
}
