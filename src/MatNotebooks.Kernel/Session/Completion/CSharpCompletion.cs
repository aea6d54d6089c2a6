using System.ComponentModel;
using MatNotebooks.Kernel.Session.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What may stand at a place of C# code that follows the cells that ran.</summary>
internal sealed class CSharpCompletion(SubmissionCompiler compiler)
{
    private const int Most = 300;

    /// <summary>The proposals, best first; none inside strings and comments.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="cursor">An offset into it.</param>
    /// <param name="cancellation">Stops the search.</param>
    public CellCompletions Complete(string code, int cursor, CancellationToken cancellation)
    {
        var tree = SubmissionCompiler.Parse(code);
        if (CursorPlace.Find(tree, code, cursor) is not { } place)
            return CellCompletions.None(cursor);
        var model = compiler.Draft(tree).GetSemanticModel(tree);
        cancellation.ThrowIfCancellationRequested();
        var found = Proposals(place, model)
            .Select(proposal => (Proposal: proposal, Rank: NameMatch.Rank(proposal.Text, place.Typed)))
            .Where(fit => fit.Rank is not null)
            .OrderBy(fit => fit.Rank)
            .ThenBy(fit => fit.Proposal.Distance)
            .ThenBy(fit => fit.Proposal.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Select(fit => Item(fit.Proposal, place, model, cancellation));
        return new CellCompletions(place.Start, cursor, [.. found]);
    }

    private static IEnumerable<Proposal> Proposals(CursorPlace place, SemanticModel model)
    {
        if (new MemberLookup(model).Find(place) is { } members)
            return Grouped(members, null, model);
        if (place.Before.Parent?.AncestorsAndSelf().OfType<UsingDirectiveSyntax>().FirstOrDefault() is { } line && line.Span.Contains(place.Before.Span) && !place.Before.IsKind(SyntaxKind.SemicolonToken))
            return Grouped(model.LookupNamespacesAndTypes(place.Start).Where(symbol => symbol is INamespaceSymbol || !line.StaticKeyword.IsKind(SyntaxKind.None) || line.Alias is not null), null, model);
        if (ObjectInitializer.Members(place, model) is { } settable)
            return Grouped(settable, null, model);
        var expected = ExpectedType.At(place, model);
        var visible = model.LookupSymbols(place.Start).Where(symbol => symbol is not ILocalSymbol local || local.Locations[0].SourceSpan.Start < place.Start);
        return EnumMembers(expected, place, model)
            .Concat(NamedArguments(place, model))
            .Concat(Grouped(visible, expected, model))
            .Concat(CSharpKeywords.At(place.BeginsStatement).Select(word => new Proposal(word, "keyword", 3)));
    }

    private static IEnumerable<Proposal> EnumMembers(ITypeSymbol? expected, CursorPlace place, SemanticModel model) => expected is { TypeKind: TypeKind.Enum }
        ? expected.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst)
            .Select(field => new Proposal($"{expected.ToMinimalDisplayString(model, place.Start)}.{field.Name}", "enum", -1, [field]))
        : [];

    private static IEnumerable<Proposal> NamedArguments(CursorPlace place, SemanticModel model)
    {
        if (place.Before.Parent is not ArgumentListSyntax arguments || !(place.Before.IsKind(SyntaxKind.OpenParenToken) || place.Before.IsKind(SyntaxKind.CommaToken)))
            return [];
        var given = arguments.Arguments.Select(argument => argument.NameColon?.Name.Identifier.Text).ToHashSet();
        return ExpectedType.Callees(arguments, model).SelectMany(method => method.Parameters)
            .Where(parameter => !given.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Proposal(parameter.Name + ":", "variable", 0, [parameter]));
    }

    private static IEnumerable<Proposal> Grouped(IEnumerable<ISymbol> symbols, ITypeSymbol? expected, SemanticModel model) =>
        from symbol in symbols
        where symbol.CanBeReferencedByName && !symbol.Name.StartsWith('<') && !IsHidden(symbol)
        group symbol by symbol.Name into same
        let first = same.First()
        select new Proposal(same.Key, SymbolKinds.Of(first), Fits(first, expected, model) ? -1 : SymbolKinds.Distance(first), [.. same]);

    private static bool Fits(ISymbol symbol, ITypeSymbol? expected, SemanticModel model)
    {
        if (expected is null or IErrorTypeSymbol || expected.SpecialType == SpecialType.System_Object)
            return false;
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is not null && model.Compilation.ClassifyConversion(type, expected) is { IsImplicit: true };
    }

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static CellCompletion Item(Proposal proposal, CursorPlace place, SemanticModel model, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (proposal.Symbols.Count == 0 || proposal.Symbols[0] is INamespaceSymbol)
            return new CellCompletion(proposal.Text, proposal.Kind, null, null);
        var symbol = proposal.Symbols[0];
        var more = proposal.Symbols.Count > 1 ? $" (+ {proposal.Symbols.Count - 1} more)" : "";
        var words = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter
            ? SymbolDocumentation.Of(method, model.Compilation)?.Parameters.FirstOrDefault(part => part.Name == parameter.Name).Text
            : SymbolDocumentation.Of(symbol, model.Compilation)?.Summary;
        return new CellCompletion(proposal.Text, proposal.Kind, SymbolSignature.Of(symbol, model, place.Start) + more, string.IsNullOrEmpty(words) ? null : words);
    }
}
