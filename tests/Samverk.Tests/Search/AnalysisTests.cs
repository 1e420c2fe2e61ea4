using FsCheck;
using FsCheck.Fluent;
using Samverk.Search.Analysis;

namespace Samverk.Tests.Search;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData("utskrivning", "utskrivningen", "utskrivningar", "utskrivningarna", "utskrivningens")]
    [InlineData("avtal", "avtalet", "avtalets", "avtalen", "avtalens")]
    [InlineData("överenskommelse", "överenskommelsen", "överenskommelser", "överenskommelserna")]
    [InlineData("möte", "mötet", "möten", "mötena", "mötets")]
    [InlineData("kommun", "kommunen", "kommuner", "kommunerna", "kommunernas")]
    [InlineData("hjälpmedel", "hjälpmedlen", "hjälpmedlet", "hjälpmedels")]
    [InlineData("avvikelse", "avvikelser", "avvikelsen")]
    [InlineData("boende", "boenden", "boendet", "boendets")]
    [InlineData("råd", "rådet", "rådets", "råden")]
    [InlineData("rutin", "rutinen", "rutiner", "rutinerna")]
    [InlineData("fråga", "frågan", "frågor", "frågorna", "frågans")]
    [InlineData("samverka", "samverkan", "samverkar", "samverkans")]
    [InlineData("handlingsplan", "handlingsplanen", "handlingsplaner", "handlingsplanerna")]
    [InlineData("organ", "organet", "organen", "organens")]
    public void Inflections_of_a_word_have_one_stem(string word, params string[] inflections) =>
        Assert.Equal([SwedishStem.Of(word)], inflections.Select(SwedishStem.Of).Distinct());

    [Theory]
    [InlineData("kommun", "kommunikation")]
    [InlineData("aktivitet", "aktiv")]
    [InlineData("vård", "värd")]
    [InlineData("mot", "mötet")]
    [InlineData("sip", "sippor")]
    public void Different_words_have_different_stems(string one, string other) => Assert.NotEqual(SwedishStem.Of(one), SwedishStem.Of(other));

    [Theory]
    [InlineData("ÖVERENSKOMMELSE", "överenskommelse")]
    [InlineData("Begić", "begic")]
    [InlineData("Idé", "ide")]
    [InlineData("Åsmyra", "åsmyra")]
    [InlineData("A\u030Asmyra", "åsmyra")]
    [InlineData("ut\u00ADskrivning", "utskrivning")]
    [InlineData("Sørensen", "sörensen")]
    public void Case_and_accents_are_folded_and_å_ä_ö_are_kept(string text, string folded) => Assert.Equal([folded], Word.In(text.Normalize()).Select(w => w.Folded));

    [Fact]
    public void A_hyphen_parts_words_and_a_short_part_is_found_in_the_whole_too()
    {
        Assert.Equal(["hälso", "sjukvårdsavtal"], Term.In("hälso- och sjukvårdsavtalet").Select(t => t.Stem));
        Assert.Equal(["hälsa", "ehälsa"], Term.In("e-hälsa").Select(t => t.Shown));
        Assert.Equal(["sip", "möt"], Term.In("SIP-möte").Select(t => t.Stem));
    }

    [Theory]
    [InlineData("utskrivningsklar", "utskrivning", true)]
    [InlineData("sjukvårdsavtal", "avtal", true)]
    [InlineData("sjukvårdsavtal", "sjukvård", true)]
    [InlineData("hemsjukvårdsteam", "sjukvård", true)]
    [InlineData("familjerådgivning", "rådgivning", true)]
    [InlineData("suicidprevention", "suicid", true)]
    [InlineData("trygghetslarm", "larm", true)]
    [InlineData("kommunikation", "kommun", false)]
    [InlineData("utskrivning", "utskrivn", false)]
    [InlineData("planering", "plan", false)]
    [InlineData("avtal", "avtal", false)]
    [InlineData("förening", "ring", false)]
    public void A_compound_is_made_of_words(string whole, string part, bool isMade)
    {
        string[] known = ["hem", "team", "familj", "trygghet", "sjukvård", "vård", "avtal", "ing", "för", "utskrivning"];
        Assert.Equal(isMade, Compounds.Has(whole, part, known.Contains));
    }

    [Theory]
    [InlineData("SIP", "samordn individuell plan")]
    [InlineData("samordnade individuella planer", "sip")]
    [InlineData("ÖK", "överenskomm")]
    [InlineData("hälso- och sjukvårdslagen", "hsl")]
    public void An_abbreviation_is_what_it_is_short_for(string typed, string other)
    {
        var asked = Assert.Single(Query.Of(typed).Parts);
        Assert.Contains(other, asked.Ways.Where(w => w.IsOther).Select(w => string.Join(' ', w.Terms.Select(t => t.Stem))));
    }

    [Fact]
    public void What_is_typed_is_words_and_phrases_and_perhaps_the_beginning_of_a_word()
    {
        var query = Query.Of("rutin för \"fast vårdkontakt\" hel", isTyping: true);
        Assert.Equal(["rutin", "fast vårdkontakt", "hel"], query.Parts.Select(p => p.Typed));
        Assert.Equal([false, true, false], query.Parts.Select(p => p.IsPhrase));
        Assert.Equal([false, false, true], query.Parts.Select(p => p.IsBeginning));
        Assert.Empty(Query.Of("och till den").Parts);
        Assert.Equal(["öppet", "citat"], Query.Of("öppet \"citat").Parts.Select(p => p.Typed));
    }

    [Theory]
    [InlineData("utskrivnig", "utskrivning", 1)]
    [InlineData("trygghetslram", "trygghetslarm", 1)]
    [InlineData("akerlind", "åkerlind", 1)]
    [InlineData("remis", "remiss", 1)]
    [InlineData("plan", "råd", null)]
    public void Faults_are_counted_in_letters(string typed, string meant, int? faults) => Assert.Equal(faults, Spelling.Distance(typed, meant, 2));

    [Fact]
    public void Any_text_is_words_that_stand_where_they_say() => Prop.ForAll(Any, text =>
    {
        var words = Word.In(text ?? "");
        return words.TrueForAll(w => w.Length > 0 && w.Start + w.Length <= text!.Length && w.Folded.Length > 0)
            && words.Zip(words.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_query_is_bounded_and_no_stem_is_empty() => Prop.ForAll(Any, text =>
        Query.Of(text, isTyping: true) is { Parts.Count: <= 12 } query && query.Parts.All(p => p.Ways.All(w => w.Terms.Count > 0 && w.Terms.All(t => t.Stem.Length > 0)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_word_has_a_stem_that_it_begins_with_or_that_is_of_a_rule() => Prop.ForAll(Any, text =>
        Word.In(text ?? "").TrueForAll(w => SwedishStem.Of(w.Folded) is { Length: > 0 } stem && (w.Folded.StartsWith(stem, StringComparison.Ordinal) || stem.EndsWith("medel", StringComparison.Ordinal)))).QuickCheckThrowOnFailure();

    static Arbitrary<string?> Any => ArbMap.Default.ArbFor<string?>();
}
