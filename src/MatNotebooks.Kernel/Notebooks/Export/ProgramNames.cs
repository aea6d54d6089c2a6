using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>
/// Gives the names of one cell's statement what a program asks and a notebook does not: a variable declared again becomes another
/// (<c>row_2</c>), and one inside a loop, function or lambda that bears the name of a variable of the whole program gets its own
/// (<c>row_inner</c>).
/// </summary>
/// <param name="outer">The names the whole program declares, as notebooks write them.</param>
/// <param name="current">The name that stands, from here on, for a name that was declared again.</param>
internal sealed class ProgramNames(IReadOnlySet<string> outer, IReadOnlyDictionary<string, string> current) : CSharpSyntaxRewriter
{
    private readonly List<(SyntaxNode Scope, string Name)> inner = [];
    private SyntaxNode? root;

    /// <summary>The statement with its names.</summary>
    public StatementSyntax Rewrite(StatementSyntax statement)
    {
        root = statement;
        inner.Clear();
        inner.AddRange(statement.DescendantNodesAndSelf().SelectMany(Declarations));
        return (StatementSyntax)Visit(statement);
    }

    public override SyntaxToken VisitToken(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not { } parent || NameIn(parent, token) is not { } name || name == token.Text)
            return base.VisitToken(token);
        return SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia);
    }

    // new { row } and (row, 1) take the name of what they hold.
    public override SyntaxNode? VisitAnonymousObjectMemberDeclarator(AnonymousObjectMemberDeclaratorSyntax node)
    {
        var visited = (AnonymousObjectMemberDeclaratorSyntax)base.VisitAnonymousObjectMemberDeclarator(node)!;
        return node is { NameEquals: null, Expression: IdentifierNameSyntax before } && visited.Expression.ToString() != before.ToString()
            ? visited.WithNameEquals(SyntaxFactory.NameEquals(before.Identifier.Text + " ").WithTrailingTrivia(SyntaxFactory.Space))
            : visited;
    }

    public override SyntaxNode? VisitArgument(ArgumentSyntax node)
    {
        var visited = (ArgumentSyntax)base.VisitArgument(node)!;
        return node is { Parent: TupleExpressionSyntax, NameColon: null, Expression: IdentifierNameSyntax before } && visited.Expression.ToString() != before.ToString()
            ? visited.WithNameColon(SyntaxFactory.NameColon(before.Identifier.Text).WithTrailingTrivia(SyntaxFactory.Space))
            : visited;
    }

    /// <summary>What a token that names a variable becomes; null where it names something else.</summary>
    private string? NameIn(SyntaxNode parent, SyntaxToken token)
    {
        var declares = parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or ForEachStatementSyntax
            or LocalFunctionStatementSyntax or CatchDeclarationSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax
            or JoinIntoClauseSyntax or QueryContinuationSyntax;
        if (!declares && !(parent is IdentifierNameSyntax identifier && IsVariable(identifier)))
            return null;
        var name = token.Text;
        if (inner.Any(local => local.Name == name && (local.Scope == parent || parent.Ancestors().Contains(local.Scope))))
            return outer.Contains(name) ? name + "_inner" : null;
        return current.GetValueOrDefault(name);
    }

    private static bool IsVariable(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AttributeSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } set => set.Right == name,
        _ => true,
    };

    private IEnumerable<(SyntaxNode Scope, string Name)> Declarations(SyntaxNode node)
    {
        var token = node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier,
            SingleVariableDesignationSyntax designation => designation.Identifier,
            ParameterSyntax parameter => parameter.Identifier,
            ForEachStatementSyntax loop => loop.Identifier,
            CatchDeclarationSyntax caught => caught.Identifier,
            FromClauseSyntax from => from.Identifier,
            LetClauseSyntax let => let.Identifier,
            JoinClauseSyntax join => join.Identifier,
            QueryContinuationSyntax into => into.Identifier,
            LocalFunctionStatementSyntax function when function != root => function.Identifier,
            _ => default,
        };
        // Without a scope of its own the name is one of the program's.
        if (token.Text.Length > 0 && Scope(node) is { } scope)
            yield return (scope, token.Text);
    }

    private static SyntaxNode? Scope(SyntaxNode node) => node is ForEachStatementSyntax ? node : node.Ancestors().FirstOrDefault(above =>
        above is BlockSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or ForStatementSyntax or ForEachStatementSyntax or UsingStatementSyntax or FixedStatementSyntax or CatchClauseSyntax or QueryExpressionSyntax
            or WhileStatementSyntax or LockStatementSyntax or SwitchStatementSyntax);
}
