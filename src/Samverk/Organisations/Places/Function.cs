namespace Samverk.Organisations;

public enum FunctionKind { Administrator, Registrar, Coordinator, Reporter }

/// <summary>What a person does for the area or for an organisation, over time, and how they are reached as that.</summary>
internal sealed class Function(Guid area, Guid person, FunctionKind kind, Guid? organisation, DateOnly from, DateOnly? to) : Place(area, person, from, to)
{
    public FunctionKind Kind { get; private set; } = kind;
    /// <summary>Null for a function of the area itself.</summary>
    public Guid? Organisation { get; private set; } = organisation;
    /// <summary>The function's own address, never the person's.</summary>
    public string? Mail { get; private set; }
    public string? Telephone { get; private set; }
    /// <summary>When somebody answers: 'vardagar 8.00–16.30'.</summary>
    public string? Hours { get; private set; }

    public Reach Reach() => new(Mail, Telephone, Hours);

    public void ReachedBy(Reach reach) => (Mail, Telephone, Hours) = (reach.Mail, reach.Telephone, reach.Hours);

    public void Correct(Period days, Reach reach, Telling before, Telling after)
    {
        Corrected(days, before, after);
        ReachedBy(reach);
    }
}
