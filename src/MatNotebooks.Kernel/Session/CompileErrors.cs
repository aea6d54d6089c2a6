using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session;

/// <summary>Compile errors as a notebook shows them: cell, line, message, the line itself, a caret, the name probably meant.</summary>
internal static class CompileErrors
{
    private const int Shown = 5;
    private const string UnknownName = "CS0103";
    private const string UnknownType = "CS0246";
    private const string UnknownMember = "CS1061";
    private const string UnknownStaticMember = "CS0117";
    private const string UnknownArgument = "CS1739";

    public static CellError Describe(CompilationFailedException failure, SourceLines sources)
    {
        sources.RememberLoaded(failure.Compilation, ImmutableDictionary<string, RewrittenCode>.Empty);
        var lines = failure.Errors.Take(Shown).SelectMany(error => Lines(error, failure.Compilation, sources)).ToList();
        if (failure.Errors.Count > Shown)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {failure.Errors.Count - Shown} more errors"));
        return new CellError("CompileError", failure.Errors[0].GetMessage(CultureInfo.InvariantCulture), lines);
    }

    private static IEnumerable<string> Lines(Diagnostic error, Compilation compilation, SourceLines sources)
    {
        var span = error.Location.GetLineSpan();
        var label = sources.Known(span.Path);
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        var message = $"error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}{Hint(error, compilation)}";
        if (!span.IsValid || (label ?? span.Path) is not { Length: > 0 } place)
            return [message];
        var length = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character - column + 1 : 1;
        var head = string.Create(CultureInfo.InvariantCulture, $"{place}, line {line}, column {column}: {message}");
        return [head, .. label is null ? [] : sources.Excerpt(label, line, column, length)];
    }

    private static string Hint(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree || error.Id is not (UnknownName or UnknownType or UnknownMember or UnknownStaticMember or UnknownArgument))
            return "";
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var typed = node is SimpleNameSyntax name ? name.Identifier.ValueText : node.ToString();
        return NearestName.Hint(typed, Candidates(node, compilation.GetSemanticModel(tree)).Select(symbol => symbol.Name));
    }

    private static IEnumerable<ISymbol> Candidates(SyntaxNode node, SemanticModel model)
    {
        if (node.Parent is NameColonSyntax { Parent: ArgumentSyntax { Parent.Parent: { } call } })
            return model.GetSymbolInfo(call).CandidateSymbols.OfType<IMethodSymbol>().SelectMany(called => called.Parameters);
        if (node.Parent is not MemberAccessExpressionSyntax access || access.Name != node)
            return model.LookupSymbols(node.SpanStart);
        var type = model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol;
        return type is null ? [] : model.LookupSymbols(node.SpanStart, type, includeReducedExtensionMethods: true);
    }
}
