using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Import;

[DisplayName("Filer inlagda")]
public sealed record BatchReceived(Guid Batch, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Batch;
    public override string Words => $"Filerna i {Name} började läggas in";
}

[DisplayName("Dokument inlagt")]
public sealed record DocumentReceived(Guid Document, string FileName, string Sha256, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"{FileName} lades in";
}

[DisplayName("Läsning bekräftad")]
public sealed record DocumentConfirmed(Guid Document, string FileName, Guid Meeting, DocumentState Was, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"Läsningen av {FileName} bekräftades";
    public override IReadOnlyList<Change> Changed => [new("Läge", Was.Words(), DocumentState.Confirmed.Words())];
}

[DisplayName("Bekräftelse ångrad")]
public sealed record DocumentUndone(Guid Document, string FileName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"Bekräftelsen av {FileName} ångrades";
    public override IReadOnlyList<Change> Changed => [new("Läge", DocumentState.Confirmed.Words(), DocumentState.Undone.Words())];
}
