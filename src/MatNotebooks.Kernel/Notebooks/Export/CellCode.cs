using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>The C# of a cell, taken apart as a program needs it.</summary>
/// <param name="Usings">Its using lines, which a program has at its top.</param>
/// <param name="Statements">What runs, functions included.</param>
/// <param name="Types">Its types and extension methods, which a program has at its end.</param>
/// <param name="References">The texts of its <c>#r</c> and <c>#load</c> lines.</param>
internal sealed partial record CellCode(
    IReadOnlyList<string> Usings, IReadOnlyList<StatementSyntax> Statements, IReadOnlyList<MemberDeclarationSyntax> Types, IReadOnlyList<string> References)
{
    /// <summary>Takes C# apart; what does not compile in the notebook is passed on as it is.</summary>
    public static CellCode Parse(string code)
    {
        var references = ReferenceLine().Matches(code).Select(line => line.Value.Trim()).ToArray();
        var root = SyntaxFactory.ParseCompilationUnit(ReferenceLine().Replace(code, ""), options: new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script));
        var (statements, types) = (new List<StatementSyntax>(), new List<MemberDeclarationSyntax>());
        foreach (var member in root.Members)
        {
            if (Statement(member) is { } statement)
                statements.Add(statement);
            else
                types.Add(member);
        }
        if (statements.Count > 0 && root.EndOfFileToken.LeadingTrivia.ToFullString().Trim() is { Length: > 0 } comment)
            statements[^1] = statements[^1].WithTrailingTrivia(SyntaxFactory.ParseTrailingTrivia("\n" + comment));
        return new([.. root.Usings.Select(line => line.ToString())], statements, types, references);
    }

    // In a notebook a function may be public or an extension, and a variable public or static; in a program these are local.
    private static StatementSyntax? Statement(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax global => global.Statement,
        MethodDeclarationSyntax method when !IsExtension(method.ParameterList) => Local(method, keepStatic: true),
        FieldDeclarationSyntax field => Local(WithValues(field), keepStatic: false),
        _ => null,
    };

    private static StatementSyntax Local(MemberDeclarationSyntax member, bool keepStatic)
    {
        var kept = member.Modifiers.Where(word => word.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword ||
            (keepStatic && word.IsKind(SyntaxKind.StaticKeyword)));
        var changed = member.WithModifiers(SyntaxFactory.TokenList(kept)).WithLeadingTrivia(member.GetLeadingTrivia());
        return SyntaxFactory.ParseStatement(changed.ToFullString());
    }

    // A notebook's variable holds its type's default from the start, a program's local none.
    private static FieldDeclarationSyntax WithValues(FieldDeclarationSyntax field) => field.ReplaceNodes(
        field.Declaration.Variables.Where(variable => variable.Initializer is null && variable.ArgumentList is null),
        (_, variable) => variable.WithIdentifier(variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression(" default"))));

    private static bool IsExtension(ParameterListSyntax parameters) =>
        parameters.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;

    [GeneratedRegex(@"^[ \t]*#(?:r|load)\b[^\n]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceLine();
}
