using Samverk.Organisations;
using Samverk.Organisations.Pages;

namespace Samverk.Agreements.Consulting.Pages;

/// <summary>A page where those who are to be asked are chosen.</summary>
public abstract class ConsulteeFormPage : FormPage
{
    internal bool Ticked(string name, Guid id, bool known) => Refusal is null ? known : Ticks(name, id);

    /// <summary>What stood in the field when the form was refused, however long, else what is known.</summary>
    internal string? Written(string name, string? known) => Refusal is null ? known : LongText(name);

    private protected IEnumerable<string> Lines(string name) => LongText(name).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private protected List<ProposedConsultee> Chosen(IEnumerable<OrganisationInfo> organisations, IEnumerable<BodyInfo> bodies) =>
    [
        .. organisations.Where(o => Ticks("organisation", o.Id)).Select(o => new ProposedConsultee(o.Id, null, o.Name, null)),
        .. bodies.Where(b => Ticks("organ", b.Id)).Select(b => new ProposedConsultee(null, b.Id, b.Name, null)),
        .. Lines("andra").Select(line => line.Split(';', 2)).Select(parts => new ProposedConsultee(null, null, parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : null)),
    ];

    bool Ticks(string name, Guid id) => Context.Request.Form[name].Contains(id.ToString("D"));
}
