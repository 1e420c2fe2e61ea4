using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Requests that are too large, too many or too slow.</summary>
public sealed class LimitsTests(WorldOnce once)
{
    [Fact]
    public async Task What_is_too_large_is_told_so_and_the_server_stays_well()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var (status, said) = await Raw(site, "POST /kortkommandon HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 17825792\r\n\r\n");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("för stort", said, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await Raw(site, $"GET /{new string('a', 9000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).Status);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await Raw(site, $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {new string('a', 40_000)}\r\n\r\n")).Status);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await Raw(site, $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: a\r\n"))}\r\n")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/moten")).StatusCode);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: ond.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Name: a\0b\r\n\r\n")]
    [InlineData("GET /\r\nX: HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("POST /logga-ut HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc")]
    [InlineData("POST /logga-ut HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task What_is_no_proper_request_is_refused(string request)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        Assert.Equal(HttpStatusCode.BadRequest, (await Raw(site, request)).Status);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_saves_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var fields = Enumerable.Range(0, 51_000).Select(i => ($"f{i}", "")).ToArray();
        var answer = await TestSite.Post(browser, "/kortkommandon", "/kortkommandon", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_trickles_is_closed()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Task.WhenAll(
            Trickle(site, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", "X: a\r\n", stop.Token),
            Trickle(site, "POST /logga-ut HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n", "a", stop.Token));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(55));
    }

    [Fact]
    public async Task One_address_that_floods_is_asked_to_wait()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:PerSecond", "1");
        using var browser = site.Browser();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 40 && answers.LastOrDefault()?.StatusCode != HttpStatusCode.TooManyRequests; i++)
            answers.Add(await browser.GetAsync("/app.css"));
        var last = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), last.Headers.RetryAfter!.Delta);
        Assert.Contains("Vänta en minut", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answers.Count > 9);
    }

    [Fact]
    public async Task One_person_who_uploads_too_often_is_asked_to_wait_and_others_are_not()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Limits:CostlyPerMinute", "3");
        var administrator = (await world.Actor((await Target.Administrator(world))))!;
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        using var other = site.Browser(administrator);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, "/importera", "/importera")).StatusCode);
        var stopped = await TestSite.Post(browser, "/importera", "/importera");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), stopped.Headers.RetryAfter!.Delta);
        Assert.Contains("Vänta en minut", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(other, "/importera", "/importera")).StatusCode);
    }

    /// <summary>Sends the bytes as they are, and reads what is answered until the server closes.</summary>
    static async Task<(HttpStatusCode Status, string Said)> Raw(TestSite site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(site.Address).Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var said = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(60))) > 0;)
                said.Write(buffer, 0, read);
        }
        catch (IOException)
        {
            // Reset after the answer, since not all was read: as good as closed.
        }
        var text = Encoding.UTF8.GetString(said.ToArray());
        return ((HttpStatusCode)int.Parse(text.Split(' ')[1]), text);
    }

    /// <summary>Sends a little at a time until the server has had enough.</summary>
    static async Task Trickle(TestSite site, string start, string more, CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(site.Address).Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(start), stop);
        var closed = Drain(stream, stop);
        try
        {
            await Until.Ended(closed, TimeSpan.FromMilliseconds(500), () => stream.WriteAsync(Encoding.Latin1.GetBytes(more), stop).AsTask());
        }
        catch (IOException)
        {
            // Closed while writing: what was waited for.
        }
        await closed;
    }

    static async Task Drain(NetworkStream stream, CancellationToken stop)
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, stop) > 0) { }
        }
        catch (IOException)
        {
            // Reset is as good as closed.
        }
    }
}
