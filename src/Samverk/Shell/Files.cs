using Microsoft.Extensions.FileProviders;

namespace Samverk.Shell;

/// <summary>
/// Finds css, script and typeface wherever the program is started from and by whom: beside the published program,
/// else in the source tree through the list that the build leaves beside the program (also beside a test's).
/// </summary>
static class Files
{
    /// <summary>Every file with its fingerprint, as the build wrote it.</summary>
    public const string Endpoints = "Samverk.staticwebassets.endpoints.json";

    const string Sources = "Samverk.staticwebassets.runtime.json";

    static readonly string[] Built = ["lib/designsystemet.css", "lib/theme.css", "lib/inter-latin.woff2", "lib/inter-latin-ext.woff2"];
    static readonly string[] Typeface = ["typeface/Regular.ttf", "typeface/Bold.ttf", "typeface/Italic.ttf"];

    /// <summary>What the build should have left beside the program and has not.</summary>
    public static IReadOnlyList<string> Missing(string program)
    {
        var published = Path.Combine(program, "wwwroot");
        var lists = Directory.Exists(published) ? [Endpoints] : new[] { Endpoints, Sources };
        return
        [
            .. lists.Where(list => !File.Exists(Path.Combine(program, list))),
            .. Typeface.Where(file => !File.Exists(Path.Combine(program, file))),
            .. Built.Where(file => Directory.Exists(published) && !File.Exists(Path.Combine(published, file))),
        ];
    }

    public static void AddFiles(this WebApplicationBuilder builder)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published))
        {
            builder.Environment.WebRootPath = published;
            builder.Environment.WebRootFileProvider = new PhysicalFileProvider(published);
            return;
        }

        builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.Combine(AppContext.BaseDirectory, Sources));
        builder.WebHost.UseStaticWebAssets();
    }
}
