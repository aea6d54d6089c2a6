using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>Where in C# code a cursor stands.</summary>
/// <param name="Root">The parsed code.</param>
/// <param name="Start">Where the name that is being typed begins.</param>
/// <param name="Typed">What of it stands before the cursor.</param>
/// <param name="Before">The token before that name.</param>
internal sealed record CursorPlace(CompilationUnitSyntax Root, int Start, string Typed, SyntaxToken Before)
{
    /// <summary>Reads a place; null inside strings, comments, numbers, and where a new name is being made up.</summary>
    public static CursorPlace? Find(SyntaxTree tree, string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
            start--;
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if ((start < cursor && char.IsDigit(code[start])) || IsInText(root, code, start))
            return null;
        var token = start < cursor ? root.FindToken(start) : default;
        if (start < cursor && Names(token))
            return null;
        var before = start == 0 ? default : root.FindToken(Math.Max(0, start - 1));
        while (before.RawKind != 0 && (before.SpanStart >= start || before.Span.IsEmpty))
            before = before.GetPreviousToken();
        return new CursorPlace(root, start, code[start..cursor], before);
    }

    /// <summary>Whether a statement may begin here.</summary>
    public bool BeginsStatement => Before.Kind() is SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken
        or SyntaxKind.CloseParenToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword || Before.GetLocation().GetLineSpan().EndLinePosition.Line < Line;

    private int Line => Root.SyntaxTree.GetText().Lines.GetLinePosition(Start).Line;

    private static bool IsInText(CompilationUnitSyntax root, string code, int start)
    {
        var trivia = root.FindTrivia(Math.Max(0, start - 1));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia)
            return start > trivia.SpanStart && !code[trivia.SpanStart..start].EndsWith('\n');
        if (trivia.Kind() is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            return start > trivia.SpanStart && start < trivia.Span.End;
        var token = root.FindToken(Math.Max(0, start - 1));
        var inside = token.SpanStart < start && (start < token.Span.End || token.ContainsDiagnostics);
        return inside && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken && inside;
    }

    // "var n|" makes a name up; nothing that exists is meant.
    private static bool Names(SyntaxToken token) => token.Parent switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier == token && variable.Parent is VariableDeclarationSyntax { Type.IsMissing: false },
        SingleVariableDesignationSyntax => true,
        ParameterSyntax { Type: not null } parameter => parameter.Identifier == token,
        ForEachStatementSyntax loop => loop.Identifier == token,
        BaseTypeDeclarationSyntax type => type.Identifier == token,
        _ => false,
    };
}
