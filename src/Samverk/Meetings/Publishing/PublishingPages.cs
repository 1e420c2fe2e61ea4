namespace Samverk.Meetings.Publishing;

/// <summary>The addresses of the pages of publishing.</summary>
public static class PublishingPages
{
    public const string Start = "/publicera", Masks = "/publicera/uppgifter";

    /// <summary>Where one meeting's minutes are made public.</summary>
    public static string Of(Guid meeting) => $"{Masks}?mote={meeting:D}";

    public static string Withdraw(Guid meeting) => $"/publicera/{meeting:D}/avpublicera";
}
