using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Agreements;

[DisplayName("Överenskommelse nämnd första gången")]
public sealed record AgreementRecorded(Guid Agreement, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => $"{Name} nämndes för första gången";
}
