using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A functional address of an organisation that answers whoever is there: its registry, its officer on duty.</summary>
internal sealed class ContactWay : Changing, IInArea
{
    ContactWay() { }

    public ContactWay(Guid area, Guid organisation, string label, Reach reach, Period days)
    {
        (Area, Organisation, Label, From, To) = (area, organisation, label, days.From, days.To);
        (Mail, Telephone, Hours) = (reach.Mail, reach.Telephone, reach.Hours);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Organisation { get; private set; }
    /// <summary>What answers: 'Tjänsteperson i beredskap'.</summary>
    public string Label { get; private set; } = "";
    public string? Mail { get; private set; }
    public string? Telephone { get; private set; }
    public string? Hours { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public Reach Reach() => new(Mail, Telephone, Hours);

    public void Added(DateTimeOffset at, Guid by) => Remember(new ContactWayAdded(Organisation, Id, Label, Reach().Words, From, at, by));

    public void Change(string label, Reach reach, DateTimeOffset at, Guid by)
    {
        Changed(Organisation, "Kontaktvägen", $"{Label} ({Reach().Words})", $"{label} ({reach.Words})", at, by);
        (Label, Mail, Telephone, Hours) = (label, reach.Mail, reach.Telephone, reach.Hours);
    }

    public void End(DateOnly last, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(last < From ? new("end-before-start", $"Sista dagen är före den första, {From.InWords()}. Skriv en senare dag.") : null);
        To = last;
        Remember(new ContactWayEnded(Organisation, Id, Label, last, at, by));
    }
}

[DisplayName("Kontaktväg tillagd")]
public sealed record ContactWayAdded(Guid Organisation, Guid Way, string Label, string Reach, DateOnly From, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Organisation;
    public override string Words => $"Kontaktvägen {Label} ({Reach}) lades till, {new Period(From, null).Words}";
}

[DisplayName("Kontaktväg avslutad")]
public sealed record ContactWayEnded(Guid Organisation, Guid Way, string Label, DateOnly Last, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Organisation;
    public override string Words => $"Kontaktvägen {Label} gäller till och med {Last.InWords()}";
}
