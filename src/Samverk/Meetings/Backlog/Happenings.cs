using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings.Backlog;

[DisplayName("Ärende anmält")]
public sealed record BacklogPut(Guid Entry, Guid Body, string Title, string BodyName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet {Title} anmäldes till {BodyName}";
}

[DisplayName("Ärende parkerat")]
public sealed record BacklogParked(Guid Entry, string Until, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet parkerades {Until}";
}

[DisplayName("Ärende upptaget igen")]
public sealed record BacklogUnparked(Guid Entry, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => "Ärendet är inte längre parkerat";
}

[DisplayName("Ärende borttaget")]
public sealed record BacklogWithdrawn(Guid Entry, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet togs bort ur ärendelistan: {Reason}";
}

[DisplayName("Ärende satt på dagordning")]
public sealed record BacklogTaken(Guid Entry, Guid Meeting, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet sattes på dagordningen för mötet {On.InWords()}";
}

[DisplayName("Ärende tillbaka i ärendelistan")]
public sealed record BacklogPutBack(Guid Entry, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => "Ärendet togs av dagordningen och väntar igen";
}

[DisplayName("Ärende skickat till annat organ")]
public sealed record BacklogSent(Guid Entry, Guid Receiver, string ReceiverName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet skickades till {ReceiverName}";
}

[DisplayName("Ärende besvarat")]
public sealed record BacklogAnswered(Guid Entry, string Answer, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Entry;
    public override string Words => $"Ärendet besvarades: {Answer}";
}
