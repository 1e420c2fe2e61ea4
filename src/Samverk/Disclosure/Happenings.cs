using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Disclosure;

/// <param name="For">The organisation whose records are asked for.</param>
[DisplayName("Begäran om handlingar inkommen"), OnlyInLog]
public sealed record RequestReceived(Guid Request, Guid For, DateOnly ReceivedOn, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Request;
    public override Guid? ActedFor => For;
    public override string Words => $"En begäran om allmänna handlingar från {ReceivedOn.InWords()} lades in";
}

[DisplayName("Begäran om handlingar prövad"), OnlyInLog]
public sealed record RequestAnswered(Guid Request, Guid For, int Given, int Masked, int Refused, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Request;
    public override Guid? ActedFor => For;
    public override string Words => $"Begäran besvarades: {Given} lämnas ut, {Masked} lämnas ut med maskering, {Refused} lämnas inte ut";
}
