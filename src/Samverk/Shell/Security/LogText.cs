using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Samverk.Shell.Security;

/// <summary>
/// What may stand in a log. Our own messages carry ids and codes only. What an exception says can hold anything that
/// somebody typed, so its kind and its stack are told, its words only where they come from the database driver or the
/// network. Numbers and addresses of persons are blanked wherever they turn up all the same.
/// </summary>
static partial class LogText
{
    public static string Of(string text) => Email().Replace(PersonalNumber().Replace(text, "[nummer]"), "[e-post]").ReplaceLineEndings(" ");

    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException)
            text.Append(text.Length == 0 ? "" : "\n caused by ").Append(at.GetType().FullName).Append(Words(at)).Append('\n').Append(at.StackTrace);
        return text.ToString().TrimEnd();
    }

    static string Words(Exception exception) => exception is DbException or SocketException or HttpRequestException or TimeoutException ? $": {Of(exception.Message)}" : "";

    // With or without century, day or co-ordination number.
    [GeneratedRegex(@"\b(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"[\w.+'-]+@[\w-]+\.[\w.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();
}
