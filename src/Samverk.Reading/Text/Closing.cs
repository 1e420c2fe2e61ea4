using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Tells where the last item ends and signatures or appendices begin.</summary>
static partial class Closing
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(?:vid (?:protokollet|anteckningarna|pennan|tangent\p{L}+|datorn)|protokollet (?:är )?(?:justeras|justerat|fastställt)|underskrifter|justeras?\b|justerat\b|justerare\b|antecknat av|anteckningar (?:förda )?av|protokollförare|protokollet (?:är )?fört av|nedtecknat av|sekreterare\b|ordförande$|ordförande\s*[:_…\t].*|_{5,}|\.{8,}|…{4,}|dag som ovan|undertecknat|signatur(?:er)?\b|elektroniskt undertecknat|minnesanteckningar(?:na)? (?:förda |skrivna )?av|/\s?\p{L}[\p{L} -]{1,40}$|anslag|bevis om anslag|tillkännagivande)",
        Options, Matching.TimeLimit)]
    static partial Regex Signature { get; }
    [GeneratedRegex(@"^(?:bilaga|appendix|bil\.)(?:\s*(?:[0-9]{1,2}|[A-H]))?(?:\s*[:.–-].*|\s+till\b.*|\s*)$", Options, Matching.TimeLimit)]
    static partial Regex Appendix { get; }

    public static int Start(List<Block> blocks, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (blocks[i].Text.Length < 160 && (Signature.IsMatch(blocks[i].Text) && IsSignature(blocks[i]) || IsSignedName(blocks, i, to) || IsAppendix(blocks, i) || Listed.IsMatch(blocks[i].Text)))
                return i;
        return to;
    }

    /// <summary>'Ordförande tackade för visat intresse.' is a sentence.</summary>
    static bool IsSignature(Block block) => block.Kind is not BlockKind.Bullet and not BlockKind.Numbered && !(block.Text.EndsWith('.') && block.Text.Length > 40);

    /// <summary>A name alone near the end, with nothing below but a day, a title or other names.</summary>
    static bool IsSignedName(List<Block> blocks, int i, int to) =>
        to - i <= 6 && blocks[i].BlankBefore && blocks[i].Kind == BlockKind.Paragraph && Names.IsPerson(blocks[i].Text) && blocks.Skip(i + 1).Take(to - i - 1).All(b => b.Text.Length < 60 && !b.Text.EndsWith('.'));

    /// <summary>'Bilaga 1' above its text; a line of a list of attachments is none.</summary>
    static bool IsAppendix(List<Block> blocks, int i)
    {
        if (!Appendix.IsMatch(blocks[i].Text) || blocks[i].Kind is not (BlockKind.Paragraph or BlockKind.Heading) || blocks[i].Text.Length >= 100)
            return false;
        if (Alone.IsMatch(blocks[i].Text))
            return true;
        return i + 1 < blocks.Count && !blocks[i].Text.StartsWith("Bilaga:", StringComparison.OrdinalIgnoreCase) && !Listed.IsMatch(blocks[i + 1].Text) && !(i > 0 && Listed.IsMatch(blocks[i - 1].Text));
    }

    [GeneratedRegex(@"^(?:bilaga|appendix)\s*(?:[0-9]{1,2}|[A-H])?\s*$", Options, Matching.TimeLimit)]
    static partial Regex Alone { get; }
    [GeneratedRegex(@"^bilag(?:a|or)\b", Options, Matching.TimeLimit)]
    static partial Regex Listed { get; }

    public static IEnumerable<Block> WithoutAppendices(List<Block> blocks, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsAppendix(blocks, i))
                yield break;
            yield return blocks[i];
        }
    }
}
