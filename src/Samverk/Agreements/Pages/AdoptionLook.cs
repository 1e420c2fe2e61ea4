using Samverk.Agreements.Ledger;
using Samverk.Shared.Parts;

namespace Samverk.Agreements.Pages;

/// <summary>How far a party has come, as badges, tiles and the matrix all show it.</summary>
static class AdoptionLook
{
    public static (BadgeState State, string Word) Of(AdoptionRow row, DateOnly today) => Of(row.State, row.PlannedOn, row.AnswerBy, today);

    public static (BadgeState State, string Word) Of(MatrixCell cell, DateOnly today) => Of(cell.State, cell.PlannedOn, cell.AnswerBy, today);

    static (BadgeState State, string Word) Of(AdoptionState state, DateOnly? planned, DateOnly answerBy, DateOnly today) => state switch
    {
        AdoptionState.Adopted or AdoptionState.AdoptedWithCondition => (BadgeState.Done, state.Words()),
        AdoptionState.Declined => (BadgeState.Declined, state.Words()),
        _ when (planned ?? answerBy) < today => (BadgeState.Overdue, "Försenad"),
        AdoptionState.ReferredBack => (BadgeState.Returned, state.Words()),
        _ when planned is not null => (BadgeState.Active, "Beslut planerat"),
        _ => (BadgeState.Waiting, state.Words()),
    };

    /// <summary>The states that can be shown, in the order of a legend.</summary>
    public static IReadOnlyList<(BadgeState State, string Word)> Legend { get; } =
        [(BadgeState.Done, "Antagen"), (BadgeState.Active, "Beslut planerat"), (BadgeState.Waiting, "Väntar"), (BadgeState.Overdue, "Försenad"), (BadgeState.Returned, "Återremitterad"), (BadgeState.Declined, "Avböjd")];
}
