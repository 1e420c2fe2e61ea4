using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

[DisplayName("Remiss förberedd")]
public sealed record ConsultationDrafted(Guid Consultation, string Name, int Version, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"En remiss om {Name}, version {Version}, förbereddes";
}

[DisplayName("Remiss ändrad före utskick")]
public sealed record ConsultationRedrafted(Guid Consultation, int Version, DateOnly LastDay, int Consultees, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Remissen ändrades: version {Version}, {SwedishText.Word(Consultees)} instanser, sista dag {LastDay.InWords()}";
}

/// <summary>It was sent out.</summary>
[DisplayName("Remiss utskickad")]
public sealed record ConsultationOpened(Guid Consultation, Guid Agreement, string Name, int Version, int Asked, DateOnly LastDay, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"{Name}, version {Version}, skickades på remiss till {SwedishText.Word(Asked)} instanser, sista dag {LastDay.InWords()}";
}

/// <summary>More were asked, after it was sent out.</summary>
[DisplayName("Remiss skickad till fler")]
public sealed record ConsultationWidened(Guid Consultation, string Consultees, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Remissen skickades också till {Consultees}";
}

/// <summary>A draft was taken away before anybody was asked.</summary>
[DisplayName("Remissutkast borttaget")]
public sealed record ConsultationDiscarded(Guid Consultation, string Name, int Version, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Utkastet till remiss om {Name}, version {Version}, togs bort";
}

/// <summary>A consultee was given longer.</summary>
[DisplayName("Längre tid för remissvar")]
public sealed record ConsultationExtended(Guid Consultation, string Consultee, DateOnly To, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"{Consultee} fick tid till och med {To.InWords()}: {Reason}";
}

[DisplayName("Påminnelse om remiss")]
public sealed record ConsultationReminded(Guid Consultation, string Consultee, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Påminnelse till {Consultee}";
}

/// <summary>A consultee sent its answer, or supplemented it.</summary>
[DisplayName("Remissvar skickat")]
public sealed record ResponseSent(Guid Consultation, Guid Response, string Consultee, int Number, Stance Stance, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid? Principal { get; init; }
    public override Guid Subject => Consultation;
    public override string Words => $"{Consultee} {(Number == 1 ? "svarade" : "kompletterade sitt svar")}: {SwedishText.Small(Stance.Words())}";
    public override Guid? ActedFor => Principal;
}

/// <summary>An answer that came by mail or on paper was written down.</summary>
[DisplayName("Remissvar registrerat")]
public sealed record ResponseRecorded(Guid Consultation, Guid Response, string Consultee, Stance Stance, DateOnly ReceivedOn, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Svaret från {Consultee}, som kom {ReceivedOn.InWords()}, registrerades: {SwedishText.Small(Stance.Words())}";
}

/// <summary>The last day passed.</summary>
[DisplayName("Remiss stängd")]
public sealed record ConsultationClosed(Guid Consultation, int Answered, int Silent, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Remissen stängdes. Svar: {SwedishText.Word(Answered)}. Inget svar: {SwedishText.Word(Silent)}";
}

[DisplayName("Remissvar kommenterade")]
public sealed record RepliesWritten(Guid Consultation, int Replies, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => Replies == 1 ? "En synpunkt kommenterades" : $"{SwedishText.Capital(SwedishText.Word(Replies))} synpunkter kommenterades";
}

[DisplayName("Remiss sammanställd")]
public sealed record ConsultationCompiled(Guid Consultation, string Name, int Answered, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Consultation;
    public override string Words => $"Sammanställningen av {SwedishText.Word(Answered)} svar om {Name} blev klar";
}
