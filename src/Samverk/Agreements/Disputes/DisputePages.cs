namespace Samverk.Agreements.Disputes;

/// <summary>The addresses of the pages of disputes.</summary>
public static class DisputePages
{
    public const string All = "/tvister";

    public static string Of(Guid id) => $"/tvister/{id:D}";

    /// <summary>Where one is raised about an agreement.</summary>
    public static string Raise(Guid agreement) => $"/overenskommelser/{agreement:D}/tvist";

    /// <summary>Where the ladder of an agreement is set.</summary>
    public static string Ladder(Guid agreement) => $"/overenskommelser/{agreement:D}/tvistetrappa";

    /// <summary>Where a party writes its position. Names the thing and gives no right to anything.</summary>
    public static string Position(Guid id) => $"/tvister/{id:D}/standpunkt";

    /// <summary>The same, for somebody who writes for several.</summary>
    public static string Position(Guid id, Guid party) => $"/tvister/{id:D}/standpunkt?for={party:D}";

    /// <summary>Where it is sent up to the next step.</summary>
    public static string SendUp(Guid id) => $"/tvister/{id:D}/vidare";

    /// <summary>Where somebody writes what came of it.</summary>
    public static string Outcome(Guid id) => $"/tvister/{id:D}/utfall";
}
