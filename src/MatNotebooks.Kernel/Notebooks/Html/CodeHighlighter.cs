using System.Text;
using MatNotebooks.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>C# with its words in colours, from Roslyn's own reading of it.</summary>
internal static class CodeHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>HTML of the code: spans of class k (keyword), t (type), m (method), s (text), n (number), c (comment), d (directive or magic).</summary>
    public static string Highlight(string code)
    {
        var html = new StringBuilder();
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
            Append(html, token.Text, ClassOf(token));
            foreach (var trivia in token.TrailingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0)
            return;
        var encoded = HtmlText.Encode(text);
        if (kind is null)
            html.Append(encoded);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }

    private static string? ClassOf(SyntaxTrivia trivia)
    {
        if (trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia) || trivia.IsKind(SyntaxKind.ShebangDirectiveTrivia))
            return "d";
        return trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia ? null : "c";
    }

    private static string? ClassOf(SyntaxToken token)
    {
        var kind = token.Kind();
        if (SyntaxFacts.IsKeywordKind(kind) || (SyntaxFacts.IsContextualKeyword(kind) && !token.IsKind(SyntaxKind.IdentifierToken)))
            return "k";
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken or
                SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or
                SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or
                SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or
                SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
            SyntaxKind.IdentifierToken => ClassOfName(token),
            _ => null,
        };
    }

    private static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax name when Called(name) => "m",
        IdentifierNameSyntax { IsVar: true } => "k",
        SimpleNameSyntax name when NamesType(name) => "t",
        _ => null,
    };

    private static bool Called(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax call && call.Expression == access,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool NamesType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name && char.IsUpper(name.Identifier.ValueText[0]),
        VariableDeclarationSyntax or ObjectCreationExpressionSyntax or ParameterSyntax or TypeArgumentListSyntax or BaseTypeSyntax or
            CastExpressionSyntax or ArrayTypeSyntax or NullableTypeSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or
            DeclarationPatternSyntax or TypePatternSyntax or RecursivePatternSyntax or CatchDeclarationSyntax or
            TypeConstraintSyntax or TupleElementSyntax or PropertyDeclarationSyntax or AttributeSyntax or RefTypeSyntax => true,
        MethodDeclarationSyntax method => method.ReturnType == name,
        LocalFunctionStatementSyntax function => function.ReturnType == name,
        ForEachStatementSyntax loop => loop.Type == name,
        BinaryExpressionSyntax test => test.Right == name && test.IsKind(SyntaxKind.IsExpression) || test.Right == name && test.IsKind(SyntaxKind.AsExpression),
        QualifiedNameSyntax qualified => qualified.Right == name && qualified.Parent is not (UsingDirectiveSyntax or QualifiedNameSyntax),
        _ => name is GenericNameSyntax,
    };
}
