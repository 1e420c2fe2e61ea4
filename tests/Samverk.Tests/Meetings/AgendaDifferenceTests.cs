using FsCheck;
using FsCheck.Fluent;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Notices;
using Samverk.Shared;

namespace Samverk.Tests.Meetings;

public sealed class AgendaDifferenceTests
{
    static readonly AgendaLine[] Sent = [.. "Öppnas Ekonomi Remisser Vårdplatser Avslutas".Split(' ').Select(title => new AgendaLine(Ids.Next(), title, ItemKind.Information, null, 10, null, IsRestricted: false))];

    [Fact]
    public void Nothing_has_changed() => Assert.Empty(AgendaDifference.Between(Sent, [.. Sent]));

    [Fact]
    public void Each_thing_that_differs_is_a_sentence()
    {
        AgendaLine added = new(Ids.Next(), "Ny överenskommelse", ItemKind.Decision, null, null, null, IsRestricted: false);
        AgendaLine[] now = [Sent[0], Sent[3] with { Presenter = "Jonas Fridell", Minutes = 20 }, Sent[1] with { Title = "Budget", Kind = ItemKind.Decision, Proposal = "fastställer budgeten." }, added, Sent[4]];
        Assert.Equal(
            [
                "Vårdplatser föredras av Jonas Fridell.", "Vårdplatser har 20 minuter i stället för 10 minuter.",
                "Punkt 3 hette Ekonomi och heter nu Budget.", "Budget är nu beslut i stället för information.", "Förslaget till beslut under Budget är nytt.",
                "Ny punkt 4: Ny överenskommelse.", "Borttagen: Remisser.",
            ], AgendaDifference.Between(Sent, now).SkipLast(1));
        Assert.Contains(AgendaDifference.Between(Sent, now)[^1], new[] { "Vårdplatser är flyttad och är nu punkt 2.", "Budget är flyttad och är nu punkt 3." });
    }

    [Fact]
    public void One_moved_item_is_told_as_one_wherever_it_went() => Prop.ForAll(Arb.From(from of in Gen.Choose(0, Sent.Length - 1) from to in Gen.Choose(0, Sent.Length - 1) select (of, to)), move =>
    {
        var now = Sent.ToList();
        now.RemoveAt(move.of);
        now.Insert(move.to, Sent[move.of]);
        var told = AgendaDifference.Between(Sent, now);
        // Two neighbours that change places are told as either having moved.
        return told.Count == (move.of == move.to ? 0 : 1) && told.All(words => words.Contains("är flyttad", StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();
}
