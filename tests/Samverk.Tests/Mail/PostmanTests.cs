using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Mail;

[Trait("database", "both")]
public sealed class PostmanTests(WorldOnce once)
{
    static readonly Guid About = Ids.Next();

    [Fact]
    public async Task Killed_between_sending_and_noting_it_the_letter_goes_twice_at_most_with_the_same_id()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        var settings = To(Port(server));
        var before = await Leave(world);
        await Send(world, settings, before.Id);
        // As a process leaves the row that was killed after the server's yes.
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == "invitation")
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, before.Text).SetProperty(x => x.SentAt, (DateTimeOffset?)null).SetProperty(x => x.Attempts, 0)));
        for (var times = 0; times < 3; times++)
            await Send(world, settings, before.Id);
        var other = await Leave(world);
        await Send(world, settings, other.Id);
        var ids = new List<string>();
        for (var mails = 0; mails < 3; mails++)
            ids.Add((await ArrivedMail.Next(server)).Id);
        Assert.Equal([$"<{before.Id:N}@bergslunda.example>", $"<{before.Id:N}@bergslunda.example>", $"<{other.Id:N}@bergslunda.example>"], ids);
    }

    [Fact]
    public async Task What_has_become_too_old_is_erased_and_never_sent()
    {
        await using var world = await once.Copy();
        var letter = await Leave(world);
        world.Clock.At += TimeSpan.FromDays(14);
        await Send(world, To(Peer.FreePort()), letter.Id);
        Assert.True(await Read(world, letter.Id) is { Text: null, SentAt: null, Attempts: 0 });
    }

    [Fact]
    public async Task The_server_is_told_who_sends_and_a_no_is_kept_in_its_own_words()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs", "0", "samverk", "rätt-lösen");
        var letter = await Leave(world);
        await Assert.ThrowsAsync<LetterWaitsException>(() => Send(world, To(Port(server), "fel"), letter.Id));
        var waiting = await Read(world, letter.Id);
        Assert.StartsWith("Mejlservern godtog inte inloggningen", waiting.Problem, StringComparison.Ordinal);
        Assert.Equal((1, true), (waiting.Attempts, waiting.Text is not null));
        await Send(world, To(Port(server), "rätt-lösen"), letter.Id);
        Assert.Equal("samverk", (await ArrivedMail.Next(server)).User);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        await using var world = await once.Copy();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var letter = await Leave(world);
        await Assert.ThrowsAsync<LetterWaitsException>(() => Send(world, To(((IPEndPoint)silent.LocalEndpoint).Port, patience: TimeSpan.FromSeconds(1)), letter.Id));
        Assert.Equal("Mejlservern svarade inte på 1 sekunder.", (await Read(world, letter.Id)).Problem);
    }

    [Theory]
    [InlineData("yusuf@askvik.example\r\nBcc: alla@askvik.example", "Yusuf Brorson", "Inbjudan")]
    [InlineData("yusuf@askvik.example", "Yusuf\nBcc: alla@askvik.example", "Inbjudan")]
    [InlineData("yusuf@askvik.example", "Yusuf Brorson", "Inbjudan\rBcc: alla@askvik.example")]
    public async Task A_line_break_where_a_header_would_begin_is_refused(string to, string name, string subject)
    {
        await using var world = await once.Copy();
        var refusal = await world.In(s => Do(s, text =>
            s.GetRequiredService<Post>().Leave(new("invitation", About, About, to, name, subject, world.Clock.At.AddDays(1)), text)));
        Assert.Equal("mail-line", refusal?.Code);
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().AnyAsync(m => m.Kind == "invitation")));
    }

    [Theory]
    [InlineData("post.bergslunda.example", "587", null, true)]
    [InlineData("post.bergslunda.example", "2525", null, true)]
    [InlineData("post.bergslunda.example", "25", "samverk", true)]
    [InlineData("post.bergslunda.example", "25", null, false)]
    [InlineData("127.0.0.1", "587", "samverk", false)]
    public void A_password_never_leaves_the_machine_in_the_clear(string host, string port, string? user, bool encrypts) =>
        Assert.Equal(encrypts, MailSettings.Read(Given(("Host", host), ("Port", port), ("UserName", user))).Encrypts);

    static MailSettings To(int port, string? password = null, TimeSpan? patience = null)
    {
        var settings = MailSettings.Read(Given(("Host", "127.0.0.1"), ("Port", $"{port}"), ("From", "samverk@bergslunda.example"), ("UserName", password is null ? null : "samverk"), ("Password", password)));
        settings.Patience = patience ?? settings.Patience;
        return settings;
    }

    static IConfiguration Given(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Mail:{s.Name}", s.Value))).Build();

    static int Port(Peer server) => server.Ready.GetProperty("port").GetInt32();

    static Task<Message> Leave(TestWorld world) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        Assert.Null(await Do(s, text =>
            s.GetRequiredService<Post>().Leave(new("invitation", About, About, "yusuf@askvik.example", "Yusuf Brorson", "Åtgärd", world.Clock.At.AddDays(14)), text)));
        return await db.Set<Message>().SingleAsync(m => m.SentAt == null && m.Kind == "invitation");
    });

    static Task<Refusal?> Do(IServiceProvider s, Action<SealedText> leave)
    {
        var text = s.GetRequiredService<Post>().Seal("Hej");
        return s.GetRequiredService<Work>().Do(() =>
        {
            leave(text);
            return Task.CompletedTask;
        });
    }

    static Task Send(TestWorld world, MailSettings settings, Guid letter) => world.In(s =>
        new Postman(s.GetRequiredService<SamverkDb>(), s.GetRequiredService<Work>(), settings, s.GetRequiredService<IDataProtectionProvider>(), world.Clock).Send(letter, default));

    static Task<Message> Read(TestWorld world, Guid letter) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().SingleAsync(m => m.Id == letter));
}
