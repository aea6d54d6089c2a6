using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// The variables that code may still read after its cell has ended: those used inside a lambda, a query, a function, a
/// property or a type. Every other use ended with the cell.
/// </summary>
internal sealed class CapturedVariables
{
    private readonly List<CSharpCompilation> unread = [];
    private readonly HashSet<(string Cell, string Name)> captured = [];

    /// <summary>Takes in a cell that ran.</summary>
    public void Add(CSharpCompilation cell) => unread.Add(cell);

    /// <summary>Whether any cell so far holds on to the variable of the given cell.</summary>
    /// <param name="cell">The class the cell became.</param>
    /// <param name="name">The variable.</param>
    public bool Contains(string cell, string name)
    {
        // Read late: most notebooks never redeclare anything large.
        foreach (var compilation in unread)
            Read(compilation);
        unread.Clear();
        return captured.Contains((cell, name));
    }

    private void Read(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var names = tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(Outlives);
            foreach (var symbol in names.SelectMany(name => Symbols(model.GetSymbolInfo(name))))
            {
                if (symbol is IFieldSymbol { ContainingType.IsScriptClass: true } field)
                    captured.Add((field.ContainingType.Name, field.Name));
            }
        }
    }

    private static IEnumerable<ISymbol> Symbols(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;

    private static bool Outlives(IdentifierNameSyntax name) => name.Ancestors().Any(node =>
        node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax
            or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax or EventDeclarationSyntax);
}
