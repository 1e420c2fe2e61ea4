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
