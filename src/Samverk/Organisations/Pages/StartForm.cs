using Samverk.Shared.Parts;

namespace Samverk.Organisations.Pages;

/// <summary>What stands in the form that creates the first area: as proposed, or as somebody typed it.</summary>
sealed class StartForm
{
    const int OtherRows = 4;

    public string Name { get; private init; } = "";
    public IReadOnlySet<string> Municipalities { get; private init; } = new HashSet<string>();
    public IReadOnlyList<(string Name, string Kind)> Others { get; private init; } = [];
    public string Administrator { get; private init; } = "";
    public string Title { get; private init; } = "";

    public static StartForm Proposed(RegisterEntry region) => new()
    {
        Name = OfficialRegister.CountyName(region),
        Municipalities = OfficialRegister.PrincipalsBeside(region).Select(m => m.Code).ToHashSet(),
        Others = [.. Enumerable.Repeat(("", nameof(OrganisationKind.Association)), OtherRows)],
    };

    public static StartForm Posted(IFormCollection form) => new()
    {
        Name = form["namn"].ToString(),
        Municipalities = form["kommun"].OfType<string>().ToHashSet(),
        Others = [.. Enumerable.Range(1, OtherRows).Select(i => (form[$"annan-{i}"].ToString(), form[$"slag-{i}"].ToString()))],
        Administrator = form["administrator"].ToString(),
        Title = form["titel"].ToString(),
    };

    public FirstArea Area(RegisterEntry region) => new(Name, region,
        [.. OfficialRegister.PrincipalsBeside(region).Where(m => Municipalities.Contains(m.Code))],
        [.. Others.Where(o => !string.IsNullOrWhiteSpace(o.Name)).Select(o => (o.Name, Kind(o.Kind)))], Administrator, Title);

    /// <summary>Fields left empty that can't be.</summary>
    public IReadOnlyList<FieldError> Errors() =>
    [
        .. string.IsNullOrWhiteSpace(Name) ? [new FieldError("namn", "Områdets namn saknas.", "Skriv till exempel länets namn.")] : Array.Empty<FieldError>(),
        .. string.IsNullOrWhiteSpace(Administrator) ? [new FieldError("administrator", "Administratörens namn saknas.", "Skriv för- och efternamn.")] : Array.Empty<FieldError>(),
    ];

    static OrganisationKind Kind(string text) =>
        KindNames.Addable.Where(kind => kind.ToString() == text).DefaultIfEmpty(OrganisationKind.Other).First();
}
