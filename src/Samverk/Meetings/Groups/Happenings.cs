using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings.Groups;

[DisplayName("Gruppdiskussion öppnad")]
public sealed record GroupsOpened(Guid Meeting, Guid Discussion, string Item, int Groups, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"En gruppdiskussion öppnades i § {Item}, i {SwedishText.Word(Groups)} grupper";
}

[DisplayName("Gruppdiskussion insamlad")]
public sealed record GroupsCollected(Guid Meeting, Guid Discussion, string Item, int Notes, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Gruppernas anteckningar samlades in till § {Item}, {(Notes == 1 ? "en anteckning" : $"{SwedishText.Word(Notes)} anteckningar")}";
}

[DisplayName("Gruppdiskussion avbruten")]
public sealed record GroupsCalledOff(Guid Meeting, Guid Discussion, string Item, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Gruppdiskussionen i § {Item} avbröts innan någon hade skrivit";
}
