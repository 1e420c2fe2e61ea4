using Samverk.Organisations;
using Samverk.Organisations.Pages;

namespace Samverk.Agreements.Pages;

/// <summary>A page where the facts of an agreement are written.</summary>
public abstract class FactPage : FormPage
{
    internal new string? Typed(string name, string? known) => base.Typed(name, known);

    private protected IReadOnlyList<BodyInfo> Bodies { get; private set; } = [];
    private protected IReadOnlyList<PersonInfo> People { get; private set; } = [];
    private protected IReadOnlyList<RelatedRow> Others { get; private set; } = [];

    private protected async Task LoadChoices(AreaDirectory directory, AgreementViews views, Guid? self)
    {
        Bodies = [.. (await directory.Bodies(Stop)).Where(b => Actor.May(Permission.KeepAgreement, new(Body: b.Id)) is null)];
        People = [.. (await directory.People(Stop)).Where(p => p is { IsAnonymised: false, IsProtected: false })];
        Others = await views.Choices(self, Stop);
    }

    private protected AgreementFacts Written() => new(Text("namn"), Id("organ") ?? Guid.Empty, Text("galler"), Text("grund"), Id("ansvarig"), Day("giltig"), Day("oversyn"), Id("ersatter"), Id("ram"), Number("svarsdagar") ?? 0) { ReportTo = Text("epost") };
}
