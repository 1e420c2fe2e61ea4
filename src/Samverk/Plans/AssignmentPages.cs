namespace Samverk.Plans;

/// <summary>The addresses of assignments.</summary>
public static class AssignmentPages
{
    public const string All = "/uppdrag", Mine = "/uppdrag/mina";

    public static string Of(Guid id) => $"{All}/{id}";

    /// <summary>A file of an assignment.</summary>
    public static string Document(Guid id, Guid document) => $"{Of(id)}/handlingar/{document}";

    /// <returns>Null when the address is not of an assignment.</returns>
    public static Guid? IdOf(string? address) => address is not null && address.StartsWith($"{All}/", StringComparison.Ordinal) && Guid.TryParse(address[(All.Length + 1)..], out var id) ? id : null;
}
