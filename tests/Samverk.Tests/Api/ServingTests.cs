using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Samverk.Tests.House;
using Samverk.Tests.Security;

namespace Samverk.Tests.Api;

/// <summary>How programs are served: language, how often, how long an answer holds, what is handed over.</summary>
public sealed class ServingTests(WorldOnce once)
{
    const string Secretary = "Maria Sandelin";

    [Fact]
    public async Task Words_are_Swedish_until_English_is_asked_for()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor(Secretary));
        var id = (string)(await program.GetFromJsonAsync<JsonObject>("/api/v1/decisions?limit=1&outcome=recommendation"))!["items"]![0]!["id"]!;
        foreach (var (asked, language, words) in new[] { ("", "sv", "Rekommendation"), ("en", "en", "Recommendation"), ("en-GB, sv;q=0.5", "en", "Recommendation"), ("sv, en;q=0.9", "sv", "Rekommendation"), ("de, en;q=0.5", "en", "Recommendation"), ("de", "sv", "Rekommendation"), ("en;q=0", "sv", "Rekommendation") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/decisions/{id}");
            if (asked.Length > 0)
                request.Headers.TryAddWithoutValidation("Accept-Language", asked);
            using var answer = await program.SendAsync(request);
            Assert.Equal([language], answer.Content.Headers.ContentLanguage);
            var decision = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.Equal(("recommendation", words), ((string)decision["outcome"]!, (string)decision["outcomeText"]!));
        }
    }

    [Fact]
    public async Task A_person_has_so_many_requests_a_minute_however_many_tokens_and_is_told_when_to_come_back()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:ApiPerMinute", "3");
        var (secretary, administrator) = (await world.Actor(Secretary), (await world.Actor(await Target.Administrator(world)))!);
        using var one = await site.Program(secretary);
        using var two = await site.Program(secretary);
        using var other = await site.Program(administrator);
        var first = await one.GetAsync("/api/v1/me");
        Assert.Equal(["\"minute\";q=3;w=60", "\"minute\";r=2;t=60"], [first.Headers.GetValues("RateLimit-Policy").Single(), first.Headers.GetValues("RateLimit").Single()]);
        await two.GetAsync("/api/v1/me");
        world.Clock.At += TimeSpan.FromSeconds(20);
        await two.GetAsync("/api/v1/me");
        var stopped = await one.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal("\"minute\";r=0;t=40", stopped.Headers.GetValues("RateLimit").Single());
        Assert.Equal(TimeSpan.FromSeconds(40), stopped.Headers.RetryAfter!.Delta);
        Assert.Equal("too-many-requests", (string)(await stopped.Content.ReadFromJsonAsync<JsonObject>())!["code"]!);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/me")).StatusCode);
        world.Clock.At += TimeSpan.FromSeconds(40);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Who_tries_tokens_is_slowed_down_and_who_has_one_is_not()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor(Secretary));
        using var guesser = site.Browser();
        guesser.DefaultRequestHeaders.Authorization = new("Bearer", "samverk_gissning");
        HttpResponseMessage last = null!;
        for (var i = 0; i < 70 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
            last = await guesser.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Only_what_is_public_may_be_read_by_pages_from_elsewhere()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Origin", "https://annan.example");
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/public/bergslunda/meetings");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        using var open = await browser.SendAsync(asked);
        Assert.Equal((HttpStatusCode.NoContent, "*"), (open.StatusCode, open.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        foreach (var address in new[] { "/api/v1/meetings", "/api/v1/api-info", "/api/openapi.json" })
        {
            using var closed = await browser.SendAsync(new(HttpMethod.Options, address));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, closed.StatusCode);
            Assert.False((await browser.GetAsync(address)).Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "?fileName=a.txt", 415, "unsupported-media-type")]
    [InlineData("application/json", "?fileName=a.txt", 415, "unsupported-media-type")]
    [InlineData("multipart/mixed; boundary=x", "", 415, "unsupported-media-type")]
    [InlineData("multipart/form-data; boundary=x", "", 400, "bad-request")]
    [InlineData("application/octet-stream", "", 400, "no-file-name")]
    [InlineData("application/octet-stream", "?fileName=a.txt&name=19640823-9801", 422, "number-in-text")]
    [InlineData("text/plain", "?fileName=a.txt", 202, null)]
    public async Task A_file_is_handed_over_as_it_is_when_it_says_what_it_is(string kind, string query, int status, string? code)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor(Secretary));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("Protokoll fört vid möte den 7 maj 2026"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(kind);
        using var answer = await program.PostAsync($"/api/v1/imports{query}", content);
        var said = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True((int)answer.StatusCode == status, said.ToJsonString());
        Assert.Equal(code, (string?)said["code"]);
    }

    [Fact]
    public async Task A_form_without_a_file_and_one_too_large_keep_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await world.Actor(Secretary));
        var before = await Target.Happenings(world);
        using var empty = new MultipartFormDataContent { { new StringContent("Våren"), "name" } };
        var answer = await program.PostAsync("/api/v1/imports", empty);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "no-files"), (answer.StatusCode, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!));
        using var large = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?fileName=a.pdf") { Content = new ByteArrayContent([1]) { Headers = { ContentType = new("application/pdf"), ContentLength = 300L << 20 } } };
        large.Headers.ExpectContinue = true;
        // It waits for the server's word before it sends a body.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(60) }) { BaseAddress = program.BaseAddress };
        patient.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        using var refused = await patient.SendAsync(large);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (refused.StatusCode, (string)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]!));
        Assert.Equal(before, await Target.Happenings(world));
    }

    [Fact]
    public async Task A_draft_is_answered_to_those_alone_who_see_it()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Secretary);
        var other = (await world.Actor("Cecilia Brodin"))!;
        using var program = await site.Program(secretary);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Anteckningar från något möte"u8.ToArray()), "file", "utkast.txt" } };
        var handed = await program.PostAsync("/api/v1/imports", form);
        using var stranger = await site.Program(other);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(handed.Headers.Location)).StatusCode);
        using var same = new MultipartFormDataContent { { new ByteArrayContent("Anteckningar från något möte"u8.ToArray()), "file", "annat-namn.txt" } };
        var known = (await (await stranger.PostAsync("/api/v1/imports", same)).Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((null, 0, 1), ((string?)known["id"], known["known"]!.AsArray().Count, (int)known["knownUnseen"]!));
    }

    [Fact]
    public async Task A_flood_is_told_so_as_programs_are_told()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:PerSecond", "1");
        using var browser = site.Browser();
        HttpResponseMessage last = null!;
        for (var i = 0; i < 40 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
            last = await browser.GetAsync("/api/v1/health");
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
    }
}
