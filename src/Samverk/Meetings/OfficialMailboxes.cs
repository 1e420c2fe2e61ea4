using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>Where letters to organisations themselves go: the registry's own contact way where it has one, else its registrar's functional address.</summary>
public sealed class OfficialMailboxes(PlaceLists places, TimeProvider clock)
{
    static readonly string[] Registry = ["registr", "diari", "brevlåda"];

    /// <summary>The address of each organisation that has one today.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> All(CancellationToken ct)
    {
        var today = clock.Today();
        var contacts = (await places.Contacts(null, today, ct)).Where(c => c.Mail is not null && c.From <= today && IsRegistry(c.Label)).Select(c => (c.Organisation, Mail: c.Mail!));
        var registrars = (await places.ReachedFunctions(today, ct)).Where(f => f is { Kind: FunctionKind.Registrar, Organisation: not null, Mail: not null }).Select(f => (Organisation: f.Organisation!.Value, Mail: f.Mail!));
        return contacts.Concat(registrars).GroupBy(c => c.Organisation).ToDictionary(g => g.Key, g => g.First().Mail);
    }

    static bool IsRegistry(string label) => Array.Exists(Registry, word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
}
