using static Samverk.Tests.Import.Files.DocxFile;

namespace Samverk.Tests.Import.Files;

public sealed class DocxTests
{
    static async Task Gives(DocxFile file, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), await Tools.Text("protokoll.docx", file.Bytes()));

    [Fact]
    public async Task Paragraphs_become_lines_and_the_page_head_stays_out() =>
        await Gives(new DocxFile().P("Protokoll Chefsgruppen").P("").P("").P("Närvarande: Siv Åkesson"), """
            Protokoll Chefsgruppen

            Närvarande: Siv Åkesson
            """);

    [Fact]
    public async Task Space_on_the_page_is_an_empty_line_in_the_text() =>
        await Gives(
            new DocxFile()
                .Defaults("<w:spacing w:after=\"160\"/>")
                .Style("Lista", "List Paragraph", "<w:pPr><w:contextualSpacing/></w:pPr>")
                .Style("Tät", "No Spacing", "<w:pPr><w:spacing w:after=\"0\"/></w:pPr>")
                .P("Protokoll").P("Närvarande", "<w:pStyle w:val=\"Tät\"/>").P("Aino Mäkelä", "<w:pStyle w:val=\"Tät\"/>")
                .P("ett", "<w:pStyle w:val=\"Lista\"/>").P("två", "<w:pStyle w:val=\"Lista\"/>").P("Slut", "<w:spacing w:before=\"20\" w:beforeAutospacing=\"1\"/>"),
            """
            Protokoll

            Närvarande
            Aino Mäkelä
            ett
            två

            Slut
            """);

    [Fact]
    public async Task List_numbers_are_written_out_with_their_levels() =>
        await Gives(
            new DocxFile()
                .Definition(0, "decimal|%1.", "decimal|%1.%2", "lowerLetter|%3)").List(1, 0)
                .Item(1, 0, "Mötets öppnande").Item(1, 0, "Ekonomi").Item(1, 1, "Utfall").Item(1, 1, "Prognos")
                .Item(1, 2, "per kommun").Item(1, 2, "per nämnd").Item(1, 0, "Övrigt").Item(1, 1, "Rapport"),
            """
            1. Mötets öppnande
            2. Ekonomi
            2.1 Utfall
            2.2 Prognos
            a) per kommun
            b) per nämnd
            3. Övrigt
            3.1 Rapport
            """);

    [Fact]
    public async Task Formats_of_numbers_are_Words_own() =>
        await Gives(
            new DocxFile()
                .Definition(0, "upperRoman|%1.", "decimal|%1.%2|<w:isLgl/>", "decimalZero|§ %3", "upperLetter|(%4)", "bullet|\uF0B7").List(1, 0)
                .Item(1, 0, "A").Item(1, 0, "B").Item(1, 1, "lagligt").Item(1, 2, "paragraf").Item(1, 3, "bokstav").Item(1, 4, "punkt"),
            """
            I. A
            II. B
            2.1 lagligt
            § 01 paragraf
            (A) bokstav
            - punkt
            """);

    [Fact]
    public async Task A_list_of_its_own_starts_anew_and_lists_of_one_definition_count_on() =>
        await Gives(
            new DocxFile()
                .Definition(0, "decimal|§ %1").List(1, 0).List(2, 0)
                .List(3, 0, """<w:lvlOverride w:ilvl="0"><w:startOverride w:val="41"/></w:lvlOverride>""")
                .Item(1, 0, "ett").Item(2, 0, "två").Item(3, 0, "fyrtioett").Item(3, 0, "fyrtiotvå"),
            """
            § 1 ett
            § 2 två
            § 41 fyrtioett
            § 42 fyrtiotvå
            """);

    [Fact]
    public async Task A_level_that_never_restarts_counts_through() =>
        await Gives(
            new DocxFile()
                .Definition(0, "decimal|%1.", "decimal|§ %2|<w:lvlRestart w:val=\"0\"/>").List(1, 0)
                .Item(1, 0, "Ärenden").Item(1, 1, "Första").Item(1, 0, "Rapporter").Item(1, 1, "Andra"),
            """
            1. Ärenden
            § 1 Första
            2. Rapporter
            § 2 Andra
            """);

    [Fact]
    public async Task Numbered_heading_styles_carry_their_number_and_stand_apart() =>
        await Gives(
            new DocxFile()
                .Definition(0, "decimal|%1|<w:pStyle w:val=\"Rubrik1\"/>", "decimal|%1.%2|<w:pStyle w:val=\"Rubrik2\"/>").List(1, 0)
                .Style("Rubrik1", "heading 1", """<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>""")
                .Style("Rubrik2", "heading 2", """<w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>""")
                .P("Inledning", "<w:pStyle w:val=\"Rubrik1\"/>").P("Gruppen samlas.").P("Bakgrund", "<w:pStyle w:val=\"Rubrik2\"/>")
                .P("Utan nummer", "<w:pStyle w:val=\"Rubrik1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
            """
            1 Inledning
            Gruppen samlas.

            1.1 Bakgrund

            Utan nummer
            """);

    [Fact]
    public async Task A_number_without_text_stands_alone_and_an_empty_bullet_is_nothing() =>
        await Gives(
            new DocxFile().Definition(0, "decimal|§ %1").Definition(1, "bullet|o").List(1, 0).List(2, 1)
                .Item(1, 0, "").P("Mötet öppnas").Item(2, 0, "").Item(1, 0, "Nästa"),
            """
            § 1
            Mötet öppnas

            § 2 Nästa
            """);

    [Fact]
    public async Task A_table_row_is_a_line_with_tabs() =>
        await Gives(
            new DocxFile().P("Närvarande").Table(["Aino Mäkelä", "Askvik"], ["Yusuf Demir", ""], ["", "Dalsjö"], ["", ""]).P("Slut"),
            "Närvarande\n\nAino Mäkelä\tAskvik\nYusuf Demir\n\tDalsjö\n\nSlut");

    [Fact]
    public async Task Cells_with_equally_many_lines_are_read_side_by_side() =>
        await Gives(
            new DocxFile().Table([Paragraph("Aino Mäkelä") + Paragraph("Yusuf Demir"), Paragraph("Askvik") + Paragraph("Dalsjö")]),
            "Aino Mäkelä\tAskvik\nYusuf Demir\tDalsjö");

    [Fact]
    public async Task Minutes_set_in_a_table_keep_their_paragraphs() =>
        await Gives(
            new DocxFile().Table(["§ 4", Paragraph("Ekonomi") + Paragraph("Ekonomichefen redovisar.") + Paragraph("Beslut: Gruppen godkänner.")]),
            "§ 4\tEkonomi\nEkonomichefen redovisar.\nBeslut: Gruppen godkänner.");

    [Fact]
    public async Task Struck_out_text_is_marked_close_to_its_words() =>
        await Gives(
            new DocxFile()
                .Style("Struken", "Struken", "<w:rPr><w:strike/></w:rPr>")
                .Body($"<w:p>{Run("Siv Åkesson ")}{Run("Per ", "<w:strike/>")}{Run("Lund ", "<w:dstrike/>")}{Run("Lejla Hodžić")}</w:p>")
                .Body($"<w:p>{Run("Aino Mäkelä", "<w:strike/>")}<w:r><w:tab/></w:r>{Run("Askvik", "<w:strike/>")}</w:p>")
                .P("Hela raden", "<w:pStyle w:val=\"Struken\"/>")
                .Body($"<w:p>{Run("inte struken", "<w:strike w:val=\"0\"/>")}</w:p>"),
            "Siv Åkesson ~~Per Lund~~ Lejla Hodžić\n~~Aino Mäkelä~~\t~~Askvik~~\n~~Hela raden~~\ninte struken");

    [Fact]
    public async Task Tracked_changes_are_taken_as_accepted() =>
        await Gives(
            new DocxFile()
                .Body($"<w:p>{Run("Gruppen ")}<w:del w:id=\"1\"><w:r><w:delText>avslår</w:delText></w:r></w:del><w:ins w:id=\"2\">{Run("godkänner")}</w:ins>{Run(" förslaget.")}</w:p>")
                .Body($"<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>{Run("Uppdraget går ")}</w:p>").P("vidare.")
                .Body($"<w:moveFrom w:id=\"4\">{Paragraph("flyttat hit ifrån")}</w:moveFrom><w:moveTo w:id=\"5\">{Paragraph("flyttat hit")}</w:moveTo>")
                .Body($"<w:tbl><w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr><w:tc>{Paragraph("struken rad")}</w:tc></w:tr><w:tr><w:tc>{Paragraph("kvar")}</w:tc></w:tr></w:tbl>"),
            "Gruppen godkänner förslaget.\nUppdraget går vidare.\nflyttat hit\n\nkvar");

    [Fact]
    public async Task A_text_box_is_told_once_after_its_paragraph()
    {
        var box = $"<w:txbxContent>{Paragraph("Dnr 24RS117")}</w:txbxContent>";
        await Gives(
            new DocxFile()
                .Body($"<w:p>{Run("Protokoll ")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>{Run("2024-03-05")}</w:p>")
                .Body($"<w:p>{Run("Äldre ruta")}<w:r><w:pict><v:shape><v:textbox>{box.Replace("117", "118", StringComparison.Ordinal)}</v:textbox></v:shape></w:pict></w:r></w:p>"),
            "Protokoll 2024-03-05\nDnr 24RS117\nÄldre ruta\nDnr 24RS118");
    }

    [Fact]
    public async Task What_the_page_does_not_show_is_left_out() =>
        await Gives(
            new DocxFile()
                .Style("Innehll1", "toc 1", "")
                .P("Mötets öppnande 2", "<w:pStyle w:val=\"Innehll1\"/>")
                .Body($"<w:p>{Run("Synligt")}{Run(" och dolt", "<w:vanish/>")}<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"http://example.invalid\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(" med länk")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")
                .Body($"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Paragraph("Klicka här för att ange text.")}</w:sdtContent></w:sdt>")
                .Body($"<w:sdt><w:sdtPr/><w:sdtContent>{Paragraph("Ifyllt")}</w:sdtContent></w:sdt>"),
            "Synligt med länk\nIfyllt");

    [Fact]
    public async Task Breaks_tabs_and_signs_have_their_characters() =>
        await Gives(
            new DocxFile().Body("<w:p><w:r><w:t>§ 5</w:t><w:tab/><w:t>Övrigt</w:t><w:br/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t xml:space=\"preserve\"> Ja e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r></w:p>"),
            "§ 5 Övrigt\n☒ Ja e-post");

    [Fact]
    public async Task A_document_type_is_refused() =>
        Assert.Equal("damaged", await Tools.Problem("a.docx", new DocxFile().Prolog("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>").P("text").Bytes()));

    [Fact]
    public async Task Nesting_without_end_is_refused() =>
        Assert.Equal("damaged", await Tools.Problem("a.docx", new DocxFile().Body(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000))).Bytes()));

    [Fact]
    public async Task LibreOffice_counts_and_tells_the_same()
    {
        Tools.Need("soffice");
        var file = new DocxFile()
            .Definition(0, "decimal|%1.", "decimal|%1.%2", "lowerLetter|%3)").Definition(1, "upperRoman|%1.")
            .List(1, 0).List(2, 1).List(3, 0, """<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>""")
            .P("Protokoll").Item(1, 0, "ett").Item(1, 1, "under").Item(1, 2, "djupare").Item(1, 2, "igen").Item(2, 0, "romersk")
            .Item(1, 1, "åter").Item(1, 0, "två").Item(2, 0, "romersk").Item(3, 0, "sju").Item(3, 1, "sju ett").Item(3, 0, "åtta").P("Slut").Bytes();
        var judged = System.Text.Encoding.UTF8.GetString(await Tools.Convert(file, "docx", "txt"));
        Assert.Equal(Words(judged), Words(await Tools.Text("a.docx", file)));
    }

    static string Words(string text) => string.Join(' ', text.Trim('\uFEFF').Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
