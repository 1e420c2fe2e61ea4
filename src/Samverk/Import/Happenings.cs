using Samverk.Shared;

namespace Samverk.Import;

public sealed record DocumentReceived(Guid Document, string FileName, string Sha256, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"{FileName} lades in";
}

public sealed record DocumentConfirmed(Guid Document, string FileName, Guid Meeting, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"Läsningen av {FileName} bekräftades";
}

public sealed record DocumentUndone(Guid Document, string FileName, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Document;
    public override string Words => $"Bekräftelsen av {FileName} ångrades";
}
