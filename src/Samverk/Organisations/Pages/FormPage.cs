using System.Globalization;
using Microsoft.AspNetCore.Components;
using Samverk.Shared;
using Samverk.Shared.Parts;

namespace Samverk.Organisations.Pages;

/// <summary>A page with plain forms: what is posted is done and redirected from, or refused with what was typed kept.</summary>
public abstract class FormPage : Loaded
{
    const int LongestText = 4000;

    [Inject] protected AtTheDoor Door { get; set; } = null!;
    [Inject] protected TimeProvider Clock { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] protected HttpContext Context { get; set; } = null!;

    /// <summary>What has just been done, in the address after a redirect.</summary>
    [SupplyParameterFromQuery(Name = "gjort")] protected string? Done { get; set; }

    protected Refusal? Refusal { get; private set; }
    protected CancellationToken Stop => Context.RequestAborted;
    protected Actor Actor => Door.Required;
    protected DateOnly Today => Clock.Today();

    /// <param name="to">Where to go when it is done; 'gjort' tells that page what was.</param>
    protected async Task Do(string to, Func<Actor, Task<Refusal?>> verb)
    {
        Refusal = await verb(Actor);
        if (Refusal is null)
            Navigation.NavigateTo(to);
    }

    /// <summary>For an act whose answer is shown here, and not on another page.</summary>
    protected void Refuse(Refusal? refusal) => Refusal = refusal;

    protected string Text(string name) => Context.Request.HasFormContentType && Context.Request.Form[name].ToString() is { Length: <= LongestText } text ? text : "";

    protected Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    protected DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected T One<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;

    /// <summary>What stood in the field when the form was refused, else what is known.</summary>
    protected string? Typed(string name, string? known = null) => Refusal is not null && Context.Request.Form.ContainsKey(name) ? Text(name) : known;

    protected bool Chose(string name, object value, object? known = null) => Typed(name, known?.ToString()) == value.ToString();

    private protected PersonFacts? SomebodyNew() =>
        string.IsNullOrWhiteSpace(Text("ny-namn")) ? null : new(Text("ny-namn"), Text("ny-titel"), Id("ny-organisation"), Text("ny-post"), Text("ny-annan").Length > 0);
}
