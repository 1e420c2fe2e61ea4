using System.Net;
using Samverk.Shared;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>What Samverk calls, when somebody else has written the address.</summary>
public sealed class OutgoingTests(WorldOnce once)
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("10.20.30.40", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("192.0.2.7", false)]
    [InlineData("2001:db8::1", false)]
    public void Addresses_inside_the_network_are_known(string address, bool isInside) => Assert.Equal(isInside, Outgoing.IsInside(IPAddress.Parse(address)));

    [Fact]
    public async Task A_host_inside_is_called_only_when_the_operator_has_named_it()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var suspicious = Outgoing.Client("inloggning.example");
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1" })
        {
            var stopped = await Assert.ThrowsAsync<HttpRequestException>(() => suspicious.GetAsync($"http://{host}:{new Uri(site.Address).Port}/logga-in"));
            Assert.Contains("inside the network", stopped.Message, StringComparison.Ordinal);
        }
        using var named = Outgoing.Client("127.0.0.1");
        Assert.Equal(HttpStatusCode.OK, (await named.GetAsync($"{site.Address}/logga-in")).StatusCode);
        // Where it leads on to is for the caller to judge.
        Assert.Equal(HttpStatusCode.Redirect, (await named.GetAsync($"{site.Address}/moten")).StatusCode);
    }
}
