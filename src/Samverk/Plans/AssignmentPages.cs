namespace Samverk.Plans;

/// <summary>The addresses of assignments.</summary>
public static class AssignmentPages
{
    public const string All = "/uppdrag", Mine = "/uppdrag/mina";

    public static string Of(Guid id) => $"{All}/{id}";

    /// <returns>Null when the address is not of an assignment.</returns>
    public static Guid? IdOf(string? address) => address is not null && address.StartsWith($"{All}/", StringComparison.Ordinal) && Guid.TryParse(address[(All.Length + 1)..], out var id) ? id : null;
}
