namespace Samverk.Reading.Tests;

/// <summary>The same minutes set in different ways give the same items and tasks.</summary>
public sealed class LayoutTests
{
    static MinutesDraft Read(string text) => MinutesReader.Read(DocumentText.Of(text));

    [Fact]
    public void The_cells_of_a_drawn_table_are_put_together_from_their_lines()
    {
        var draft = Read("""
            Minnesanteckningar Samverkansgruppen
            Närvarande: Anna Ek (Askvik), Bo Ali (Dalsjö)

            1. Inledning
            Anna hälsar välkommen.

            2. Att göra

            Vad                             Vem          När
            Skriva ihop ett förslag till    Anna         3 maj
            ny rutin för egenvård
            Boka lokal                      Bo           10 maj
            """);
        Assert.Equal([("Skriva ihop ett förslag till ny rutin för egenvård", "Anna"), ("Boka lokal", "Bo")], draft.Assignments.Select(a => (a.Text, a.Assignee!)));
    }

    [Fact]
    public void Headings_in_the_margin_are_items()
    {
        var draft = Read("""
            Minnesanteckningar Styrgruppen

            Plats           Kommunhuset i Askvik, rum 4
            Närvarande      Anna Ek, Askvik
                            Bo Ali, Dalsjö

            Inledning       Anna hälsar välkommen till dagens möte. Alla
                            presenterar sig.

            Egenvård i      Bo visar utkastet och berättar hur det har
            skolan          tagits emot. Gruppen godkänner utkastet.

            Ekonomi         Läget är gott. Bo skickar siffrorna till alla
                            senast den 3 maj.
            """);
        Assert.Equal(["Inledning", "Egenvård i skolan", "Ekonomi"], draft.Items.Select(i => i.Title));
        Assert.Equal(["Anna Ek", "Bo Ali"], draft.Attendance.Select(a => a.Name));
        Assert.Equal("Bo", Assert.Single(draft.Assignments).Assignee);
    }

    [Theory]
    [InlineData("INLEDNING – Anna öppnar mötet.\n\nEKONOMI – Läget är gott.\n\nÖVRIGT – Inget mer togs upp.")]
    [InlineData("08:15 INLEDNING\nAnna öppnar mötet.\n\n08:30 EKONOMI\nLäget är gott.\n\n09:00 ÖVRIGT\nInget mer togs upp.")]
    [InlineData("Dp 1. INLEDNING\nAnna öppnar mötet.\n\nDp 2. EKONOMI\nLäget är gott.\n\nDp 3. ÖVRIGT\nInget mer togs upp.")]
    [InlineData("2024:11 INLEDNING\nAnna öppnar mötet.\n\n2024:12 EKONOMI\nLäget är gott.\n\n2024:13 ÖVRIGT\nInget mer togs upp.")]
    public void Headings_are_known_by_what_they_share(string items)
    {
        var draft = Read("Minnesanteckningar Styrgruppen\n\nNärvarande: Anna Ek (Askvik), Bo Ali (Dalsjö)\n\n" + items);
        Assert.Equal(["INLEDNING", "EKONOMI", "ÖVRIGT"], draft.Items.Select(i => i.Title));
    }

    [Theory]
    [InlineData("Bo berättar om läget i Dalsjö.", false)]
    [InlineData("Bo tar upp bristen på tolkar.", false)]
    [InlineData("Bo föreslår att kommunerna tar fram en lista.", false)]
    [InlineData("Bo meddelar att han slutar.", false)]
    [InlineData("Bo tar upp frågan med kommunchefen.", true)]
    [InlineData("Bo kvalitetsgranskar rapporten.", true)]
    [InlineData("Bo redovisar resultatet på nästa möte.", true)]
    [InlineData("Enkäten skickas ut av Bo.", true)]
    public void A_report_is_no_task(string sentence, bool isTask) =>
        Assert.Equal(isTask, Read($"Minnesanteckningar Styrgruppen\n\nNärvarande: Anna Ek (Askvik), Bo Ali (Dalsjö)\n\n1. Inledning\nAnna öppnar mötet.\n\n2. Läget\n{sentence}").Assignments.Count == 1);

    [Fact]
    public void A_table_of_consultations_says_until_when_and_to_whom()
    {
        const string Rest = """

            3. Att göra
            Vad	Vem	När
            Boka lokal	Anna Ek	10 maj

            4. Aktuella remisser
            Remiss	Svar senast	Svar till
            Vårdprogram för smärta	15 april	remiss@bergslunda.example
            Riktlinje om egenvård	2024-05-02	Bo Ali

            5. Övrigt
            Inget.
            """;
        var draft = Read("Minnesanteckningar Samverkansgruppen\n2024-03-01\nNärvarande: Anna Ek (Askvik), Bo Ali (Dalsjö)\n\n1. Inledning\nAnna hälsar välkommen.\n\n2. Läget\nLäget är gott." + Rest);
        Assert.Equal([("Vårdprogram för smärta", "2024-04-15", "remiss@bergslunda.example"), ("Riktlinje om egenvård", "2024-05-02", "Bo Ali")], draft.Consultations.Select(c => (c.Subject, c.Deadline!, c.RespondTo!)));
        Assert.Equal(["2024-05-10", "2024-04-15", "2024-05-02"], draft.Deadlines.Select(d => d.Date));
        Assert.Equal("Boka lokal", Assert.Single(draft.Assignments).Text);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("\t")]
    public void A_table_of_agreements_says_how_far_they_have_come(string sign)
    {
        var rows = new[] { "Överenskommelse#Status#Kommentar", "Trygg utskrivning#Antagen av alla#Gäller till 2027", "Hjälpmedel#Under revidering#", "Barns hälsa#Remiss#Samordnas av regionen", "Läkemedel#Gäller#" };
        var draft = Read("Protokoll Rådet\n2024-03-01\n\n§ 1 Inledning\nAnna hälsar välkommen.\n\n§ 2 Avtal och överenskommelser\n" + string.Join('\n', rows.Select(r => (sign == "|" ? "|" : "") + r.Replace("#", sign, StringComparison.Ordinal) + (sign == "|" ? "|" : ""))) + "\n\n§ 3 Avslutning\nOrdföranden tackar.");
        Assert.Equal([("Trygg utskrivning", "adopted"), ("Hjälpmedel", "in-preparation"), ("Barns hälsa", "under-consultation"), ("Läkemedel", "adopted")], draft.Agreements.Select(a => (a.Name, a.Status)));
    }
}
