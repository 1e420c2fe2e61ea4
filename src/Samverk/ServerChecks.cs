using System.Globalization;
using System.Runtime.CompilerServices;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shell;

namespace Samverk;

/// <summary>What the doctor looks at in the program and the machine that it runs on.</summary>
static class ServerChecks
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new Check("Tid och språk", (_, _, _) => TimeAndLanguage()));
        services.AddSingleton(new Check("Gränssnittets filer", (_, _, _) => Assets(AppContext.BaseDirectory)));
        services.AddSingleton(new Check("Demo", (s, _, ct) => Demo(s, ct)) { NeedsDatabase = true });
    }

    static async IAsyncEnumerable<Finding> TimeAndLanguage()
    {
        await Task.CompletedTask;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Stockholm", out _))
            yield return Finding.Wrong("Tidszonen Europe/Stockholm saknas på servern.", "Samverk kan inte visa svensk tid, och startar inte.", "Installera paketet tzdata.");
        if (CultureInfo.GetCultureInfo("sv-SE").CompareInfo.Compare("z", "å") >= 0)
            yield return Finding.Wrong("Svensk sortering saknas på servern.", "Å, Ä och Ö hamnar fel i alla listor.", "Installera paketet libicu, och sätt inte DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    /// <param name="program">The folder that the program lies in.</param>
    public static async IAsyncEnumerable<Finding> Assets(string program)
    {
        await Task.CompletedTask;
        if (Files.Missing(program) is { Count: > 0 } missing)
            yield return Finding.Wrong($"Filer som sidorna och dokumenten behöver saknas: {string.Join(", ", missing)}.", "Sidorna ser trasiga ut, och utan typsnittet blir det inga protokoll.", "Bygg eller publicera programmet igen, med Node.js installerat, och kopiera hela mappen.");
    }

    static async IAsyncEnumerable<Finding> Demo(IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!await services.GetRequiredService<AreaSetup>().IsDemo(ct))
            yield break;
        var configuration = services.GetRequiredService<IConfiguration>();
        if (Addresses.OnlyLoopback(configuration))
            yield return Finding.Note("Databasen är en demo.", "Den som öppnar sidan väljer själv vem den vill vara. Därför svarar servern bara på den egna datorn.", "Använd en annan datamapp när ni börjar på riktigt.");
        else
            yield return Finding.Wrong($"Databasen är en demo, men servern ska svara på {string.Join(" och ", Addresses.All(configuration))}.", "Vem som helst i nätet skulle få vara vem som helst. Servern startar därför inte.", "Ange --urls http://127.0.0.1:5000, eller använd en annan databas.");
    }
}
