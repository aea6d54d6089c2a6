using MatNotebooks.Kernel.Session.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What the name under a cursor is, or what the call around the cursor takes.</summary>
internal sealed class CSharpInspection(SubmissionCompiler compiler, Func<string, string?> valueOf)
{
    private const int Overloads = 8;

    /// <summary>Null where there is no name and no call.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="cursor">An offset into it.</param>
    /// <param name="detailed">Whether remarks are told too.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Explanation? Inspect(string code, int cursor, bool detailed, CancellationToken cancellation)
    {
        var tree = SubmissionCompiler.Parse(code);
        var model = compiler.Draft(tree).GetSemanticModel(tree);
        cancellation.ThrowIfCancellationRequested();
        var symbols = At(tree, code, cursor, model);
        return symbols.Count == 0 ? null : Explain(symbols, cursor, model, detailed);
    }

    private static IReadOnlyList<ISymbol> At(SyntaxTree tree, string code, int cursor, SemanticModel model)
    {
        var root = tree.GetRoot();
        foreach (var at in new[] { cursor, cursor - 1 }.Where(at => at >= 0 && at < code.Length))
        {
            var token = root.FindToken(at);
            if (token.Span.Contains(at) && token.Parent is { } node && (token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax) && Named(node, token, model) is { Count: > 0 } named)
                return named;
        }
        var inside = root.FindToken(Math.Clamp(cursor - 1, 0, Math.Max(0, code.Length - 1)));
        var call = inside.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>().FirstOrDefault(list => list.SpanStart < cursor);
        return call is null ? [] : [.. ExpectedType.Callees(call, model)];
    }

    private static IReadOnlyList<ISymbol> Named(SyntaxNode node, SyntaxToken token, SemanticModel model)
    {
        if (node is not (SimpleNameSyntax or PredefinedTypeSyntax))
            return model.GetDeclaredSymbol(node) is { } declared && declared.Name == token.ValueText ? [declared] : [];
        var info = model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol)
            return [symbol];
        return [.. info.CandidateSymbols.Concat(node is ExpressionSyntax name ? model.GetMemberGroup(name) : []).Distinct(SymbolEqualityComparer.Default)];
    }

    private Explanation Explain(IReadOnlyList<ISymbol> symbols, int cursor, SemanticModel model, bool detailed)
    {
        var parts = new List<(string, string)>();
        var first = symbols[0];
        if (SymbolDocumentation.Of(first, model.Compilation) is { } text)
        {
            Add("", text.Summary);
            Add("Parameters", Listed(text.Parameters));
            Add("Returns", text.Returns);
            Add("Throws", Listed(text.Exceptions));
            Add("Remarks", detailed ? text.Remarks : null);
        }
        if (first is IFieldSymbol { ContainingType.IsScriptClass: true })
            Add("Value now", valueOf(first.Name));
        if (first is ITypeSymbol { TypeKind: TypeKind.Enum } choice)
            Add("Values", string.Join(", ", choice.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.Name)));
        var declarations = symbols.Take(Overloads).Select(symbol => SymbolSignature.Of(symbol, model, Math.Min(cursor, model.SyntaxTree.Length))).ToList();
        if (symbols.Count > Overloads)
            declarations.Add($"// and {symbols.Count - Overloads} more");
        return new Explanation(declarations, parts);

        void Add(string heading, string? words)
        {
            if (!string.IsNullOrWhiteSpace(words))
                parts.Add((heading, words));
        }
    }

    private static string Listed(IReadOnlyList<(string Name, string Text)> items) => string.Join('\n', items.Select(item => $"{item.Name}: {item.Text}"));
}
