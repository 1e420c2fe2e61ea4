namespace Samverk.Meetings.Publishing;

/// <summary>The names of the fields in which somebody says what is hidden and what is shown.</summary>
static class MaskFields
{
    public const string Hide = "dolj", Show = "visa";

    public static string Fingerprint(Guid meeting) => $"f{meeting:N}";

    public static string Mask(Guid meeting, int position) => $"m{meeting:N}-{position}";

    /// <summary>What was said about the findings of a meeting, as sent; what may not be shown is hidden whatever was said.</summary>
    public static MaskChoices Read(Proposal proposal, IFormCollection form) =>
        new(proposal.Meeting, form[Fingerprint(proposal.Meeting)].ToString(),
            [.. proposal.Found.Select((found, i) => !found.MayBeShown ? true : form[Mask(proposal.Meeting, i)].ToString() switch { Hide => true, Show => false, _ => (bool?)null })]);
}
