using System.Globalization;
using Samverk.National;
using Samverk.World;

namespace Samverk;

/// <summary><c>samverk seed</c>: fills an empty database with the demo World, or with data of the whole country's size to measure with.</summary>
static class SeedCommand
{
    const string Usage = "samverk seed   eller   samverk seed national [--scale 0.1]   Skalan är mer än 0 och högst 1.";

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var refusal = args switch
        {
            [] => await World(services, output, ct),
            ["national"] => await National(1, services, output, errors, ct),
            ["national", "--scale", var asked] when double.TryParse(asked, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= 1 => await National(scale, services, output, errors, ct),
            _ => Usage,
        };
        if (refusal is null)
            return 0;
        await errors.WriteLineAsync(refusal);
        return 2;
    }

    static async Task<string?> World(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        if (!await services.GetRequiredService<WorldSeed>().Fill(ct))
            return "Databasen är inte tom. Demo läggs bara i en tom databas.";
        await output.WriteLineAsync("Databasen fylldes med demo: Region Bergslunda, påhittad.");
        return null;
    }

    static async Task<string?> National(double scale, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (await services.GetRequiredService<NationalSeed>().Fill(scale, errors.WriteLine, ct) is { } refusal)
            return refusal.Text;
        await output.WriteLineAsync("Databasen fylldes med nationella mätdata: verkliga regioner och kommuner, allt annat påhittat.");
        return null;
    }
}
