using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Tests.Meetings;

public sealed class MaskTests
{
    static readonly MaskFinder Finder = new(new NameFinder(
        new HashSet<string> { "region", "bergslunda", "askvik", "stenvalla", "samverkansrådet" },
        new HashSet<string> { "karin", "amina", "björn", "anna" }), new NameMask(new HashSet<Guid>(), []));

    [Theory]
    [InlineData("Rådet tackar Amina Hadžić för hennes berättelse.", "Amina Hadžić")]
    [InlineData("Enligt Karin Apelgren är rutinen ny.", "Karin Apelgren")]
    [InlineData("Brukaren Sven-Olof von Rosen deltog.", "Sven-Olof von Rosen")]
    [InlineData("Region Bergslunda och Askviks kommun är överens.")]
    [InlineData("Handlingsplan Nära Vård fastställs i Regionhuset Stenvalla.")]
    [InlineData("Beslut om SIP fattas i september.")]
    public void Names_are_found_and_organisations_are_not(string text, params string[] names) =>
        Assert.Equal(names, Proposed(Decided(text)).Where(f => f.Kind == MaskKind.Name).Select(f => f.Text));

    [Theory]
    [InlineData("Skriv till amina.h@gmail.com eller till kommunen@askvik.example.", MaskKind.Email, "amina.h@gmail.com", "kommunen@askvik.example")]
    [InlineData("Hon nås på 070-174 06 58.", MaskKind.Telephone, "070-174 06 58")]
    [InlineData("Växeln har 08-465 004 12.", MaskKind.Telephone, "08-465 004 12")]
    [InlineData("Ärendet gäller 19121212-1212.", MaskKind.PersonalNumber, "19121212-1212")]
    [InlineData("Ärendet gäller 191212-1213.", MaskKind.NumberLikePersonal, "191212-1213")]
    [InlineData("Boende på Björkgatan 14 B, 123 45 Askvik, klagar.", MaskKind.Address, "Björkgatan 14 B, 123 45 Askvik")]
    public void Addresses_and_numbers_of_people_are_proposed_to_be_hidden(string text, MaskKind kind, params string[] found) =>
        Assert.Equal(found, Proposed(Decided(text)).Where(f => f.Kind == kind).Select(f => f.Text));

    [Theory]
    [InlineData("Mötet är den 2026-09-11 kl. 09.30–12.00.")]
    [InlineData("Diarienummer RS 2026-00412.")]
    [InlineData("Kostnaden är 1 240 500 kronor för 2026.")]
    public void Dates_and_sums_are_not(string text) => Assert.Empty(Proposed(Decided(text)));

    [Fact]
    public void Who_took_part_for_an_organisation_led_kept_adjusted_or_presented_stays_and_others_are_proposed()
    {
        var meeting = Empty with
        {
            Chair = "Björn Åkerlind",
            Secretary = "Maria Sandelin",
            Adjusters = ["Gun-Britt Ekstam"],
            Attendance =
            [
                new("Aida Begić", null, "Björkfors", null, AttendanceRole.Participant, Presence.Present, false, null),
                new("Linnea Öberg", null, null, null, AttendanceRole.Guest, Presence.Present, false, null),
            ],
            Items = [new("4", "Läget", ["Jonas Fridell"], Span.None)],
            Decisions = [Decision("Aida Begićs förslag antas. Signe Holm yttrar sig.")],
        };
        var found = Finder.Find(meeting);
        Assert.Equal(["Linnea Öberg", "Signe Holm"], found.Where(f => f.IsProposed).Select(f => f.Text).Order());
        Assert.Equal(["Aida Begić", "Björn Åkerlind", "Gun-Britt Ekstam", "Jonas Fridell", "Maria Sandelin"], found.Where(f => !f.IsProposed).Select(f => f.Text).Order());
    }

    [Fact]
    public void A_hidden_name_is_hidden_with_its_genitive_and_its_parts_but_not_where_somebody_shown_is_called_so()
    {
        var mask = new Mask([new(MaskKind.Name, "Signe Holm", true), new(MaskKind.Name, "Karin Holm", false), new(MaskKind.Telephone, "070-174 06 58", true)], ["Karin Holm"]);
        Assert.Equal("[namn dolt] fråga: [namn dolt] och Karin Holm, Holms väg, [telefonnummer dolt].", mask.Text("Signe Holms fråga: Signe och Karin Holm, Holms väg, 070-174 06 58."));
        Assert.Equal("[namn dolt]", mask.Name("SIGNE HOLM"));
        Assert.Equal("Karin Holm", mask.Name("Karin Holm"));
    }

    [Fact]
    public void Letters_of_parties_are_said_nowhere() =>
        Assert.Equal("Ulrika Tornvall, Stenvalla, och Aida Begić väljs (se bilaga).", new Mask([], []).Text("Ulrika Tornvall (S), Stenvalla, och Aida Begić (KD) väljs (se bilaga)."));

    [Fact]
    public void A_personnummer_can_never_be_shown() =>
        Assert.False(Assert.Single(Proposed(Decided("Ärendet gäller 19121212-1212."))).MayBeShown);

    static readonly MeetingView Empty = new(Ids.Next(), Ids.Next(), new(2026, 9, 11), null, null, null, null, null, null, null, null, [], null, null, MeetingState.Recorded, [], [], [], [], [], []);

    static MeetingView Decided(string text) => Empty with { Decisions = [Decision(text)] };

    static SourcedDecision Decision(string text) => new(Ids.Next(), "SR 2026:1", null, text, DecisionOutcome.Decision, Span.None);

    static IEnumerable<FoundMask> Proposed(MeetingView meeting) => Finder.Find(meeting).Where(f => f.IsProposed);
}
