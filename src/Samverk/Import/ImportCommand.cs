using Samverk.Import.Files;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary><c>samverk import DIR</c>: an archive into the record, resumable, with a report of what needs a person.</summary>
static class ImportCommand
{
    const int Failed = 2;
    const string Usage = "Ange en mapp: samverk import MAPP [--confirm-all-certain] [--area NAMN]";

    /// <param name="services">The rooms over a database that is up to date.</param>
    /// <param name="showBar">Draw a bar on <paramref name="errors"/>; else a line for each file.</param>
    /// <returns>0, or 2 when the folder or the area can't be used.</returns>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors, bool showBar, CancellationToken ct)
    {
        if (!Arguments.TryParse(args, out var arguments))
            return await Fail(errors, Usage);
        if (!Directory.Exists(arguments.Folder))
            return await Fail(errors, File.Exists(arguments.Folder) ? $"{arguments.Folder} är en fil. Ange mappen som den ligger i." : $"Mappen {arguments.Folder} finns inte.");
        await using var scope = services.CreateAsyncScope();
        var areas = await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(ct);
        if (Choose(areas, arguments.Area) is not { } area)
            return await Fail(errors, Why(areas, arguments.Area));
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area.Id);

        using var folder = new ArchiveFolder(arguments.Folder);
        var progress = new ImportProgress(errors, folder.Count, showBar);
        var outcomes = await scope.ServiceProvider.GetRequiredService<ArchiveImport>()
            .Run(folder.Name, folder.Files(), arguments.ConfirmsCertain, confirmAll: false, ct, progress.Told);
        await progress.End();
        await Report(output, outcomes, folder.Skipped);
        return 0;
    }

    static AreaInfo? Choose(List<AreaInfo> areas, string? asked) =>
        asked is null ? (areas.Count == 1 ? areas[0] : null) : areas.Find(a => string.Equals(a.Slug, asked, StringComparison.OrdinalIgnoreCase) || string.Equals(a.Name, asked, StringComparison.OrdinalIgnoreCase));

    static string Why(List<AreaInfo> areas, string? asked)
    {
        if (areas.Count == 0)
            return "Det finns inget samverkansområde än. Skapa ett med samverk area add, eller på /kom-igang.";
        var names = string.Join(", ", areas.Select(a => a.Slug));
        return asked is null ? $"Det finns flera samverkansområden. Välj ett med --area: {names}." : $"Området {asked} finns inte. De som finns är {names}.";
    }

    static async Task Report(TextWriter output, IReadOnlyList<ArchiveOutcome> outcomes, IReadOnlyList<SkippedFile> skipped)
    {
        int Of(params DocumentState[] states) => outcomes.Count(o => states.Contains(o.State));
        await output.WriteLineAsync($"{outcomes.Count} dokument: {Of(DocumentState.Confirmed)} bekräftade, {Of(DocumentState.Read)} lästa utan frågor, {Of(DocumentState.Review, DocumentState.Undone)} att granska, {Of(DocumentState.Unreadable) + skipped.Count} går inte att läsa. {outcomes.Count(o => o.AlreadyKnown)} fanns redan.");
        await List(output, "Behöver en person:", outcomes.Where(o => o.State is DocumentState.Review or DocumentState.Undone || (o.State is DocumentState.Read && o.Words is not null)).Select(o => (o.FileName, o.Words)));
        await List(output, "Går inte att läsa:", outcomes.Where(o => o.State is DocumentState.Unreadable).Select(o => (o.FileName, o.Words)).Concat(skipped.Select(s => (s.Name, (string?)s.Why))));
        if (Of(DocumentState.Read, DocumentState.Review) > 0)
            await output.WriteLineAsync("Granska och bekräfta på sidan /importera.");
    }

    static async Task List(TextWriter output, string title, IEnumerable<(string Name, string? Words)> files)
    {
        var isFirst = true;
        foreach (var (name, words) in files)
        {
            if (isFirst)
                await output.WriteLineAsync(title);
            isFirst = false;
            await output.WriteLineAsync(words is null ? $"  {name}" : $"  {name}: {words}");
        }
    }

    static async Task<int> Fail(TextWriter errors, string words)
    {
        await errors.WriteLineAsync(words);
        return Failed;
    }

    sealed record Arguments(string Folder, bool ConfirmsCertain, string? Area)
    {
        public static bool TryParse(string[] args, out Arguments arguments)
        {
            string? folder = null, area = null;
            var confirms = false;
            arguments = new("", false, null);
            for (var i = 0; i < args.Length; i++)
            {
                if (args[i] == "--confirm-all-certain")
                    confirms = true;
                else if (args[i] == "--area" && i + 1 < args.Length)
                    area = args[++i];
                else if (!args[i].StartsWith("--", StringComparison.Ordinal) && folder is null)
                    folder = args[i];
                else
                    return false;
            }
            arguments = new(folder ?? "", confirms, area);
            return folder is not null;
        }
    }
}
