using Samverk.Shared;

namespace Samverk.Agreements.Pages;

/// <summary>One station on an agreement's road.</summary>
sealed record RoadStep(string Title, string? When, string? Where, bool IsPast, bool IsHere)
{
    static readonly (AgreementState State, AgreementActKind Act)[] Ordinary =
    [
        (AgreementState.Idea, AgreementActKind.Begun), (AgreementState.Preparing, AgreementActKind.Prepared), (AgreementState.Consulting, AgreementActKind.Consulted), (AgreementState.Endorsed, AgreementActKind.Endorsed),
        (AgreementState.Recommended, AgreementActKind.Recommended), (AgreementState.Adopting, AgreementActKind.RoundOpened), (AgreementState.InForce, AgreementActKind.TookEffect),
    ];

    static readonly AgreementActKind[] Ends = [AgreementActKind.Expired, AgreementActKind.Terminated, AgreementActKind.Replaced, AgreementActKind.Fell];

    /// <summary>What has been, where it is, and what is to come. What was never done and lies behind is left out.</summary>
    public static IReadOnlyList<RoadStep> Of(AgreementView agreement)
    {
        var done = agreement.Acts.GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.Last());
        var here = Array.FindIndex(Ordinary, s => s.State == agreement.State);
        var end = agreement.Acts.LastOrDefault(a => Ends.Contains(a.Kind));
        List<RoadStep> steps = [];
        foreach (var (step, i) in Ordinary.Select((s, i) => (s, i)))
            if (done.TryGetValue(step.Act, out var act))
                steps.Add(new(step.State.Words(), act.On.Iso(), PlaceOf(agreement, step.State, act), IsPast: end is not null || i < here, IsHere: i == here));
            else if (end is null && i >= here)
                steps.Add(new(step.State.Words(), step.State == AgreementState.InForce && agreement.Rule.From is { } from ? $"Tidigast {from.Iso()}" : null, null, IsPast: false, IsHere: i == here));
        if (done.TryGetValue(AgreementActKind.FollowedUp, out var followed))
            steps.Add(new("Uppföljd", followed.On.Iso(), null, IsPast: true, IsHere: false));
        else if (end is null && agreement.Facts.ReviewOn is { } review)
            steps.Add(new("Ses över", review.Iso(), null, IsPast: false, IsHere: false));
        if (end is not null)
            steps.Add(new(end.Kind.Words(), end.On.Iso(), null, IsPast: false, IsHere: true));
        return steps;
    }

    static string? PlaceOf(AgreementView agreement, AgreementState state, AgreementActRow act) => state switch
    {
        AgreementState.Adopting => $"{agreement.Adopted} av {agreement.Ledger.Count} klara",
        AgreementState.Idea => null,
        _ => act.Words is { Length: <= 60 } words ? words : null,
    };
}
