using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>Where a list goes on: a text that only means something to the one that made it.</summary>
static class Paging
{
    public const string Cursor = "cursor", Limit = "limit";

    /// <summary>Rows of a page: when nothing is asked, and at most.</summary>
    public const int Otherwise = 20, Most = 200;

    public static Problem Bad { get; } = new(400, "bad-cursor", "Markören hör inte till den här listan. Börja om utan cursor.", "The cursor does not belong to this list. Start over without cursor.");

    public static Parameter Onward { get; } = new(Cursor, new("next från förra svaret: var listan fortsätter.", "next of the answer before: where the list goes on."), JsonShape.Text(), IsMany: false, _ => true);

    public static Parameter Size { get; } = new(Limit, new($"Högsta antal rader på sidan, {Otherwise} om inget anges.", $"The most rows of the page, {Otherwise} if nothing is said."), JsonShape.Number(1, Most, Otherwise), IsMany: false,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most);

    public static string Of(int place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));

    /// <returns>Null when it is none of ours.</returns>
    public static int? Place(string text) =>
        text.Length < 20 && Base64Url.IsValid(text) && int.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
