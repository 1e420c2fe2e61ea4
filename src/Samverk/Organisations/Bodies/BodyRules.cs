using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>Who is called when a member can't come.</summary>
public enum DeputyRule
{
    /// <summary>Deputy n for member n of the same seat.</summary>
    Personal,
    /// <summary>The organisation's deputies, in their listed order.</summary>
    ByOrganisation,
    /// <summary>The organisation's deputies of the same party, in their listed order; then any of the same organisation.</summary>
    ByParty,
}

/// <summary>What it takes for a body to decide.</summary>
public enum QuorumRule
{
    /// <summary>More than half of the seats are filled, by a member or a deputy who serves.</summary>
    MoreThanHalf,
    /// <summary>So many seats are filled.</summary>
    Number,
    /// <summary>Each organisation that has a seat has somebody there.</summary>
    EachOrganisation,
    /// <summary>The body is always able to decide.</summary>
    None,
}

/// <summary>In which order minutes are adjusted.</summary>
public enum AdjustingOrder { Any, Sequential }

/// <summary>How a body works, as other rooms know it.</summary>
/// <param name="QuorumNumber">How many seats, when the rule is a number.</param>
/// <param name="Adjusters">How many adjust the minutes beside the chair.</param>
/// <param name="AdjustingDays">Within so many days of being sent out the minutes are to be adjusted.</param>
/// <param name="NoticeDays">So many days before the meeting its notice is to be sent.</param>
/// <param name="Minutes">How long a meeting is, when nobody says otherwise.</param>
public sealed record BodyRulesInfo(DeputyRule Deputies, QuorumRule Quorum, int QuorumNumber, int Adjusters, bool ChairSigns, AdjustingOrder Order, int AdjustingDays, int NoticeDays, int Minutes)
{
    /// <summary>What holds for a body until somebody says otherwise.</summary>
    public static BodyRulesInfo Default { get; } = new(DeputyRule.ByOrganisation, QuorumRule.MoreThanHalf, 1, 1, ChairSigns: true, AdjustingOrder.Any, 14, 7, 120);
}

/// <summary>The rules of a body; one that has no row works by <see cref="BodyRulesInfo.Default"/>.</summary>
internal sealed class BodyRules : Changing, IInArea
{
    BodyRules() { }

    public BodyRules(Guid area, Guid body) => (Area, Body) = (area, body);

    public Guid Area { get; private set; }
    public Guid Body { get; private set; }
    public DeputyRule Deputies { get; private set; } = BodyRulesInfo.Default.Deputies;
    public QuorumRule Quorum { get; private set; } = BodyRulesInfo.Default.Quorum;
    public int QuorumNumber { get; private set; } = BodyRulesInfo.Default.QuorumNumber;
    public int Adjusters { get; private set; } = BodyRulesInfo.Default.Adjusters;
    public bool ChairSigns { get; private set; } = BodyRulesInfo.Default.ChairSigns;
    public AdjustingOrder Order { get; private set; } = BodyRulesInfo.Default.Order;
    public int AdjustingDays { get; private set; } = BodyRulesInfo.Default.AdjustingDays;
    public int NoticeDays { get; private set; } = BodyRulesInfo.Default.NoticeDays;
    public int Minutes { get; private set; } = BodyRulesInfo.Default.Minutes;

    public BodyRulesInfo Info() => new(Deputies, Quorum, QuorumNumber, Adjusters, ChairSigns, Order, AdjustingDays, NoticeDays, Minutes);

    /// <summary>Those that a body begins with; nothing is remembered.</summary>
    public static BodyRules Begin(Guid area, Guid body, BodyRulesInfo info)
    {
        var rules = new BodyRules(area, body);
        rules.Set(info);
        return rules;
    }

    public void Change(BodyRulesInfo to, DateTimeOffset at, Guid by)
    {
        var from = Info();
        Changed(Body, "Regeln för ersättare", from.Deputies.Words(), to.Deputies.Words(), at, by);
        Changed(Body, "Regeln för när organet kan besluta", from.QuorumWords(), to.QuorumWords(), at, by);
        Changed(Body, "Antalet justerare", $"{from.Adjusters}", $"{to.Adjusters}", at, by);
        Changed(Body, "Att ordföranden justerar", YesOrNo(from.ChairSigns), YesOrNo(to.ChairSigns), at, by);
        Changed(Body, "Ordningen för justering", from.Order.Words(), to.Order.Words(), at, by);
        Changed(Body, "Dagarna för justering", $"{from.AdjustingDays}", $"{to.AdjustingDays}", at, by);
        Changed(Body, "Dagarna för kallelse", $"{from.NoticeDays}", $"{to.NoticeDays}", at, by);
        Changed(Body, "Mötets längd", $"{from.Minutes} minuter", $"{to.Minutes} minuter", at, by);
        Set(to);
    }

    void Set(BodyRulesInfo to)
    {
        (Deputies, Quorum, QuorumNumber, Adjusters, ChairSigns) = (to.Deputies, to.Quorum, to.QuorumNumber, to.Adjusters, to.ChairSigns);
        (Order, AdjustingDays, NoticeDays, Minutes) = (to.Order, to.AdjustingDays, to.NoticeDays, to.Minutes);
    }

    static string YesOrNo(bool value) => value ? "ja" : "nej";
}

/// <summary>The Swedish words of a body's rules.</summary>
public static class BodyRulesWords
{
    public static string Words(this DeputyRule rule) => rule switch
    {
        DeputyRule.Personal => "personliga ersättare",
        DeputyRule.ByOrganisation => "organisationens ersättare i ordning",
        DeputyRule.ByParty => "ersättare från samma parti i ordning, sedan organisationens övriga",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static string Words(this QuorumRule rule) => rule switch
    {
        QuorumRule.MoreThanHalf => "mer än hälften av platserna är fyllda",
        QuorumRule.Number => "ett visst antal platser är fyllda",
        QuorumRule.EachOrganisation => "varje organisation är på plats",
        QuorumRule.None => "alltid",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static string Words(this AdjustingOrder order) => order switch
    {
        AdjustingOrder.Any => "i vilken ordning som helst",
        AdjustingOrder.Sequential => "en i taget, ordföranden sist",
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <summary>'minst sju platser är fyllda'.</summary>
    public static string QuorumWords(this BodyRulesInfo rules) => rules.Quorum switch
    {
        QuorumRule.Number when rules.QuorumNumber == 1 => "minst en plats är fylld",
        QuorumRule.Number => $"minst {SwedishText.Word(rules.QuorumNumber)} platser är fyllda",
        var rule => rule.Words(),
    };
}
