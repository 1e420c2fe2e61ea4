using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

/// <summary>Walks all that answers: each declares who may, and lets in those alone.</summary>
public sealed class PermissionWalkTests(WorldOnce once)
{
    // Called by an identity provider, which has no form of ours; what it says is proved by its signature.
    const string BackChannel = "/logga-ut/fran/{provider}";

    [Fact]
    public async Task Everything_declares_who_may_and_every_form_is_protected()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        Assert.NotEmpty(site.Endpoints);
        Assert.All(site.Endpoints, endpoint =>
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            // The framework's own addresses declare nothing, and are denied to all by that.
            if (!IsFrameworks(endpoint))
                Assert.Single(endpoint.Metadata.OfType<MayAttribute>());
            if (Methods(endpoint).Contains("POST") && endpoint.RoutePattern.RawText != BackChannel)
                Assert.True(IsFrameworks(endpoint) || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }, $"{endpoint.RoutePattern.RawText} takes forms that others have made.");
        });
    }

    [Fact]
    public async Task Lets_in_those_who_may_and_nobody_else()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actors = await Actors(world);
        var walked = 0;
        foreach (var actor in actors.Prepend(null))
        {
            using var browser = actor is null ? site.Browser() : site.Browser(actor);
            foreach (var endpoint in site.Endpoints.Where(IsWalked))
                foreach (var method in Methods(endpoint).Where(m => m is "GET" or "POST"))
                {
                    // Signing out would end the walk.
                    if (endpoint.RoutePattern.RawText == "/logga-ut")
                        continue;
                    await Knock(browser, actor, endpoint, method);
                    walked++;
                }
        }
        Assert.True(walked > 20, $"Only {walked} knocks.");
    }

    static async Task Knock(HttpClient browser, Actor? actor, RouteEndpoint endpoint, string method)
    {
        var address = Address(endpoint.RoutePattern);
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([]);
        using var answer = await browser.SendAsync(request);
        var knock = $"{method} {address} as {Who(actor)}: {(int)answer.StatusCode} {answer.Headers.Location}";
        var may = endpoint.Metadata.GetMetadata<MayAttribute>();
        if (may is not null && Permission.All.Single(p => p.Code == may.Policy).Holds(actor))
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError && !IsDenied(answer), knock);
        else if (actor is null)
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && IsSignIn(answer), knock);
        else
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, knock);
    }

    static async Task<List<Actor>> Actors(TestWorld world)
    {
        List<Actor> known = [];
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            known.Add((await world.Actor(person.Id))!);
        return
        [
            known.First(a => !a.HasPlace),
            known.First(a => a is { HasPlace: true, MayImport: false }),
            known.First(a => a is { MayImport: true, IsAdministrator: false }),
            known.First(a => a.IsAdministrator),
        ];
    }

    static bool IsDenied(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Forbidden || (answer.StatusCode == HttpStatusCode.Redirect && IsSignIn(answer));

    static bool IsSignIn(HttpResponseMessage answer) => answer.Headers.Location is { } to && new Uri(answer.RequestMessage!.RequestUri!, to).AbsolutePath == "/logga-in";

    static string Who(Actor? actor) => actor is null ? "nobody" : $"{actor.Name} (place {actor.HasPlace}, import {actor.MayImport}, administers {actor.IsAdministrator})";

    // In the source tree the framework adds an address for files that are not in the build's list.
    static bool IsFrameworks(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.TrimStart('/') is { } address && (address.StartsWith("_framework/", StringComparison.Ordinal) || address == "{**path:file}");

    // Files are for everybody, and the pages of failures answer with their failure.
    static bool IsWalked(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != "{**path:file}" && endpoint.RoutePattern.RawText?.StartsWith("/fel/", StringComparison.Ordinal) == false;

    static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>The address with something in every place that no thing has.</summary>
    static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(pattern, parameter),
        _ => "",
    }))));

    static string Value(RoutePattern pattern, RoutePatternParameterPart parameter)
    {
        var policies = pattern.ParameterPolicies.TryGetValue(parameter.Name, out var found) ? found.Select(p => p.Content ?? "").ToList() : [];
        return policies.Exists(p => Regex.IsMatch(p, "^(int|long)")) ? "2147483000"
            : policies.Exists(p => p.StartsWith("guid", StringComparison.Ordinal)) ? "0192f0c0-0000-7000-8000-000000000000"
            : "finns-inte";
    }
}
