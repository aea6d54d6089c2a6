using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Rewriting;

/// <summary>
/// Where a cell's code asks whether it was stopped: in loops, in the lambdas that libraries and other threads run, and in functions that call
/// themselves. Left out are innermost loops of plain arithmetic that an int counts: they end by themselves within seconds, and they are
/// where numbers are made: with the check, a sum over an array takes six times as long. Where the sum is a variable of the cell,
/// and so in memory, it costs nothing: an outermost loop of the cell always asks.
/// </summary>
internal sealed class StopChecks : CSharpSyntaxWalker
{
    private const string Type = "global::MatNotebooks.Kernel.Display.StopCheck";
    private const string Here = Type + ".Here(); ";
    private const string Deep = Type + ".Deep(); ";

    private readonly List<SourceEdit> edits = [];

    /// <summary>The changes of the text.</summary>
    public static IReadOnlyList<SourceEdit> Of(SyntaxTree tree)
    {
        var walker = new StopChecks();
        walker.Visit(tree.GetRoot());
        return walker.edits;
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        if (IsOutermost(node) || !IsCounted(node) || !IsPlain(node))
            Enter(node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        if (IsOutermost(node) || !IsPlain(node))
            Enter(node.Statement);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        if (IsOutermost(node) || !IsPlain(node))
            Enter(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    // A goto may come back to it for ever.
    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        edits.Add(new(node.ColonToken.Span.End, 0, Here));
        base.VisitLabeledStatement(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        EnterLambda(node);
        base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        EnterLambda(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        EnterFunction(node.Identifier, node.ReturnType, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken);
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        EnterFunction(node.Identifier, node.ReturnType, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken);
        base.VisitMethodDeclaration(node);
    }

    private void EnterLambda(LambdaExpressionSyntax node)
    {
        if (node.Block is { Statements.Count: > 0 } block && !IsPlain(block))
            edits.Add(new(block.OpenBraceToken.Span.End, 0, Here));
    }

    private void Enter(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            if (!block.OpenBraceToken.IsMissing)
                edits.Add(new(block.OpenBraceToken.Span.End, 0, Here));
            return;
        }
        edits.Add(new(body.SpanStart, 0, "{" + Here));
        edits.Add(new(body.Span.End, 0, "}"));
    }

    private void EnterFunction(
        SyntaxToken name, TypeSyntax returned, SyntaxTokenList modifiers, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken end)
    {
        if (block is not null && CallsItself(block, name.Text))
        {
            edits.Add(new(block.OpenBraceToken.Span.End, 0, Deep));
        }
        else if (arrow is not null && !end.IsMissing && arrow.Expression is not (RefExpressionSyntax or ThrowExpressionSyntax) && CallsItself(arrow, name.Text))
        {
            // An async function without a value, or void: nothing to return.
            var nothing = returned.ToString() is "void" || (modifiers.Any(SyntaxKind.AsyncKeyword) && returned is IdentifierNameSyntax);
            edits.Add(new(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{ " + Deep + (nothing ? "" : "return ")));
            edits.Add(new(end.Span.End, 0, " }"));
        }
    }

    private static bool CallsItself(SyntaxNode body, string name) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.Text == name,
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text == name,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text == name,
            _ => false,
        });

    private static bool IsOutermost(StatementSyntax loop) => loop.Parent is GlobalStatementSyntax ||
        (loop.Parent is StatementSyntax outer && outer is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or LocalFunctionStatementSyntax) && IsOutermost(outer));

    // By an int, which ends after two thousand million rounds at the latest.
    private static bool IsCounted(ForStatementSyntax loop) =>
        loop is { Condition: not null, Incrementors.Count: > 0, Declaration: { Type: var type, Variables: [{ Initializer.Value: var first }, ..] } } &&
        (type.ToString() is "int" or "uint" or "short" or "ushort" or "byte" || (type.IsVar && first is LiteralExpressionSyntax { Token.Value: int }));

    // Neither loops nor calls inside, but for arithmetic.
    private static bool IsPlain(SyntaxNode loop) => !loop.DescendantNodes().Any(node => node switch
    {
        InvocationExpressionSyntax call => call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" or "MathF" } },
        WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax => true,
        BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax => true,
        _ => false,
    });
}
