using Samverk.Agreements;
using Samverk.Api;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.National;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Plans;
using Samverk.Public;
using Samverk.Search;
using Samverk.Storage;
using Samverk.World;

namespace Samverk;

/// <summary>Composes the rooms.</summary>
static class Rooms
{
    public static void Add(IServiceCollection services, DataPlace place)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(place).AddMail().AddOrganisations().AddMeetings().AddPlans().AddAgreements().AddImport().AddDisclosure().AddSearch().AddPublic().AddApi();
        services.AddSingleton(_ => Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface")));
        services.AddSingleton<WorldSeed>().AddSingleton<NationalSeed>().AddSingleton<CheckpointWriter>();
        ServerChecks.Add(services);
    }
}
