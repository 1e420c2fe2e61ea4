namespace Samverk.Reading;

/// <summary>Finds who is to do what after the meeting.</summary>
static class AssignmentReader
{
    static readonly HashSet<PassageLabel> NoTasks = [PassageLabel.Proposal, PassageLabel.Question, PassageLabel.Answer, PassageLabel.Comment, PassageLabel.NextItems, PassageLabel.Presenter, PassageLabel.Attachments, PassageLabel.NextMeeting];
    /// <summary>Where someone may promise something in passing.</summary>
    static readonly HashSet<PassageLabel> Spoken = [PassageLabel.Answer, PassageLabel.Comment, PassageLabel.NextMeeting];
    static readonly Phrases Done = new("har fått", "hade fått", "fick före", "fick av", "är gjort", "är klart", "före sommaren uppdrag", "slutfört", "avslutat", "vid förra", "på förra", "har i uppdrag");
    static readonly Phrases NoTask = new("svarar att", "svarade att", "svarar nej", "svarar ja", "anmäler jäv", "protokollsanteckning", "reservation", "lämnar mötet", "utses att justera", "utses att jämte", "utses att vara", "utsågs att vara", "utsågs att justera", "utsågs att jämte", "inget eget svar", "lämnar sammanträdet", "hade uppdrag", "erbjuder sig att vara", "lämnar en rapport", "tar över efter", "skriver anteckningar");
    static readonly Phrases Open = new("den som", "de som", "alla är välkomna", "den som vill", "varmt välkomna", "om någon");
    static readonly Phrases HandIn = new("lämnas till", "skickas till", "mejlas till", "mailas till", "sänds till", "lämnas senast", "skickas senast", "inkomma till", "rapporteras till", "anmäls till", "meddelas till", "lämnas in", "skickas in");

    public static void Read(ItemReading reading)
    {
        var tasks = IsTaskList(reading.Item.Title);
        for (var i = 0; i < reading.Passages.Count; i++)
        {
            var passage = reading.Passages[i];
            if (tasks && passage.Label is null && passage.Who is null && Entry(reading, passage.Sentence) is { } entry)
                Add(reading, i, entry);
            else if (passage.Who is { } who && Decisions.Stated(passage.Sentence, reading.Own) is null or "decision")
                Add(reading, i, new(Several(who)));
            else if (passage.Label == PassageLabel.Responsible)
                Responsible(reading, i);
            else if (passage.Label == PassageLabel.Task && IsUnderTask(reading, i) && !IsTaskHeading(passage.Sentence) && !DueDates.IsReport(passage.Sentence))
                Add(reading, i, Doer(reading, passage.Sentence) ?? Leading(reading, passage.Sentence));
            else if (Doer(reading, passage.Sentence) is { } doer && (passage.Label is not { } label || !NoTasks.Contains(label) || Spoken.Contains(label) && IsKnown(reading, doer)))
                Add(reading, i, doer);
        }
    }

    static readonly Phrases TaskTitle = new("åtgärder", "åtgärdslista", "åtgärdslistan", "att göra", "att-göra-lista", "uppdrag", "uppgifter", "aktivitetslista", "uppdragslista", "åtgärder efter", "to do", "vem gör vad", "nästa steg", "sammanställning av uppdrag", "beslutade åtgärder");

    static bool IsTaskList(string title) => TaskTitle.Find(Sentence.Split(title, 0, Math.Min(title.Length, 100))) is { At: 0 };

    /// <summary>'Nour och Warda: förslag på rubrik, till nästa möte' in a list of what is to be done.</summary>
    static Task? Entry(ItemReading reading, Sentence sentence)
    {
        var colon = sentence.Block.Text.IndexOfAny([':', '–'], sentence.Start, sentence.End - sentence.Start);
        if (sentence.Start > sentence.Block.TextStart || colon < 0 || colon - sentence.Start > 60 || colon + 2 >= sentence.End)
            return Trailing(reading, sentence);
        var people = reading.People.In(sentence).FindAll(p => sentence.Words[p.To - 1].End <= colon);
        if (people.Count > 0 && people[0].From == 0)
            return new(string.Join(" och ", people.Select(p => p.Name)));
        var last = DueDates.LastWordBefore(sentence, colon);
        return last is >= 0 and < 4 && (DoVerbs.Groups.At(sentence.Words, last) > 0 || TaskGroups.IsPlace(reading, sentence, last)) ? new(sentence.Cut(0, last + 1)) : Trailing(reading, sentence);
    }

    /// <summary>'Boka lokal (Anna)', 'Skicka enkäten – Bo, 3 maj': who stands last, in brackets or after a dash.</summary>
    static Task? Trailing(ItemReading reading, Sentence sentence)
    {
        var open = sentence.Block.Text.LastIndexOfAny(['(', '–', '/', '-'], sentence.End - 1, sentence.End - sentence.Start);
        if (open <= sentence.Start + 5)
            return null;
        var people = reading.People.In(sentence).FindAll(p => p.Known && sentence.Words[p.From].Start > open);
        return people.Count > 0 && sentence.Words[people[0].From].Start - open <= 12 ? new(string.Join(" och ", people.Select(p => p.Name))) : null;
    }

    /// <summary>'Tenzin + Maria-Pia', 'Anna, Bo': several joined by ' och '.</summary>
    static string Several(string who) =>
        string.Join(" och ", who.Replace(" + ", ", ", StringComparison.Ordinal).Replace(" & ", ", ", StringComparison.Ordinal).Replace("/", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A task label reaches over its line, the list below it, or the first paragraph below it.</summary>
    static bool IsUnderTask(ItemReading reading, int i)
    {
        var passage = reading.Passages[i];
        return passage.Inline || passage.Listed || passage.LabelAt < reading.Passages.Count && ReferenceEquals(reading.Passages[passage.LabelAt].Sentence.Block, passage.Sentence.Block);
    }

    static bool IsKnown(ItemReading reading, Task task) => task.Assignee is { } name && reading.People.Knows(name.Split(" och ")[0]);

    static bool IsTaskHeading(Sentence sentence) => sentence.Words.Length < 2 || sentence.EndsWith(':');

    /// <summary>'Ansvarig: X' tells who does what stands before it.</summary>
    static void Responsible(ItemReading reading, int i)
    {
        var sentence = reading.Passages[i].Sentence;
        if (sentence.Words.Length > 3 && Doer(reading, sentence) is { } doer)
            Add(reading, i, doer);
        else if (reading.Draft.Assignments.LastOrDefault() is { Assignee: null } last && i > 0 && reading.Passages[i - 1].Label == PassageLabel.Task && last.Item == reading.Number)
            reading.Draft.Assignments[^1] = last with { Assignee = Who(reading, sentence) };
        else if (i > 0 && reading.Passages[i - 1] is var before && before.Label is not PassageLabel.Responsible && !reading.Draft.Has("task", null, before.Sentence.Text))
            Add(reading, i - 1, new(Who(reading, sentence)));
    }

    static string Who(ItemReading reading, Sentence sentence)
    {
        var people = reading.People.In(sentence);
        return people.Count > 0 ? string.Join(" och ", people.Select(p => p.Name)) : sentence.Text.Trim(' ', '.', ',', ';');
    }

    /// <summary>Whoever a task is given to; the name may be missing.</summary>
    public sealed record Task(string? Assignee);

    /// <summary>'Karin: kallar till möte' under a task label.</summary>
    static Task Leading(ItemReading reading, Sentence sentence) =>
        reading.People.In(sentence) is [{ From: 0 } first, ..] && (first.Known || sentence.After(first.To - 1) is ':' or '–' or '-') ? new(first.Name)
            : LeadingGroup(reading, sentence) is { } group ? new(group) : Trailing(reading, sentence) ?? new((string?)null);

    /// <summary>'Resp. kommun anger startmånad', 'Samordnarna tar fram en adressbok' under a task label.</summary>
    static string? LeadingGroup(ItemReading reading, Sentence sentence)
    {
        for (var i = 0; i < sentence.Words.Length - 1 && i < 4; i++)
            if (DoVerbs.Groups.At(sentence.Words, i) > 0 && OpenVerbs.IsPresent(sentence.Words[i + 1].Lower) && sentence.IsCapital(0))
                return sentence.Cut(0, i + 1);
        return null;
    }

    public static Task? Doer(ItemReading reading, Sentence sentence)
    {
        var words = sentence.Words;
        if (words.Length < 2 || sentence.EndsWith('?') || IsDone(sentence) && !words[0].Lower.StartsWith("att", StringComparison.Ordinal) || Open.In(words) || NoTask.In(words))
            return null;
        return Given(reading, sentence) ?? Doing(reading, sentence) ?? HandedIn(sentence);
    }

    /// <summary>A task given earlier and reported now; what is said in brackets is beside the point.</summary>
    static bool IsDone(Sentence sentence)
    {
        if (Done.Find(sentence.Words) is not { } done)
            return false;
        var text = sentence.Block.Text.AsSpan(sentence.Start, sentence.Words[done.At].Start - sentence.Start);
        return text.Count('(') <= text.Count(')');
    }

    static Task? Given(ItemReading reading, Sentence sentence)
    {
        var words = sentence.Words;
        if (DoVerbs.CommissionTo.Find(words) is { } to)
            return new(Named(reading, sentence, to.At + to.Length, EndOfName(words, to.At + to.Length)));
        if (DoVerbs.Commission.Find(words) is { } gets && !(gets.At > 0 && words[gets.At - 1].Lower is "som" or "har"))
            return new(Named(reading, sentence, StartOfName(sentence, gets.At), gets.At) ?? Named(reading, sentence, gets.At + 1, EndOfName(words, gets.At + 1)));
        for (var i = 0; i < words.Length; i++)
            if (DoVerbs.Give.At(words, i) > 0 && DoVerbs.InCommission.Find(words, i + 1, Math.Min(words.Length, i + 14)) is { } given)
                return new(Named(reading, sentence, i + 1, given.At));
        return null;
    }

    static int EndOfName(WordList words, int from)
    {
        var end = from;
        while (end < words.Length && words[end].Lower is not ("att" or "för" or "senast" or "som"))
            end++;
        return end;
    }

    static int StartOfName(Sentence sentence, int verb)
    {
        var start = verb;
        while (start > 0 && verb - start < 14 && sentence.Words[start - 1].Lower is not ("att" or "beslutar" or "beslutade" or "beslut" or "men" or "därför"))
            start--;
        return start;
    }

    /// <summary>The people named between two words, else the words themselves.</summary>
    static string? Named(ItemReading reading, Sentence sentence, int from, int to)
    {
        if (from >= to)
            return null;
        var people = reading.People.In(sentence).Where(p => p.From >= from && p.From < to).ToList();
        if (people.Count > 0 && people[0].From == from + 2 && sentence.Words[from + 1].Lower == "och" && DoVerbs.Groups.At(sentence.Words, from) > 0)
            return sentence.Cut(from, people[^1].To);
        if (people.Count > 0)
            return string.Join(" och ", people.Select(p => p.Name));
        if (to - from > 10)
            return null;
        return sentence.Cut(from, to);
    }

    static Task? Doing(ItemReading reading, Sentence sentence)
    {
        var words = sentence.Words;
        var people = reading.People.In(sentence);
        if (words[0].Lower is "han" or "hon" && DoVerbs.Present.At(words, 1) > 0)
            return new(words[0].Lower);
        for (var i = 0; i < words.Length; i++)
        {
            var modal = DoVerbs.Modal.At(words, i);
            if (modal > 0 && (Infinitive(words, i + modal) || words[i].Lower is "ska" or "skall" && i > 0 && words[i - 1].Lower is not ("alla" or "samtliga") && DoVerbs.Last.Find(words, i) is not null && DueDates.In(reading, sentence) is not null) && Subject(reading, sentence, people, i, i + modal, strict: true) is { } owner)
                return new(owner);
            if (words.Length > 2 && TaskVerbs.Is(reading, sentence, i) && !(i > 0 && words[i - 1].Lower is "som" or "att") && (Person(people, words, i) ?? Continued(people, words, i)) is { } person)
                return new(person);
            if (words.Length > 3 && OpenVerbs.IsPassiveForm(words, i) && people.Find(p => p.Known && p.To == words.Length && p.From > i + 1 && p.From - i < 9 && words[p.From - 1].Lower == "av") is { Name: not null } last)
                return new(last.Name);
            if ((OpenVerbs.IsPassive(words, i) || OpenVerbs.IsPassiveReport(words, i) && DueDates.In(reading, sentence) is not null) && people.Find(p => p.Known && p.From == i + 2) is { Name: not null } agent)
                return new(agent.Name);
        }
        if (Decisions.KindOf(words) == "election" && Decisions.Stated(sentence, reading.Own) is not null)
            return null;
        for (var i = 0; i < words.Length; i++)
        {
            if ((DoVerbs.GroupPresent.At(words, i) > 0 || (OpenVerbs.IsAct(words, i) || OpenVerbs.IsMixed(words, i)) && DoVerbs.Groups.At(words, i) == 0 && i > 0 && words[i - 1].Lower is not ("alla" or "samtliga" or "vi") && DoVerbs.Last.Find(words, i) is not null && DueDates.In(reading, sentence) is not null) && TaskGroups.Before(reading, sentence, i) is { } group)
                return new(group);
        }
        return null;
    }

    /// <summary>'Anna informerade om läget och återkommer i maj': the sentence's first person goes on.</summary>
    static string? Continued(List<Mention> people, WordList words, int verb) =>
        verb > 2 && words[verb - 1].Lower is "och" or "samt" && DoVerbs.Present.At(words, verb) > 0 && people.FindAll(p => p.To <= verb) is [{ From: <= 2 } first] && first.Known ? first.Name : null;

    static bool Infinitive(WordList words, int from)
    {
        for (var i = from; i < words.Length && i < from + 8; i++)
        {
            if (DoVerbs.Infinitive.At(words, i) > 0)
                return true;
            if (words[i].Lower.EndsWith("as", StringComparison.Ordinal) && words[i].Lower.Length > 4)
                return false;
        }
        return false;
    }

    static string? Subject(ItemReading reading, Sentence sentence, List<Mention> people, int verb, int after, bool strict) =>
        Person(people, sentence.Words, verb) ?? (sentence.Words[verb].Lower is "får" or "bör" or "behöver" && strict && DoVerbs.Last.Find(sentence.Words, verb) is null ? null : TaskGroups.Before(reading, sentence, verb) ?? TaskGroups.After(reading, sentence, after));

    /// <summary>The people right before the verb, or right after it where the sentence begins with something else.</summary>
    static string? Person(List<Mention> people, WordList words, int verb)
    {
        var before = people.FindAll(p => p.To <= verb);
        if (before.Count > 0 && Reaches(words, before[^1].To, verb))
        {
            var names = new List<string>();
            for (var i = before.Count - 1; i >= 0; i--)
            {
                names.Insert(0, before[i].Name);
                if (i > 0 && !Joined(words, before[i - 1].To, before[i].From))
                    break;
            }
            return string.Join(" och ", names);
        }
        var after = people.Find(p => p.From == verb + 1);
        return after.Name is not null && verb > 0 && before.Count == 0 ? after.Name : null;
    }

    /// <summary>Between a name and its verb: nothing, an adverb, or a title set off by commas.</summary>
    static bool Reaches(WordList words, int from, int verb)
    {
        for (var i = from; i < verb; i++)
            if (DoVerbs.Adverbs.At(words, i) == 0 && !(verb - from <= 9 && IsDoing(words, i)))
                return i == from && verb - from is > 0 and <= 6 && !HasVerb(words, from, verb);
        return true;
    }

    static bool HasVerb(WordList words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (words[i].Lower is "är" or "har" or "var" or "att" or "som" or "och" or "om" or "ska" or "kan" || words[i].Lower.EndsWith("ar", StringComparison.Ordinal) || words[i].Lower.EndsWith("er", StringComparison.Ordinal) && words[i].Lower.Length > 4 || words[i].Lower.EndsWith("ade", StringComparison.Ordinal))
                return true;
        return false;
    }

    static bool IsDoing(WordList words, int i) => words[i].Lower is "och" or "ut" or "in" or "sig";

    static bool Joined(WordList words, int from, int to)
    {
        for (var i = from; i < to && to - from <= 5; i++)
            if (words[i].Lower is "och" or "samt")
                return true;
        return to == from;
    }

    static Task? HandedIn(Sentence sentence) =>
        HandIn.In(sentence.Words) && !Answers.In(sentence.Words) && DueWords.In(sentence.Words) && sentence.Dates.Count > 0 && !ConsultationWords.In(sentence.Words) ? new(null) : null;

    static readonly Phrases Answers = new("synpunkter", "synpunkterna", "yttranden", "yttrande", "kommentarer", "anmälan", "ansökan", "ansökningar");
    static readonly Phrases DueWords = new("senast", "före", "innan");
    static readonly Phrases ConsultationWords = new("remiss*", "svar", "svaren", "remissvar");

    static void Add(ItemReading reading, int i, Task task)
    {
        var sentence = reading.Passages[i].Sentence;
        var due = DueDates.Of(reading, i);
        var assignee = Resolve(reading, i, task.Assignee);
        if (!reading.Draft.IsNew("item's task", reading.Number, sentence.Text))
            return;
        reading.Draft.IsNew("task", null, sentence.Text);
        reading.Draft.Assignments.Add(new(reading.Number, sentence.Text, assignee, due, sentence.Block.Source(reading.Offsets, sentence.Start, sentence.End)));
        if (assignee is null)
            reading.Note("assignee-missing", "Uppdraget saknar namn: vem ska göra det?", sentence);
        else
            UnknownPeople(reading, sentence, assignee);
        if (due is null && VagueDue.In(sentence.Words))
            reading.Note("due-vague", "När ska det vara klart? Texten ger inget datum.", sentence);
        if (due is not null)
            DeadlineReader.Add(reading, due, sentence, sentence.Start, sentence.End);
    }

    static readonly Phrases VagueDue = new("snarast", "omgående", "så snart som möjligt", "efter sommaren", "före sommaren", "under hösten", "under våren", "före påsk", "innan jul", "före jul", "inom kort", "så fort som möjligt");

    static void UnknownPeople(ItemReading reading, Sentence sentence, string assignee)
    {
        foreach (var name in assignee.Split(" och ").Where(n => n.Contains(' ', StringComparison.Ordinal) && Names.IsPerson(n) && !reading.People.Knows(n)))
            reading.Note("assignee-unknown", $"{name} finns inte bland de närvarande: stämmer namnet?", sentence);
    }

    /// <summary>'han' and 'hon' stand for the person named last before them.</summary>
    static string? Resolve(ItemReading reading, int i, string? assignee)
    {
        if (assignee is not ("han" or "hon"))
            return assignee?.Trim(' ', ',', ':', '.');
        for (var at = i; at >= 0 && at >= i - 1; at--)
            if (reading.People.In(reading.Passages[at].Sentence) is [.., var last])
                return last.Name;
        return assignee;
    }
}
