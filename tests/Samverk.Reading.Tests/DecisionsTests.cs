namespace Samverk.Reading.Tests;

public sealed class DecisionsTests
{
    static string? KindOf(string text)
    {
        var block = Assert.Single(Blocks.Of(text));
        return Decisions.Stated(new(block, 0, block.Text.Length), new("Samverkansrådet för vård och omsorg"));
    }

    [Theory]
    [InlineData("Rådet beslutar att införa rutinen.", "decision")]
    [InlineData("Samverkansrådet godkänner dagordningen.", "approval")]
    [InlineData("Dagordningen godkändes.", "approval")]
    [InlineData("Protokollet läggs till handlingarna.", "decision")]
    [InlineData("Rådet ställer sig bakom överenskommelsen.", "approval")]
    [InlineData("Rådet rekommenderar huvudmännen att anta förslaget.", "recommendation")]
    [InlineData("Till justerare utses Anna Ek.", "election")]
    [InlineData("Omval av Bo Lind.", "election")]
    [InlineData("Frågan om lokaler bordläggs till nästa möte.", "deferral")]
    [InlineData("Beslutet tas vid mötet i september.", "deferral")]
    [InlineData("Rådet är inte redo att ta ett beslut.", "deferral")]
    [InlineData("Vi enades om att mötas oftare.", "decision")]
    [InlineData("Det beslutades att rutinen ska gälla.", "decision")]
    public void What_this_body_decides_has_its_kind(string text, string kind) => Assert.Equal(kind, KindOf(text));

    [Theory]
    [InlineData("Regionstyrelsen beslutade i mars att inrätta tjänsten.")]
    [InlineData("Kommunfullmäktige har antagit planen.")]
    [InlineData("Socialnämnden i Askvik beslutade att avstå.")]
    [InlineData("Överenskommelsen ska antas av kommunerna.")]
    [InlineData("Efter diskussion i styrgruppen beslutades att hålla dialogmöten.")]
    [InlineData("Ordföranden tackade och avslutade mötet.")]
    [InlineData("Ska rådet besluta om detta?")]
    [InlineData("Anna önskar att frågan tas upp vid ett kommande möte.")]
    public void What_others_decide_is_no_decision_here(string text) => Assert.Null(KindOf(text));
}
