namespace Samverk.Organisations;

/// <summary>What kinds are called on pages.</summary>
public static class KindNames
{
    /// <summary>What an area may add beside the official register's regions and municipalities.</summary>
    public static IReadOnlyList<OrganisationKind> Addable { get; } =
    [
        OrganisationKind.Association, OrganisationKind.District, OrganisationKind.Provider, OrganisationKind.UserOrganisation,
        OrganisationKind.Authority, OrganisationKind.Other,
    ];

    public static string Words(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Region => "region",
        OrganisationKind.Municipality => "kommun",
        OrganisationKind.Association => "kommunalförbund",
        OrganisationKind.District => "stadsdel",
        OrganisationKind.Provider => "privat vårdgivare",
        OrganisationKind.UserOrganisation => "brukarorganisation",
        OrganisationKind.Authority => "myndighet",
        _ => "annan organisation",
    };
}
