using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Files whose names want to be somewhere else, and files that want to be something else.</summary>
public sealed class UploadTests(WorldOnce once)
{
    static byte[] Zip(params (string Name, int Attributes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, attributes) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = attributes;
                using var writer = new StreamWriter(entry.Open());
                writer.Write($"/etc/passwd {name}");
            }
        return stream.ToArray();
    }

    static async Task<HttpResponseMessage> Upload(HttpClient browser, string fileName, byte[] content)
    {
        var token = Visit.Token(await browser.GetStringAsync("/importera"));
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"filer\"; filename=\"{fileName}\"");
        form.Add(file);
        return await browser.PostAsync("/importera", form);
    }

    static Task<List<string>> Names(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().Select(d => d.FileName).ToListAsync());

    [Theory]
    [InlineData("../../utanfor.txt")]
    [InlineData("..\\..\\utanfor.txt")]
    [InlineData("/etc/cron.d/utanfor.txt")]
    [InlineData("C:\\Windows\\utanfor.txt")]
    [InlineData("mapp/../../utanfor.txt")]
    public async Task A_zip_that_wants_out_of_its_folder_is_not_opened(string inside)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var before = await Names(world);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(browser, "arkiv.zip", Zip((inside, 0), ("innanfor.txt", 0)))).StatusCode);
        Assert.Equal(["arkiv.zip"], (await Names(world)).Except(before, StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(world.Place.Folder, "utanfor*", SearchOption.AllDirectories));
        Assert.False(File.Exists("/etc/cron.d/utanfor.txt"));
    }

    [Fact]
    public async Task A_link_in_a_zip_is_left_out_and_followed_nowhere()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        const int SymbolicLink = unchecked((int)0xA1FF0000);
        var before = await Names(world);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(browser, "arkiv.zip", Zip(("lank.txt", SymbolicLink), ("fil.txt", 0)))).StatusCode);
        Assert.Equal(["fil.txt"], (await Names(world)).Except(before, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\\\hemligt\\\\namn.txt", "namn.txt")]
    [InlineData("/etc/shadow", "shadow")]
    public async Task A_file_keeps_its_name_and_no_folder(string given, string kept)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var before = await Names(world);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(browser, given, Encoding.UTF8.GetBytes($"Protokoll {given}"))).StatusCode);
        Assert.Equal([kept], (await Names(world)).Except(before, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sida.html", "<!DOCTYPE html><script>document.title='ran'</script>")]
    [InlineData("bild.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("två\r\nSet-Cookie: samverk=x\r\n.txt", "Protokoll ett")]
    [InlineData("\"; filename=ond.exe; x=\".txt", "Protokoll två")]
    [InlineData("\u202Etxt.exe", "Protokoll tre")]
    [InlineData("a\0b.txt", "Protokoll fyra")]
    [InlineData("åäö – \U0001F600.txt", "Protokoll fem")]
    public async Task An_original_is_fetched_as_a_file_and_never_shown_as_a_page_whatever_its_name(string name, string content)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor("Maria Sandelin");
        var (_, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Prov", [new(name.Replace("\0", "", StringComparison.Ordinal), Encoding.UTF8.GetBytes(content))], secretary.Person, default));
        using var browser = site.Browser((await world.Actor(await Target.Administrator(world)))!);
        var answer = await browser.GetAsync($"/importera/original/{received[0].Document}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; frame-ancestors 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.DoesNotContain(disposition.Parameters, p => p.Name is not ("filename" or "filename*"));
        Assert.Equal(Encoding.UTF8.GetBytes(content), await answer.Content.ReadAsByteArrayAsync());
    }
}
