using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>The payload of an earlier row was erased by law. This row is what remains to say so, and can't itself be erased.</summary>
/// <param name="Of">The thing that the erased row was about.</param>
/// <param name="Number">The erased row's.</param>
/// <param name="LegalBasis">The law and section, or the decision.</param>
[DisplayName("Uppgifter raderade ur historiken")]
public sealed record HistoryErased(Guid Of, long Number, string Reason, string LegalBasis, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"Uppgifterna i rad {Number} av historiken raderades enligt {LegalBasis}: {Reason}";
}

/// <summary>Somebody read what not everybody may: who has seen what can be answered afterwards.</summary>
/// <param name="What">'Originalet protokoll.docx, som har personuppgifter, hämtades'.</param>
[DisplayName("Skyddade uppgifter lästa"), OnlyInLog]
public sealed record ProtectedRead(Guid Of, string What, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => What;
}
