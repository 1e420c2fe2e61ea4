using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;
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
            // What programs ask carries no cookie that another site's form could ride on.
            if (Methods(endpoint).Contains("POST") && endpoint.RoutePattern.RawText != BackChannel && !IsForPrograms(endpoint))
                Assert.True(IsFrameworks(endpoint) || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }, $"{endpoint.RoutePattern.RawText} takes forms that others have made.");
        });
    }

    [Fact]
    public async Task Lets_in_those_who_may_and_nobody_else_as_the_table_says()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var roles = await Roles(world);
        var doors = site.Endpoints.Where(IsWalked).SelectMany(endpoint => Methods(endpoint).Where(m => m is "GET" or "POST").Select(method => (Endpoint: endpoint, Method: method)))
            // Signing out would end the walk.
            .Where(door => door.Endpoint.RoutePattern.RawText != "/logga-ut")
            .OrderBy(door => door.Endpoint.RoutePattern.RawText!.TrimStart('/'), StringComparer.Ordinal).ThenBy(door => door.Method, StringComparer.Ordinal).ToList();
        Assert.True(doors.Count > 20, $"Only {doors.Count} doors.");
        var letIn = new bool[doors.Count, roles.Count];
        for (var r = 0; r < roles.Count; r++)
        {
            using var browser = roles[r].Actor is { } actor ? await site.BrowserWithToken(actor) : site.Browser();
            for (var d = 0; d < doors.Count; d++)
                letIn[d, r] = await Knock(browser, roles[r].Actor, doors[d].Endpoint, doors[d].Method);
        }
        var table = PermissionTable.Write(
            [.. roles.Select(r => r.Name)],
            [.. doors.Select((door, d) => ($"{door.Method} /{door.Endpoint.RoutePattern.RawText!.TrimStart('/')}", Rule(door.Endpoint)?.Code ?? "ramverkets", (IReadOnlyList<bool>)[.. roles.Select((_, r) => letIn[d, r])]))],
            [.. Permission.All.Select(p => (p, (IReadOnlyList<string>)[.. roles.Select(r => Held(p, r.Actor))]))]);
        KeptText.IsAsWritten("docs/permissions.md", table);
    }

    /// <returns>Whether they were let in.</returns>
    static async Task<bool> Knock(HttpClient browser, Actor? actor, RouteEndpoint endpoint, string method)
    {
        var address = Address(endpoint.RoutePattern);
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([]);
        using var answer = await browser.SendAsync(request);
        var knock = $"{method} {address} as {actor?.Name ?? "nobody"}: {(int)answer.StatusCode} {answer.Headers.Location}";
        // A program comes with a token, which leaves its owner less than they may themselves.
        var may = Rule(endpoint)?.Holds(IsForPrograms(endpoint) && actor is not null ? actor with { Scope = TokenScope.ReadAndImport } : actor, default) == true;
        if (may)
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError && !IsDenied(answer), knock);
        else if (actor is null && address == "/" && method == "GET")
            // Whoever has not signed in meets the public front page at the same address.
            Assert.True(answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("data-kind=\"public\"", StringComparison.Ordinal), knock);
        else if (actor is null && IsForPrograms(endpoint))
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, knock);
        else if (actor is null)
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && IsSignIn(answer), knock);
        else
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, knock);
        return may;
    }

    static bool IsForPrograms(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true;

    static Permission? Rule(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MayAttribute>() is { } may ? Permission.All.Single(p => p.Code == may.Policy) : null;

    // 'Only their own': about some body, organisation or person, but not about one that they have nothing to do with.
    static string Held(Permission permission, Actor? actor)
    {
        var another = new About(Ids.Next(), Ids.Next(), Ids.Next());
        return permission.Holds(actor, another) ? "ja" : permission.Holds(actor, default) ? "sitt" : "–";
    }

    /// <summary>Somebody of the World in each role, who has no other.</summary>
    static async Task<List<(string Name, Actor? Actor)>> Roles(TestWorld world)
    {
        List<Actor> known = [];
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            known.Add((await world.Actor(person.Id))!);
        var seated = known.Where(a => a.Functions.Count == 0).ToList();
        Actor Doing(FunctionKind kind) => known.First(a => a.Functions is [(var only, not null)] && only == kind && a.Standings.Count == 0);
        return
        [
            ("Utan inloggning", null),
            ("Utan plats", known.First(a => !a.HasPlace)),
            ("Ledamot", seated.First(a => a.MemberOf.Count > 0 && a.Standings.Count == 0)),
            ("Ordförande", seated.First(a => a.IsChair(null) && !a.IsSecretary(null))),
            ("Sekreterare", seated.First(a => a.IsSecretary(null))),
            ("Registrator", Doing(FunctionKind.Registrar)),
            ("Samordnare", Doing(FunctionKind.Coordinator)),
            ("Rapportör", Doing(FunctionKind.Reporter)),
            ("Organisationens administratör", Doing(FunctionKind.Administrator)),
            ("Administratör", known.First(a => a.IsAdministrator)),
        ];
    }

    static bool IsDenied(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (answer.StatusCode == HttpStatusCode.Redirect && IsSignIn(answer));

    static bool IsSignIn(HttpResponseMessage answer) => answer.Headers.Location is { } to && new Uri(answer.RequestMessage!.RequestUri!, to).AbsolutePath == "/logga-in";

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
