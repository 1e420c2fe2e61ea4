namespace Samverk.Import.Files;

/// <summary>
/// Reads doc, odt and rtf by letting LibreOffice make a docx of them: with a profile made for this one document and
/// thrown away, macros off, links not followed, and without a network where the system lets us take it away.
/// </summary>
static class OfficeText
{
    const long Memory = 4L << 30;
    const string Package = "LibreOffice (paketet libreoffice-writer-nogui)";

    /// <summary>Two at a time would take the memory of a small server and win nothing.</summary>
    static readonly SemaphoreSlim OneAtATime = new(1, 1);
    static readonly Lazy<Task<string[]>> Cage = new(FindCage);

    public static async Task<Extracted> Read(FileKind kind, byte[] content, ExtractionLimits limits, CancellationToken ct)
    {
        if ((Tool.Find("soffice", limits.ToolPath) ?? Tool.Find("libreoffice", limits.ToolPath)) is not { } program)
            return UnreadableFile.ConverterMissing("LibreOffice", Package, "docx eller pdf");
        await OneAtATime.WaitAsync(ct);
        try
        {
            return await Convert(program, kind, content, limits, ct);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    static async Task<Extracted> Convert(string program, FileKind kind, byte[] content, ExtractionLimits limits, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var name = $"in.{kind.ToString().ToLowerInvariant()}";
        await File.WriteAllBytesAsync(folder[name], content, ct);
        Directory.CreateDirectory(Path.Combine(folder["profile"], "user"));
        await File.WriteAllTextAsync(Path.Combine(folder["profile"], "user", "registrymodifications.xcu"), Settings, ct);
        string[] command =
        [
            .. await Cage.Value, program,
            $"-env:UserInstallation=file://{folder["profile"]}",
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder["out"], folder[name],
        ];
        var run = await new Tool(command[0], command[1..], limits.OfficeTime, Memory, 1 << 20, folder.Path).Run(ct);
        if (run.End == ToolEnd.TimedOut)
            return UnreadableFile.TimedOut("LibreOffice");
        var made = Path.Combine(folder["out"], "in.docx");
        if (run.End != ToolEnd.Finished || !File.Exists(made))
            return UnreadableFile.Damaged(kind.ToString().ToLowerInvariant());
        return DocxText.Read(await File.ReadAllBytesAsync(made, ct), limits);
    }

    /// <summary>
    /// A command that runs another one without a network and takes all that it started with it when it ends; as root
    /// plainly, else in a user space of its own. Empty where the system allows neither.
    /// </summary>
    static async Task<string[]> FindCage()
    {
        if (Tool.Find("unshare", null) is not { } unshare)
            return [];
        string[][] cages = [[unshare, "--net", "--pid", "--fork", "--kill-child"], [unshare, "--map-root-user", "--net", "--pid", "--fork", "--kill-child"]];
        foreach (var cage in cages)
        {
            var run = await new Tool(cage[0], [.. cage[1..], "true"], TimeSpan.FromSeconds(5), Memory, 1024, Path.GetTempPath()).Run(CancellationToken.None);
            if (run is { End: ToolEnd.Finished, ExitCode: 0 })
                return cage;
        }
        return [];
    }

    const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;
}
