using System.IO.Compression;
using System.Text;
using Samverk.Import.Files;

namespace Samverk.Tests.Import.Files;

public sealed class RefusalTests
{
    static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    static byte[] Compound(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[600]];

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "tom.docx", [], "empty" },
        { "blank.txt", " \r\n\t "u8.ToArray(), "empty" },
        { "tomt.docx", new DocxFile().P("").Bytes(), "empty" },
        { "bild.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "wrong-type" },
        { "foto.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "wrong-type" },
        { "program.txt", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0], "wrong-type" },
        { "kalkyl.docx", Zip(("xl/workbook.xml", "<x/>"u8.ToArray())), "wrong-type" },
        { "bilder.pptx", Zip(("ppt/presentation.xml", "<x/>"u8.ToArray())), "wrong-type" },
        { "kalkyl.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray())), "wrong-type" },
        { "arkiv.zip", Zip(("a.txt", "text"u8.ToArray())), "wrong-type" },
        { "gammal.doc", Compound("Workbook"), "wrong-type" },
        { "brev.txt", "MIME-Version: 1.0\r\nSubject: hej\r\n\r\nhej"u8.ToArray(), "wrong-type" },
        { "låst.docx", Compound("EncryptedPackage"), "encrypted" },
        { "låst.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("META-INF/manifest.xml", "<manifest:encryption-data/>"u8.ToArray())), "encrypted" },
        { "låst.doc", [.. Compound("WordDocument")[..1024], 0xEC, 0xA5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], "encrypted" },
        { "halv.docx", new DocxFile().P("text").Bytes()[..500], "damaged" },
        { "utan.docx", Zip(("[Content_Types].xml", "<x/>"u8.ToArray())), "damaged" },
        { "fel.docx", Zip(("word/document.xml", "<w:document"u8.ToArray())), "damaged" },
        { "bomb.docx", Zip(("word/document.xml", new byte[80 << 20])), "zip-bomb" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_wrong_file_has_its_own_message(string name, byte[] content, string code)
    {
        var extracted = await new TextExtraction().Extract(name, content, CancellationToken.None);
        Assert.Equal(code, extracted.Problem?.Code);
        Assert.EndsWith(".", extracted.Problem!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', extracted.Problem.Text);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_not_looked_into() =>
        Assert.Equal("too-large", await Tools.Problem("a.txt", new byte[1001], new ExtractionLimits { FileBytes = 1000 }));

    [Fact]
    public void An_archive_gives_its_documents_and_nothing_else()
    {
        using var archive = Archive.Open(new MemoryStream(Zip(
            ("2019/", []), ("2019/protokoll.txt", "text"u8.ToArray()), ("2020\\möte.txt", "mer"u8.ToArray()),
            ("__MACOSX/2019/._protokoll.txt", [1]), (".DS_Store", [1]), ("Thumbs.db", [1]))));
        Assert.Null(archive.Problem);
        Assert.Equal(["2019/protokoll.txt", "2020/möte.txt"], archive.Files.Select(f => f.Name));
        Assert.Equal("mer"u8.ToArray(), archive.Files[1].Read().Bytes);
    }

    [Theory]
    [InlineData("../ut.txt")]
    [InlineData("a/../../ut.txt")]
    [InlineData("/etc/ut.txt")]
    [InlineData("C:\\ut.txt")]
    [InlineData("a\\..\\ut.txt")]
    public void An_archive_that_points_out_of_itself_is_refused(string name)
    {
        using var archive = Archive.Open(new MemoryStream(Zip((name, [1]))));
        Assert.Equal("unsafe-path", archive.Problem?.Code);
        Assert.Empty(archive.Files);
    }

    [Fact]
    public void A_bomb_in_an_archive_is_refused_and_the_rest_is_read()
    {
        using var archive = Archive.Open(new MemoryStream(Zip(("bomb.txt", new byte[50 << 20]), ("a.txt", "text"u8.ToArray()))));
        Assert.Equal("zip-bomb", archive.Files[0].Read().Problem?.Code);
        Assert.Equal("text"u8.ToArray(), archive.Files[1].Read().Bytes);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        using var archive = Archive.Open(new MemoryStream(Zip([.. Enumerable.Range(0, Archive.MaxEntries + 1).Select(i => ($"{i}.txt", Array.Empty<byte>()))])));
        Assert.Equal("too-many-files", archive.Problem?.Code);
    }

    [Fact]
    public void A_damaged_archive_says_so()
    {
        using var archive = Archive.Open(new MemoryStream(Zip(("a.txt", "text"u8.ToArray()))[..40]));
        Assert.Equal("damaged", archive.Problem?.Code);
    }

    [Fact]
    public void Names_from_Swedish_Windows_are_read()
    {
        var zip = Zip(("m#te.txt", "text"u8.ToArray()));
        for (var i = zip.AsSpan().IndexOf("m#te"u8); i >= 0; i = zip.AsSpan().IndexOf("m#te"u8))
            zip[i + 1] = 0x94;
        using var archive = Archive.Open(new MemoryStream(zip));
        Assert.Equal("möte.txt", Assert.Single(archive.Files).Name);
    }
}
