namespace Samverk.Meetings.Dispatching;

/// <summary>The addresses of the pages of dispatch. Where one meeting's minutes are dispatched is <see cref="HeldPages.Dispatch"/>.</summary>
public static class DispatchPages
{
    /// <summary>Who has received what.</summary>
    public const string All = "/expediering";

    public static string Of(Guid dispatch) => $"/expedieringar/{dispatch:D}";

    /// <summary>What was sent, byte for byte.</summary>
    public static string File(Guid dispatch) => $"/expedieringar/{dispatch:D}/handling.pdf";
}
