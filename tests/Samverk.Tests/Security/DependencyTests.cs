using System.Diagnostics;
using System.Text.Json;
using Samverk.Tests.House;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Security;

/// <summary>Everything that Samverk is made of is known, with a licence that goes with its own.</summary>
public sealed class DependencyTests
{
    static readonly string[] Allowed =
        ["MIT", "Apache-2.0", "BSD-3-Clause", "0BSD", "ISC", "PostgreSQL", "BlueOak-1.0.0", "OFL-1.1", "MS-PL OR Apache-2.0", "(BSD-3-Clause AND Apache-2.0)", "blessing", "MPL-2.0", "MIT AND OFL-1.1"];

    static async Task<DirectoryInfo> Made()
    {
        Tools.Need("node");
        var folder = Directory.CreateTempSubdirectory("samverk-sbom");
        using var run = Process.Start(new ProcessStartInfo("node", [Path.Combine(Source.Root, "packaging", "sbom", "sbom.mjs"), folder.FullName]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, said);
        return folder;
    }

    [Fact]
    public async Task The_page_of_dependencies_is_as_the_lock_files_say()
    {
        var folder = await Made();
        KeptText.IsAsWritten("docs/dependencies.md", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "dependencies.md")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_package_of_NuGet_is_listed_with_an_allowed_licence_and_its_hash()
    {
        var folder = await Made();
        using var bom = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "nuget.cdx.json")));
        folder.Delete(recursive: true);
        Assert.Equal(("CycloneDX", "1.6"), (bom.RootElement.GetProperty("bomFormat").GetString(), bom.RootElement.GetProperty("specVersion").GetString()));
        var components = bom.RootElement.GetProperty("components").EnumerateArray().ToList();
        Assert.Equal(components.Count, components.Select(c => c.GetProperty("bom-ref").GetString()).Distinct().Count());
        Assert.All(components, component =>
        {
            var licence = component.GetProperty("licenses")[0];
            Assert.Contains(licence.TryGetProperty("expression", out var expression) ? expression.GetString() : licence.GetProperty("license").GetProperty("id").GetString(), Allowed);
            Assert.Equal(128, component.GetProperty("hashes")[0].GetProperty("content").GetString()!.Length);
        });
        using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Source.Root, "src", "Samverk", "packages.lock.json")));
        var names = locked.RootElement.GetProperty("dependencies").EnumerateObject().Single().Value.EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => p.Name);
        Assert.Empty(names.Except(components.Select(c => c.GetProperty("name").GetString()!), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_package_of_npm_has_an_allowed_licence()
    {
        using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Source.Root, "src", "Samverk", "package-lock.json")));
        var packages = locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains(package.Value.GetProperty("license").GetString(), Allowed));
    }

    /// <summary>What only asks that changes of its own files are shared is for tests and tools alone.</summary>
    [Fact]
    public async Task Nothing_that_follows_with_the_program_asks_for_more_than_to_be_named()
    {
        var folder = await Made();
        using var bom = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "nuget.cdx.json")));
        folder.Delete(recursive: true);
        var required = bom.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("scope").GetString() == "required").ToList();
        Assert.NotEmpty(required);
        Assert.DoesNotContain(required, component => component.GetProperty("licenses").GetRawText().Contains("MPL", StringComparison.Ordinal));
    }
}
