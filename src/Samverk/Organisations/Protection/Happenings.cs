using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations.Protection;

/// <summary>Somebody was asked, and sent the form all the same. The number itself is not told.</summary>
/// <param name="Fields">The fields' labels.</param>
[DisplayName("Nummer sagt vara annat än personnummer"), OnlyInLog]
public sealed record NumberSaidToBeElse(Guid Person, string Name, string Fields, string Page, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} sade att det som liknar ett personnummer i {Fields} på {Page} är något annat";
}
