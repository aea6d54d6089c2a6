using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Session.Rewriting;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>
/// Makes F#'s loops ask whether they were stopped, before their condition. Found by their words, not parsed: a loop whose condition fills
/// more than its line does not ask.
/// </summary>
internal static partial class FSharpStopChecks
{
    /// <summary>The code with checks in it.</summary>
    public static RewrittenCode Put(string code)
    {
        var edits = new List<SourceEdit>();
        foreach (Match loop in Loop().Matches(code))
        {
            var condition = loop.Groups["condition"];
            edits.Add(new(condition.Index, 0, "(global.MatNotebooks.Kernel.Display.StopCheck.Here(); "));
            edits.Add(new(condition.Index + condition.Length, 0, ")"));
        }
        return new RewrittenCode(code, edits);
    }

    // Not behind a comment or a quote on the same line.
    [GeneratedRegex("""(?<=^[^\n"/]*\bwhile[ \t]+)(?<condition>[^\s"/!][^\n"/]*?)(?=[ \t]+do\b)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Loop();
}
