namespace Samverk.Shell.Registers;

/// <summary>The names that a register's page and what belongs to it share.</summary>
static class RegisterForm
{
    /// <summary>The plain GET form that every filter belongs to.</summary>
    public const string Id = "sokform";

    /// <summary>Asks for every filter with its counts at once, for those who have no JavaScript.</summary>
    public const string ShowFilters = "filter";

    /// <summary>After a register's path: its filters with their counts, to be put into its page.</summary>
    public const string CountsPath = "/antal";

    public const string PrintPath = "/utskrift";

    /// <summary>What the address of a register's page may say beside its filters.</summary>
    public static IReadOnlySet<string> Own { get; } = new HashSet<string> { ShowFilters, "gjort" };
}
