using Samverk.Organisations.Pages;
using Samverk.Shared;

namespace Samverk.Agreements.Disputes.Pages;

/// <summary>A page whose form does what can't be undone: it is done when its sentence is ticked.</summary>
public abstract class SureFormPage : FormPage
{
    internal const string Tick = "saker";

    static readonly Refusal Unsure = new("not-sure", "Kryssa i att du har läst igenom det. Det går inte att ta tillbaka sedan.");

    /// <summary>Null when it is ticked.</summary>
    private protected Refusal? NotSure => Text(Tick).Length > 0 ? null : Unsure;

    /// <summary>What stood in the field when the form was refused, however long, else what is known.</summary>
    internal string? Written(string name, string? known = null) => Refusal is null ? known : LongText(name);

    private protected bool Ticks(string name, Guid id, bool known) => Refusal is null ? known : Context.Request.Form[name].Contains(id.ToString("D"));

    /// <summary>How many acts the form was drawn over.</summary>
    private protected int? Seen => Number("utgava");
}
