using System.Text;
using System.Xml.Linq;
using Samverk.Pdf.Content;

namespace Samverk.Pdf.Tests;

public sealed class WriterTests
{
    static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/", PdfA = "http://www.aiim.org/pdfa/ns/id/", PdfUa = "http://www.aiim.org/pdfua/ns/id/", XmpBasic = "http://ns.adobe.com/xap/1.0/";

    [Fact]
    public void The_same_document_makes_the_same_bytes_and_another_makes_others()
    {
        var first = PdfWriter.Write(Sample.Minutes(5), Sample.Typeface).Bytes;
        var again = PdfWriter.Write(Sample.Minutes(5), Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface"))).Bytes;
        Assert.Equal(first, again);
        var later = PdfWriter.Write(Sample.Minutes(5) with { Facts = Sample.Facts with { Created = Sample.Facts.Created.AddSeconds(1) } }, Sample.Typeface).Bytes;
        Assert.NotEqual(first, later);
    }

    [Fact]
    public void The_typeface_lies_at_the_same_place_in_every_document()
    {
        var (one, other) = (PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes, PdfWriter.Write(Sample.Minutes(30), Sample.Typeface).Bytes);
        var same = one.AsSpan().CommonPrefixLength(other);
        Assert.True(same > 200_000, $"{same} bytes are the same");
    }

    [Fact]
    public void The_catalog_says_language_marks_and_title_shown()
    {
        var root = new CheckedFile(PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes).File.Root;
        Assert.Equal("sv-SE", Encoding.ASCII.GetString(((PdfString)root["Lang"]!).Bytes));
        Assert.Equal(new PdfKeyword("true"), ((PdfDictionary)root["MarkInfo"]!)["Marked"]);
        Assert.Equal(new PdfKeyword("true"), ((PdfDictionary)root["ViewerPreferences"]!)["DisplayDocTitle"]);
        Assert.Equal(new PdfName("GTS_PDFA1"), ((PdfDictionary)((PdfArray)root["OutputIntents"]!).Items[0])["S"]);
    }

    [Fact]
    public void Metadata_claims_the_standards_and_agrees_with_what_old_programs_read()
    {
        var bytes = PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes;
        var text = Encoding.UTF8.GetString(bytes);
        var start = text.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        var xmp = XDocument.Parse(text[start..(text.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + 12)]);
        Assert.Equal(("2", "A", "1"), (Value(PdfA + "part"), Value(PdfA + "conformance"), Value(PdfUa + "part")));
        Assert.Equal(Sample.Facts.Title, Value(Dc + "title"));
        Assert.Equal(Sample.Facts.Author, Value(Dc + "creator"));
        Assert.Equal(Sample.Facts.Subject, Value(Dc + "description"));
        Assert.Equal("2026-09-14T06:30:00Z", Value(XmpBasic + "CreateDate"));
        Assert.NotEmpty(xmp.Descendants(Rdf + "Seq"));
        Assert.Contains("/CreationDate (D:20260914063000Z)", text, StringComparison.Ordinal);
        Assert.Contains($"/Author {PdfText.Hex(Sample.Facts.Author)}", text, StringComparison.Ordinal);

        string Value(XName name) => xmp.Descendants(name).Single().Value.Trim();
    }

    [Fact]
    public void A_page_belongs_to_what_is_read_or_to_nothing()
    {
        var file = new CheckedFile(PdfWriter.Write(Sample.Minutes(3), Sample.Typeface).Bytes);
        foreach (var page in file.Pages)
        {
            var depth = 0;
            foreach (var line in file.Content(page).Split('\n'))
            {
                Assert.True(depth > 0 || !line.Contains(" Tj", StringComparison.Ordinal) && !line.EndsWith(" S", StringComparison.Ordinal), line);
                depth += line.Split("BDC").Length - line.Split("EMC").Length;
            }
        }
    }

    [Fact]
    public void From_each_mark_on_a_page_there_is_a_way_back_to_the_element_that_owns_it()
    {
        var checkedFile = new CheckedFile(PdfWriter.Write(Sample.Minutes(8), Sample.Typeface).Bytes);
        var file = checkedFile.File;
        var parents = file.Array(file.Dictionary(file.Dictionary(file.Root["StructTreeRoot"])["ParentTree"])["Nums"]);
        for (var number = 0; number < checkedFile.Pages.Count; number++)
        {
            var page = PdfFile.Number(file.Array(file.Dictionary(file.Root["Pages"])["Kids"])[number]);
            Assert.Equal(new PdfNumber(number), checkedFile.Pages[number]["StructParents"]);
            Assert.Equal(new PdfNumber(number), parents[2 * number]);
            var owners = file.Array(parents[2 * number + 1]);
            Assert.Equal(Enumerable.Range(0, owners.Count).Select(i => $"/MCID {i}>>"), System.Text.RegularExpressions.Regex.Matches(checkedFile.Content(checkedFile.Pages[number]), "/MCID [0-9]+>>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(30)).Select(m => m.Value));
            for (var mark = 0; mark < owners.Count; mark++)
                Assert.Contains((page, mark), Marks(file.Dictionary(owners[mark])));
        }

        static IEnumerable<(int Page, int Mark)> Marks(PdfDictionary element) => ((PdfArray)element["K"]!).Items.Select(kid => kid switch
        {
            PdfNumber here => (PdfFile.Number(element["Pg"]), (int)here.Value),
            PdfDictionary there => (PdfFile.Number(there["Pg"]), (int)((PdfNumber)there["MCID"]!).Value),
            _ => (-1, -1),
        });
    }

    [Fact]
    public void The_profile_of_colours_is_as_the_format_wants_it()
    {
        var profile = SrgbProfile.Bytes;
        Assert.Equal(profile.Length, (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(profile));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        var tags = Enumerable.Range(0, profile[131]).Select(i => (Name: Encoding.ASCII.GetString(profile, 132 + i * 12, 4), At: Number(136 + i * 12), Length: Number(140 + i * 12))).ToList();
        Assert.Equal(["desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"], tags.Select(t => t.Name));
        Assert.All(tags, t => Assert.True(t.At % 4 == 0 && t.At >= 132 + tags.Count * 12 && t.At + t.Length <= profile.Length, t.Name));
        Assert.Equal("curv", Encoding.ASCII.GetString(profile, tags[8].At, 4));
        // The three primaries together are the white of D50.
        for (var axis = 0; axis < 3; axis++)
            Assert.InRange(tags[3..6].Sum(t => Number(t.At + 8 + axis * 4)) - Number(tags[2].At + 8 + axis * 4), -20, 20);

        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at));
    }

    [Fact]
    public void Heading_levels_are_never_skipped_for_who_listens()
    {
        var text = Encoding.ASCII.GetString(PdfWriter.Write(Sample.Of(new Heading(3, "Djupt"), new Heading(1, "Ett"), new Heading(3, "Tre"), new Heading(2, "Två"), new Heading(3, "Tre")), Sample.Typeface).Bytes);
        Assert.Equal(["H1", "H1", "H2", "H2", "H3"], System.Text.RegularExpressions.Regex.Matches(text, "(?<=/S /)H[0-9]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(30)).Select(m => m.Value));
    }

    [Fact]
    public void An_anchor_is_a_name_that_links_find_and_of_two_alike_the_first_counts()
    {
        var file = new CheckedFile(PdfWriter.Write(Sample.Of(new Heading(1, "Ett", "p1"), new PageBreak(), new Heading(1, "Två", "p1"), new Heading(1, "Tre", "åäö")), Sample.Typeface).Bytes).File;
        var names = file.Array(file.Dictionary(file.Dictionary(file.Root["Names"])["Dests"])["Names"]);
        Assert.Equal(["p1", "åäö"], names.OfType<PdfString>().Select(s => Encoding.UTF8.GetString(s.Bytes)));
        var first = PdfFile.Number(file.Array(file.Dictionary(file.Root["Pages"])["Kids"])[0]);
        Assert.Equal(first, PdfFile.Number(((PdfArray)names[1]).Items[0]));
    }

    [Fact]
    public void A_block_of_an_unknown_kind_is_a_fault_of_the_program() =>
        Assert.Throws<ArgumentException>(() => PdfWriter.Write(Sample.Of(new Strange()), Sample.Typeface));

    [Fact]
    public void Bytes_that_are_no_font_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TrueTypeFont([]));
        Assert.Throws<ArgumentException>(() => new TrueTypeFont("%PDF-1.7 is no font, whatever its length"u8.ToArray()));
    }

    sealed record Strange : Block;
}
