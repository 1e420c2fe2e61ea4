using Samverk.Organisations.SigningIn;

namespace Samverk.Shell;

/// <summary>
/// What the frame of a page says about the person who looks at it. Whoever signs the person in sets it as a feature
/// of the request (<c>context.Features.Set(viewer)</c>); without it nobody is signed in. Never a ground for permission.
/// </summary>
/// <param name="Title">What the person is, as in 'Sekreterare' or 'Registrator, Granåkers kommun'.</param>
/// <param name="AreaName">The collaboration area by its short name, as in 'Bergslunda'.</param>
/// <param name="OtherAreas">Where else the same account has a person.</param>
/// <param name="IsDemo">The region and everybody in it are invented, and every page says so.</param>
public sealed record Viewer(string Name, string Title, string AreaName, bool MayImport, bool MayAdminister, IReadOnlyList<AccountArea> OtherAreas, bool IsDemo)
{
    /// <summary>Answers requests for public records.</summary>
    public bool MayDisclose { get; init; }

    /// <summary>There is something for them to search.</summary>
    public bool MayRead { get; init; }
}
