using System.Globalization;
using Microsoft.AspNetCore.Components;
using Samverk.Shared;

namespace Samverk.Organisations.Pages;

public sealed partial class AdministrationPage
{
    AreaInfo? area;
    IReadOnlyList<string> administrators = [];
    List<OrganisationInfo> organisations = [];
    List<PersonInfo> people = [];
    List<BodyRow> bodies = [];
    List<SecretaryRow> secretaries = [];
    Refusal? refusal;

    [CascadingParameter] HttpContext Context { get; set; } = null!;
    [SupplyParameterFromQuery(Name = "gjort")] string? Done { get; set; }

    string DoneWords => Done switch
    {
        "organ" => "Organet är tillagt.",
        "sekreterare" => "Sekreteraren är tillagd.",
        "avslutat" => "Uppdraget som sekreterare är avslutat.",
        _ => "Organisationen är tillagd.",
    };

    CancellationToken Stop => Context.RequestAborted;

    protected override Task OnInitializedAsync() => Load();

    async Task Load()
    {
        area = await Lists.Area(Stop);
        administrators = await Lists.Administrators(Clock.Today(), Stop);
        organisations = await Directory.Organisations(Stop);
        people = await Directory.People(Stop);
        bodies = await Lists.Bodies(Stop);
        secretaries = await Lists.Secretaries(Stop);
    }

    Task AddBody() => Do("organ", actor => Administration.AddBody(
        new(Text("organ-kod"), Text("organ-namn"), Text("organ-slag"), Id("organ-over"), Id("organ-vard")), actor, Stop));

    Task Appoint() => Do("sekreterare", actor => Administration.AppointSecretary(
        new(Id("sek-organ"), Id("sek-person"), Text("sek-namn"), Text("sek-titel"), Id("sek-organisation"), Day("sek-fran")), actor, Stop));

    Task Release() => Do("avslutat", actor => Administration.ReleaseSecretary(Id("uppdrag") ?? Guid.Empty, actor, Stop));

    Task AddOrganisation() => Do("organisation", actor => Administration.AddOrganisation(
        Text("org-namn"), Enum.TryParse<OrganisationKind>(Text("org-slag"), out var kind) ? kind : OrganisationKind.Region, actor, Stop));

    async Task Do(string done, Func<Actor, Task<Refusal?>> verb)
    {
        refusal = await verb(Door.Required);
        if (refusal is null)
            Navigation.NavigateTo($"/administration?gjort={done}");
    }

    string Text(string name) => Context.Request.Form[name].ToString();

    Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What stood in the field when the form was refused.</summary>
    string? Typed(string name) => refusal is null ? null : Text(name);

    bool Chose(string name, Guid id) => Typed(name) == id.ToString();

    static string Named(PersonInfo person) => person.OrganisationName is { } organisation ? $"{person.Name}, {organisation}" : person.Name;
}
