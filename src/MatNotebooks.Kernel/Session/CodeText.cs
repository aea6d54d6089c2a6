using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MatNotebooks.Kernel.Session;

/// <summary>Questions about code that is not complete yet.</summary>
internal static class CodeText
{
    private static readonly string[] Unterminated = ["CS1039", "CS1035", "CS8996", "CS8997", "CS8998"];

    /// <summary>Whether the text after this code would stand inside a string or a comment that the code opens.</summary>
    public static bool EndsInsideLiteral(string code) =>
        code.AsSpan().IndexOfAny("\"/") >= 0 &&
        SubmissionCompiler.Parse(code).GetDiagnostics().Any(diagnostic => Unterminated.Contains(diagnostic.Id));

    /// <summary>Whether a variable may be called this.</summary>
    public static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;

    /// <summary>Whether the code can be run as it is, or more lines must follow (an open brace, an open string).</summary>
    public static bool IsComplete(string code) => SyntaxFactory.IsCompleteSubmission(SubmissionCompiler.Parse(code));
}
