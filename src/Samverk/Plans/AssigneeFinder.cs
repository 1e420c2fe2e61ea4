using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Plans;

/// <summary>Finds who is meant by what somebody wrote: a person, an organisation, or a role in the body. It never guesses: a name that two have is a name alone.</summary>
public sealed class AssigneeFinder(AreaDirectory directory)
{
    /// <param name="person">Who it is, when whoever wrote it chose among people.</param>
    /// <returns>The name alone when it is nobody's here.</returns>
    public async Task<Assignee> Find(string who, Guid? person, CancellationToken ct)
    {
        var name = who.Trim();
        if (person is not null)
            return new(name, person);
        if (Role(name) is { } role)
            return new(name, Role: role);
        var folded = Swedish.Fold(name);
        List<PersonInfo> people = [.. (await directory.People(ct)).Where(p => Swedish.Fold(p.Name) == folded && p is { IsAnonymised: false })];
        if (people is [var one])
            return new(one.Name, one.Id);
        List<OrganisationInfo> organisations = [.. (await directory.Organisations(ct)).Where(o => IsNamed(Swedish.Fold(o.Name), folded))];
        return organisations is [var only] && people.Count == 0 ? new(only.Name, Organisation: only.Id) : new(name);
    }

    // A municipality is called by its name alone: 'Askvik' is Askviks kommun.
    static bool IsNamed(string name, string folded) => name == folded || name == $"{folded}s kommun" || name == $"{folded} kommun";

    static StandingKind? Role(string name) => Swedish.Fold(name) switch
    {
        "sekreteraren" or "sekreterare" => StandingKind.Secretary,
        "ordföranden" or "ordförande" => StandingKind.Chair,
        "vice ordföranden" or "vice ordförande" => StandingKind.ViceChair,
        _ => null,
    };
}
