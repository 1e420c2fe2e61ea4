using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shell;

namespace Samverk.Tests.Security;

/// <summary>When something breaks, the person is told so and the attacker nothing.</summary>
public sealed class FailureTests
{
    const string Secret = "Anna Lindqvist 850312";

    static async Task<WebApplication> Site(string environment, bool alsoItsPage)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Samverk", EnvironmentName = environment });
        // The frame alone, without the rooms that its pages ask.
        builder.Host.UseServiceProviderFactory(new DefaultServiceProviderFactory(new ServiceProviderOptions()));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddShell();
        builder.Services.AddAuthorizationBuilder().AddPolicy(MayAttribute.Everyone, policy => policy.RequireAssertion(_ => !alsoItsPage ? true : throw new InvalidOperationException(Secret)));
        var app = builder.Build();
        app.UseShell();
        app.UseAuthorization();
        app.MapShell();
        app.Map("/krasch", string () => throw new InvalidOperationException(Secret));
        app.Map("/api/v1/krasch", string () => throw new InvalidOperationException(Secret));
        await app.StartAsync();
        return app;
    }

    [Theory]
    [InlineData("Development", false)]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Production", true)]
    public async Task Nobody_sees_a_stack_or_what_the_exception_says(string environment, bool alsoItsPage)
    {
        await using var app = await Site(environment, alsoItsPage);
        using var browser = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        foreach (var accept in new[] { "text/html", "application/json", "*/*" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/krasch");
            request.Headers.Accept.ParseAdd(accept);
            var answer = await browser.SendAsync(request);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains("Något gick fel hos oss", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Lindqvist", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_program_is_told_as_little_in_its_own_way(string environment)
    {
        await using var app = await Site(environment, alsoItsPage: false);
        using var program = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var answer = await program.GetAsync("/api/v1/krasch");
        var said = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json", "internal-error"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, (string)said["code"]!));
        Assert.Matches("^[0-9A-F]{3}-[0-9A-F]{3}$", (string)said["errorCode"]!);
        Assert.DoesNotContain("Lindqvist", said.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said.ToJsonString(), StringComparison.Ordinal);
    }
}
