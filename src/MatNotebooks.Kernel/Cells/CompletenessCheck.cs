using MatNotebooks.Kernel.Session;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Judges whether a cell can run as it stands.</summary>
internal static class CompletenessCheck
{
    private const string Step = "    ";
    private static readonly string[] FSharpOpeners = ["=", "->", "then", "else", "do", "with", "try", "|>", "(", "[", "{", ",", "in"];

    public static CellCompleteness Of(string source)
    {
        var view = CellView.At(source, source.Length);
        return view.Language switch
        {
            "csharp" => OfCSharp(view.Code),
            "fsharp" => OfFSharp(view.Code),
            _ => new("complete", ""),
        };
    }

    private static CellCompleteness OfCSharp(string code)
    {
        if (!CodeText.IsComplete(code))
            return new("incomplete", Indent(code, "{", "(", "[", "=>"));
        var wrong = SubmissionCompiler.Parse(code).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(wrong ? "invalid" : "complete", "");
    }

    // As in F# Interactive, a block goes on until an empty line.
    private static CellCompleteness OfFSharp(string code)
    {
        var last = code.Split('\n')[^1];
        var open = FSharpOpeners.Any(opener => Ends(last, opener));
        return open || (last.Length > 0 && char.IsWhiteSpace(last[0]) && last.Trim().Length > 0) ? new("incomplete", Indent(code, FSharpOpeners)) : new("complete", "");
    }

    private static string Indent(string code, params string[] openers)
    {
        var last = code.Split('\n').LastOrDefault(line => line.Trim().Length > 0) ?? "";
        return last[..^last.TrimStart().Length] + (openers.Any(opener => Ends(last, opener)) ? Step : "");
    }

    private static bool Ends(string line, string opener)
    {
        var text = line.TrimEnd();
        return text.EndsWith(opener, StringComparison.Ordinal) && (!char.IsLetter(opener[0]) || text.Length == opener.Length || !char.IsLetterOrDigit(text[^(opener.Length + 1)]));
    }
}
