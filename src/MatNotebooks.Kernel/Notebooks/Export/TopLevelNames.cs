using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>The names a cell declares for the cells after it.</summary>
internal static class TopLevelNames
{
    /// <summary>The variables and functions of a statement that are seen after it.</summary>
    public static IEnumerable<string> DeclaredBy(StatementSyntax statement) => statement switch
    {
        LocalFunctionStatementSyntax function => [function.Identifier.Text],
        IfStatementSyntax branch => Outer(branch.Condition),
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax => Outer(statement),
        _ => [],
    };

    // Inside a lambda or a query they are that one's own.
    private static IEnumerable<string> Outer(SyntaxNode node) =>
        from inner in node.DescendantNodes(child => child is not AnonymousFunctionExpressionSyntax and not QueryExpressionSyntax)
        let name = inner switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            SingleVariableDesignationSyntax designation => designation.Identifier.Text,
            _ => null,
        }
        where name is not null
        select name;
}
