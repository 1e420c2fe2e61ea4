using System.Security.Cryptography;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk;

/// <summary>The command line's word on the history's proof. Answers 0 when all is as it should be, 1 when something is not, 2 when the command can't be understood.</summary>
static class ProofCommands
{
    const string Usage = """
        samverk verify [--checkpoint FIL-ELLER-MAPP]… [--key PUBLIK-NYCKEL.pem]
        samverk checkpoint FIL
        """;

    public static async Task<int> Verify(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var (checkpoints, fault) = Checkpoints(args, services);
        if (fault is not null)
        {
            await error.WriteLineAsync(fault.Value.Words);
            return fault.Value.Code;
        }
        var (areas, results) = await Walk(checkpoints, services, output, ct);
        var gone = checkpoints.SelectMany(c => c.Marks).Where(m => !areas.Contains(m.Area)).OrderBy(m => m.Written).FirstOrDefault();
        var broken = results.Find(r => r.Broken is not null)?.Broken
            ?? (gone is null ? null : $"Historiken är bruten vid rad 1 i område {gone.Area:D}: området finns inte, men kontrollpunkten från {Shared.Dates.InTime(gone.Written)} har {gone.Number} rader av det.");
        if (broken is not null)
        {
            await error.WriteLineAsync(broken);
            return 1;
        }
        await output.WriteLineAsync($"Historiken är hel: {results.Sum(r => r.Rows)} rader.");
        var seals = await services.GetRequiredService<EveryArea>().Ask((inArea, _) => inArea.GetRequiredService<SealedProof>().Walk(ct), ct);
        if (seals.Find(s => s.Broken is not null)?.Broken is { } unsealed)
        {
            await error.WriteLineAsync(unsealed);
            return 1;
        }
        await output.WriteLineAsync($"Förseglingarna gäller: {seals.Sum(s => s.Minutes)} justerade protokoll.");
        foreach (var checkpoint in checkpoints)
            await output.WriteLineAsync($"Den stämmer med kontrollpunkten från {Shared.Dates.InTime(checkpoint.At)}, nyckel {CheckpointKey.Fingerprint(checkpoint.PublicKey)}.");
        return 0;
    }

    static async Task<(HashSet<Guid> Areas, List<Verification.Result> Results)> Walk(List<Checkpoint> checkpoints, IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        HashSet<Guid> areas = [];
        var results = await services.GetRequiredService<EveryArea>().Ask((inArea, area) =>
        {
            areas.Add(area.Id);
            return Verification.Walk(inArea.GetRequiredService<SamverkDb>(), null, checkpoints.SelectMany(c => c.Marks).Where(m => m.Area == area.Id), output.WriteLine, ct);
        }, ct);
        return (areas, results);
    }

    static (List<Checkpoint> Checkpoints, (string Words, int Code)? Fault) Checkpoints(string[] args, IServiceProvider services)
    {
        List<string> files = [];
        byte[]? key = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--checkpoint" or "--key") || i + 1 == args.Length)
                return ([], ($"Okänt val: {args[i]}.\n{Usage}", 2));
            if (!File.Exists(args[i + 1]) && !Directory.Exists(args[i + 1]))
                return ([], ($"{args[i + 1]} finns inte.", 2));
            if (args[i] == "--checkpoint")
                files.AddRange(Directory.Exists(args[i + 1]) ? Directory.EnumerateFiles(args[i + 1], "*.json").Order(StringComparer.Ordinal) : [args[i + 1]]);
            else if ((key = PublicKey(args[i + 1])) is null)
                return ([], ($"{args[i + 1]} är ingen publik nyckel i PEM.", 2));
        }
        key ??= OwnKey(services);
        List<Checkpoint> read = [];
        foreach (var file in files)
        {
            if (Checkpoint.Read(File.ReadAllText(file)) is not { } checkpoint)
                return ([], ($"Kontrollpunkten {file} har ändrats sedan den signerades, eller är ingen kontrollpunkt.", 1));
            if (key is not null && !key.SequenceEqual(checkpoint.PublicKey))
                return ([], ($"Kontrollpunkten {file} är signerad med en annan nyckel, {CheckpointKey.Fingerprint(checkpoint.PublicKey)}. Är det rätt nyckel, ange den med --key.", 1));
            read.Add(checkpoint);
        }
        return (read, null);
    }

    static byte[]? OwnKey(IServiceProvider services)
    {
        using var key = CheckpointKey.Known(services.GetRequiredService<DataPlace>(), services.GetRequiredService<IConfiguration>());
        return key?.PublicKey;
    }

    static byte[]? PublicKey(string file)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or IOException)
        {
            return null;
        }
    }

    public static async Task<int> WriteCheckpoint(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (args is not [var file] || file.StartsWith("--", StringComparison.Ordinal))
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }
        var checkpoint = await services.GetRequiredService<CheckpointWriter>().Make(ct);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            await error.WriteLineAsync($"Mappen {folder} finns inte.");
            return 2;
        }
        if (!await CheckpointWriter.Write(checkpoint, file, ct))
        {
            await error.WriteLineAsync($"{file} finns redan. En äldre kontrollpunkt skrivs inte över, välj ett annat namn.");
            return 2;
        }
        using var key = CheckpointKey.Open(services.GetRequiredService<DataPlace>(), services.GetRequiredService<IConfiguration>());
        await output.WriteLineAsync($"Kontrollpunkten är skriven till {file}: {checkpoint.Marks.Count} områden, {checkpoint.Marks.Sum(m => m.Number)} rader.");
        await output.WriteLineAsync($"Förvara den där ingen som sköter databasen kan ändra den. Nyckeln är {CheckpointKey.Fingerprint(key.PublicKey)}:\n{key.PublicPem}");
        return 0;
    }
}
