using Samverk.Shared;

namespace Samverk.Meetings.Groups.Pages;

static class GroupWords
{
    public static string Clock(DateTimeOffset at) => SwedishText.Clock(TimeOnly.FromDateTime(at.Local()));

    /// <summary>'en anteckning', 'tre anteckningar'.</summary>
    public static string Notes(int count) => count == 1 ? "en anteckning" : $"{SwedishText.Word(count)} anteckningar";

    /// <summary>'tre anteckningar av Omar Haddad och Sara Malmros, senast 14.21'.</summary>
    public static string Written(GroupsView discussion, GroupRow group)
    {
        if (group.LastAt is not { } last)
            return discussion.CollectedAt is null ? "har inte skrivit än" : "skrev inget";
        var people = discussion.Groups.SelectMany(g => g.Members).ToList();
        List<string> writers = [.. group.Writers.Select(w => people.Find(p => p.Person == w)?.Name ?? "sekreteraren").Distinct()];
        return $"{Notes(group.Lines)} av {SwedishText.Enumerate(writers)}, senast {Clock(last)}";
    }
}
