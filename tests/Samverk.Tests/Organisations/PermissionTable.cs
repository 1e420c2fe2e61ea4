using System.Text;
using Samverk.Organisations;

namespace Samverk.Tests.Organisations;

/// <summary>Who may what, as a table that a person can read: docs/permissions.md. Made of what was answered, not of what was meant.</summary>
static class PermissionTable
{
    const string Head = """
        # Vem som får göra vad
        Gjord av ett test som går till varje adress som varje roll och skriver ner svaret; ändra den inte för hand. Skriv om den med `SAMVERK_WRITE=true ./test PermissionTable`.

        """;

    /// <param name="roles">Their names, in order.</param>
    /// <param name="walked">Method and address, and whether each role was let in.</param>
    /// <param name="held">A sentence, and for each role: not at all, about anything, or only about their own.</param>
    public static string Write(IReadOnlyList<string> roles, IReadOnlyList<(string Address, string Sentence, IReadOnlyList<bool> LetIn)> walked, IReadOnlyList<(Permission Permission, IReadOnlyList<string> Held)> held)
    {
        var text = new StringBuilder(Head);
        text.Append("## Reglerna\n*ja*: om allt i området. *sitt*: bara om det egna organet, den egna organisationen eller sig själv.\n\n");
        Row(text, ["Regel", .. roles]);
        Row(text, ["---", .. roles.Select(_ => ":-:")]);
        foreach (var (permission, cells) in held)
            Row(text, [permission.Words, .. cells]);
        text.Append("\n## Adresserna\n✓: släpps in. –: nekas, eller skickas till inloggningen. Vad som sedan visas på sidan, och vad en handling godtar, avgörs av reglerna ovan; det som man inte får läsa finns inte (404).\n\n");
        Row(text, ["Adress", "Regel", .. roles]);
        Row(text, ["---", "---", .. roles.Select(_ => ":-:")]);
        foreach (var (address, sentence, letIn) in walked)
            Row(text, [$"`{address}`", sentence, .. letIn.Select(may => may ? "✓" : "–")]);
        return text.ToString();
    }

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
