using System.Text;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>What a person says when an area is created: its region in the official register, who takes part, who administers it.</summary>
/// <param name="Municipalities">Those that take part as principals.</param>
/// <param name="Others">Organisations that the register doesn't have.</param>
public sealed record FirstArea(string Name, RegisterEntry Region, IReadOnlyList<RegisterEntry> Municipalities,
    IReadOnlyList<(string Name, OrganisationKind Kind)> Others, string Administrator, string? Title)
{
    /// <summary>Why it isn't enough to create an area; null when it is.</summary>
    public Refusal? Lacks() =>
        string.IsNullOrWhiteSpace(Name) ? new("name-missing", "Områdets namn saknas. Skriv till exempel länets namn.")
        : Slug(Name).Length == 0 ? new("name-odd", "Områdets namn har inga bokstäver. Skriv till exempel länets namn.")
        : string.IsNullOrWhiteSpace(Administrator) ? new("administrator-missing", "Administratörens namn saknas. Skriv för- och efternamn.")
        : new[] { Name, Administrator, Title ?? "" }.Concat(Others.Select(o => o.Name)).Any(text => text.Length > 200) ? new("too-long", "Ett namn är längre än 200 tecken. Korta det.")
        : null;

    /// <summary>Municipalities stand under their full names; the administrator works at the region and can sign in.</summary>
    public AreaPlan Plan(DateOnly today) =>
        new(Name.Trim(), Slug(Name), Planned(Region), [.. Municipalities.Select(Planned), .. Others.Select(o => new PlannedOrganisation(o.Name.Trim(), o.Kind, null))])
        {
            People =
            [
                new(Administrator.Trim(), string.IsNullOrWhiteSpace(Title) ? null : Title.Trim(), Region.FullName)
                {
                    Functions = [(FunctionKind.Administrator, null, today, null, Reach.None)],
                    HasAccount = true,
                },
            ],
        };

    static PlannedOrganisation Planned(RegisterEntry entry) => new(entry.FullName, entry.Kind, entry.Code);

    /// <summary>'Örebro län' as it stands in public addresses: 'orebro-lan'.</summary>
    static string Slug(string name)
    {
        var plain = Swedish.Fold(name).Normalize(NormalizationForm.FormD).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ');
        return string.Concat(plain).Trim().Replace(' ', '-');
    }
}
