using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>One party's place in the matrix.</summary>
public sealed record MatrixCell(Guid Adoption, Guid Agreement, Guid Organisation, AdoptionState State, DateOnly? DecidedOn, DateOnly? PlannedOn, DateOnly OpenedOn, DateOnly AnswerBy, DateOnly? RemindedOn);

/// <param name="Adopted">How many have, as the agreement's rule counts.</param>
public sealed record MatrixRow(Guid Agreement, string Name, AgreementState State, int Version, DateOnly AnswerBy, int Adopted, int Asked, IReadOnlyDictionary<Guid, MatrixCell> Cells);

/// <param name="Total">How many agreements there are; more than the rows when they are many.</param>
public sealed record Matrix(IReadOnlyList<OrganisationInfo> Parties, IReadOnlyList<MatrixRow> Rows, int Total);

/// <summary>Parties against agreements: where each text that stands before its parties has come with each of them. Three questions, however many there are.</summary>
public sealed class MatrixLists(SamverkDb db, AreaDirectory directory)
{
    /// <summary>As many agreements as a page shows.</summary>
    public const int Most = 200;

    /// <param name="onlyAsking">Leaves out those that are in force.</param>
    public async Task<Matrix> Read(bool onlyAsking, CancellationToken ct)
    {
        var asked = from r in db.Set<AdoptionRound>().IgnoreAutoIncludes()
                    join a in db.Set<Agreement>().IgnoreAutoIncludes() on r.Agreement equals a.Id
                    where r.ClosedAt == null && (!onlyAsking || a.State == AgreementState.Adopting || a.VersionInForce != r.Version)
                    select new { r.Id, r.Agreement, a.Name, a.NameSort, a.State, a.Rule, r.Version, r.AnswerBy };
        var total = await asked.CountAsync(ct);
        var rounds = await asked.OrderBy(r => r.State == AgreementState.Adopting ? 0 : 1).ThenBy(r => r.NameSort).Take(Most).ToListAsync(ct);
        var ids = rounds.ConvertAll(r => r.Id);
        var cells = (await db.Set<Adoption>().IgnoreAutoIncludes().Where(a => ids.Contains(a.Round))
            .Select(a => new { a.Round, Cell = new MatrixCell(a.Id, a.Agreement, a.Organisation, a.State, a.DecidedOn, a.PlannedOn, a.OpenedOn, a.AnswerBy, a.RemindedOn) }).ToListAsync(ct)).ToLookup(a => a.Round, a => a.Cell);
        var present = cells.SelectMany(c => c).Select(c => c.Organisation).ToHashSet();
        return new([.. (await directory.Organisations(ct)).Where(o => present.Contains(o.Id))],
            [.. rounds.Select(r => new MatrixRow(r.Agreement, r.Name, r.State!.Value, r.Version, r.AnswerBy, cells[r.Id].Count(c => r.Rule.Counts(c.State)),
                cells[r.Id].Count(), cells[r.Id].ToDictionary(c => c.Organisation)))], total);
    }
}
