using System.Net;
using System.Text.RegularExpressions;

namespace Samverk.Tests.Shell;

public sealed class FrameTests(Frame frame) : IClassFixture<Frame>
{
    [Fact]
    public async Task The_page_names_the_area_the_person_and_where_one_is()
    {
        frame.Viewer = Frame.Secretary;
        var page = await frame.Client.GetStringAsync("/kortkommandon");
        Assert.Contains("Samverk <span>Bergslunda</span>", page, StringComparison.Ordinal);
        Assert.Contains("Maria Sandelin<small>Sekreterare</small>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Kortkommandon – Samverk</title>", page, StringComparison.Ordinal);
        Assert.Contains("Demo: påhittad region, påhittade personer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_import_does_not_see_the_word()
    {
        frame.Viewer = Frame.Secretary with { MayImport = false };
        Assert.DoesNotContain("Importera", await frame.Client.GetStringAsync("/kortkommandon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signed_in_sees_the_name_and_the_way_in_and_no_menu()
    {
        frame.Viewer = null;
        var page = await frame.Client.GetStringAsync("/kortkommandon");
        Assert.Contains("Logga in", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Huvudmeny", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bergslunda", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_inline_and_every_file_that_a_page_links_to_is_there()
    {
        var page = await frame.Client.GetStringAsync("/kortkommandon");
        Assert.DoesNotMatch("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|<base|importmap", page);
        var files = Regex.Matches(page, "(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(5, files.Count);
        foreach (var file in files.Append("/lib/inter-latin.woff2").Append("/lib/inter-latin-ext.woff2"))
            Assert.NotEmpty(await frame.Client.GetByteArrayAsync(file));
    }

    [Theory]
    [InlineData("/kortkommandon", HttpStatusCode.OK)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/finns/inte", HttpStatusCode.NotFound)]
    [InlineData("/krasch", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string address, HttpStatusCode status)
    {
        using var answer = await frame.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("GET", "/finns/inte", 404, "Sidan finns inte")]
    [InlineData("GET", "/nej", 403, "Du har inte rätt")]
    [InlineData("POST", "/nej", 403, "Du har inte rätt")]
    [InlineData("POST", "/krasch", 500, "inget sparades")]
    [InlineData("GET", "/fel/413", 413, "för stort")]
    [InlineData("GET", "/fel/200", 404, "Sidan finns inte")]
    [InlineData("POST", "/kortkommandon", 400, "Gå tillbaka")]
    public async Task A_failure_keeps_its_status_and_has_words(string method, string address, int status, string words)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await frame.Client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_that_a_person_reads_out_stands_in_the_log()
    {
        using var answer = await frame.Client.GetAsync(new Uri("/krasch", UriKind.Relative));
        var code = Regex.Match(await answer.Content.ReadAsStringAsync(), "[0-9A-F]{3}-[0-9A-F]{3}").Value;
        Assert.Single(frame.Log, line => line == $"Error {code}: GET /krasch");
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off_and_on_again()
    {
        Assert.Contains("keys.", await frame.Client.GetStringAsync("/kortkommandon"), StringComparison.Ordinal);
        await Switch();
        var without = await frame.Client.GetStringAsync("/kortkommandon");
        Assert.DoesNotContain("keys.", without, StringComparison.Ordinal);
        Assert.Contains("avstängda", without, StringComparison.Ordinal);
        await Switch();
        Assert.Contains("keys.", await frame.Client.GetStringAsync("/kortkommandon"), StringComparison.Ordinal);
    }

    async Task Switch()
    {
        var page = await frame.Client.GetStringAsync("/kortkommandon");
        var fields = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")
            .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value), StringComparer.Ordinal);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await frame.Client.PostAsync(new Uri("/kortkommandon", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }
}
