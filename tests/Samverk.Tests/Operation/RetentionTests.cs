using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Organisations.Protection;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Operation;

/// <summary>What has been kept for as long as its rule says: told by the command and the page, removed by the same rules.</summary>
[Trait("database", "both")]
public sealed class RetentionTests(WorldOnce once)
{
    static async Task<string> Told(TestWorld world, params string[] args)
    {
        var said = new StringWriter();
        Assert.Equal(0, await RetentionCommand.Run(args, world.Services, said, said, default));
        return said.ToString();
    }

    static Task<int> Count<T>(TestWorld world) where T : class => world.In(s => s.GetRequiredService<SamverkDb>().Set<T>().CountAsync());

    /// <summary>The letters that could not be sent for so long that they are forgotten.</summary>
    static Task<int> OldLetters(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().CountAsync(m => m.Until < world.Clock.At - Post.Remembered));

    static Task<int> Rows(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync(r => r.Kind == nameof(RetentionApplied)));

    /// <summary>Somebody invited, with a letter, who is signed in.</summary>
    static async Task<TestWorld> Filled(WorldOnce once)
    {
        var world = await once.Copy();
        var (by, person) = (await world.Administrator(), await world.Person("Viveca Thorsell"));
        Assert.Null(await world.Said<Invitations>(async i => (await i.Invite(person, "viveca@bergslunda.example", null, by, default)).Refusal));
        await world.In(async s =>
        {
            var (post, work) = (s.GetRequiredService<Post>(), s.GetRequiredService<Work>());
            var text = post.Seal("Hej");
            await work.Must(() => { post.Leave(new("invitation", person, by.Person, "viveca@bergslunda.example", "Viveca Thorsell", "Inbjudan", world.Clock.At.AddDays(14)), text); return Task.CompletedTask; });
            Assert.Null((await s.GetRequiredService<Sessions>().Open(person, SignInWay.Link, null, "Provbläddrare", default)).Refusal);
        });
        return world;
    }

    [Fact]
    public async Task It_tells_what_is_over_and_removes_nothing()
    {
        await using var world = await Filled(once);
        var (origins, letters) = (await Count<HistoryOrigin>(world), await Count<Message>(world));
        Assert.NotEqual(0, origins);
        var told = await Told(world);
        Assert.Contains($"Adress och webbläsare till historiken: 0 av {origins} tas bort en gång om dygnet, nästa ", told, StringComparison.Ordinal);
        Assert.Contains("Inbjudningar: 0 av 1 tas bort en gång om dygnet, nästa 2027-03-08", told, StringComparison.Ordinal);
        world.Clock.At += HistoryOrigin.Kept + TimeSpan.FromDays(1);
        told = await Told(world);
        foreach (var over in new[] { $"Adress och webbläsare till historiken: {origins} av {origins}", "Inbjudningar: 1 av 1", $"Brev: adress och ämne: {await OldLetters(world)} av {letters}", "Sessioner: 1 av 1" })
            Assert.Contains($"{over} tas bort", told, StringComparison.Ordinal);
        Assert.Equal((origins, 1, letters, 1), (await Count<HistoryOrigin>(world), await Count<Invitation>(world), await Count<Message>(world), await Count<Session>(world)));
        Assert.Equal(0, await Rows(world));
    }

    [Fact]
    public async Task Applied_it_removes_what_was_told_and_leaves_a_row()
    {
        await using var world = await Filled(once);
        var letters = await Count<Message>(world);
        Assert.Contains("\nBergslunda: inget att ta bort", await Told(world, "--apply"), StringComparison.Ordinal);
        Assert.Equal(0, await Rows(world));
        world.Clock.At += TimeSpan.FromDays(105);
        var old = await OldLetters(world);
        Assert.InRange(old, 2, letters);
        // The invitation and the letter lasted for fourteen days, the session for three: ninety more have passed.
        Assert.Contains($"Inbjudningar: 1, Brev: adress och ämne: {old}, Sessioner: 1.", await Told(world, "--apply"), StringComparison.Ordinal);
        Assert.Equal((0, letters - old, 0), (await Count<Invitation>(world), await Count<Message>(world), await Count<Session>(world)));
        Assert.NotEqual(0, await Count<HistoryOrigin>(world));
        Assert.Equal(1, await Rows(world));
        await world.In(async s => Assert.Null((await Verification.Walk(s.GetRequiredService<SamverkDb>())).Broken));
    }

    [Fact]
    public async Task An_administrator_sees_the_same_and_removes_it_from_the_page()
    {
        await using var world = await Filled(once);
        world.Clock.At += TimeSpan.FromDays(105);
        // The day's has been done already, so that the server that starts here does nothing.
        await world.In(async s => await s.GetRequiredService<Work>().Must(() => { s.GetRequiredService<Work>().Remember(new RetentionApplied(s.GetRequiredService<CurrentArea>().Id, "inget", world.Clock.At, null)); return Task.CompletedTask; }));
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Administrator());
        var letters = await OldLetters(world);
        // The sign-in itself has removed the old session.
        Assert.Contains($"Gör du det nu tas {letters + 1} uppgifter bort", await browser.GetStringAsync("/administration/gallring"), StringComparison.Ordinal);
        using var done = await TestSite.Post(browser, "/administration/gallring", "/administration/gallring", ("_handler", "gallra"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Inget är gammalt nog", await browser.GetStringAsync("/administration/gallring"), StringComparison.Ordinal);
        Assert.Equal(2, await Rows(world));
    }

    [Fact]
    public async Task It_takes_no_other_options()
    {
        await using var world = await once.Copy();
        var said = new StringWriter();
        Assert.Equal(2, await RetentionCommand.Run(["--nu"], world.Services, said, said, default));
    }
}
