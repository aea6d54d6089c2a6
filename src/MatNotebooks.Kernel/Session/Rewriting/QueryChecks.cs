using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Rewriting;

/// <summary>
/// Where the queries of a cell ask whether it was stopped: their loops are LINQ's own, so the expressions ask that it calls for every element.
/// Told by names, not by types. What is wrong about that does not compile, an expression tree above all, which must stay what it is, and is
/// then left out.
/// </summary>
internal sealed class QueryChecks : CSharpSyntaxWalker
{
    private const string Open = "global::MatNotebooks.Kernel.Display.StopCheck.Passed(";
    private const string Close = ", [])";

    // Their lambdas give a value: one around a call of a method without a value would not compile.
    private static readonly HashSet<string> Operators =
    [
        "Aggregate", "All", "Any", "Average", "Count", "CountBy", "DistinctBy", "First", "FirstOrDefault", "GroupBy", "GroupJoin", "Join", "Last",
        "LastOrDefault", "LongCount", "Max", "MaxBy", "Min", "MinBy", "OrderBy", "OrderByDescending", "Select", "SelectMany", "Single",
        "SingleOrDefault", "SkipWhile", "Sum", "TakeWhile", "ThenBy", "ThenByDescending", "ToDictionary", "ToLookup", "Where", "Zip",
    ];

    private readonly List<SourceEdit> edits = [];

    /// <summary>The changes of the text.</summary>
    public static IReadOnlyList<SourceEdit> Of(SyntaxTree tree)
    {
        var walker = new QueryChecks();
        walker.Visit(tree.GetRoot());
        return walker.edits;
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        Enter(node);
        base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        Enter(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        Wrap(node.Condition);
        base.VisitWhereClause(node);
    }

    public override void VisitSelectClause(SelectClauseSyntax node)
    {
        Wrap(node.Expression);
        base.VisitSelectClause(node);
    }

    private void Enter(LambdaExpressionSyntax node)
    {
        if (node is { ExpressionBody: { } body, AsyncKeyword.RawKind: 0, Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } } &&
            Operators.Contains(called.Name.Identifier.Text))
            Wrap(body);
    }

    private void Wrap(ExpressionSyntax value)
    {
        if (value is not (BinaryExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
            or ObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax) || value.ContainsDiagnostics)
            return;
        edits.Add(new(value.SpanStart, 0, Open));
        edits.Add(new(value.Span.End, 0, Close));
    }
}
