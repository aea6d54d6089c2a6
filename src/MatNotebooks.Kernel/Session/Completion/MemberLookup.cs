using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What may follow a dot.</summary>
internal sealed class MemberLookup(SemanticModel model)
{
    /// <summary>The members that the dot before the cursor reaches; null where there is no dot.</summary>
    public IEnumerable<ISymbol>? Find(CursorPlace place)
    {
        if (!place.Before.IsKind(SyntaxKind.DotToken) && !place.Before.IsKind(SyntaxKind.MinusGreaterThanToken) && !place.Before.IsKind(SyntaxKind.ColonColonToken))
            return null;
        return place.Before.Parent switch
        {
            MemberAccessExpressionSyntax access => Of(access.Expression, place.Start),
            MemberBindingExpressionSyntax binding when Conditional(binding) is { } access => OfValue(Bare(Type(access.Expression)), place.Start),
            QualifiedNameSyntax name => Of(name.Left, place.Start),
            AliasQualifiedNameSyntax => model.LookupNamespacesAndTypes(place.Start, model.Compilation.GlobalNamespace),
            _ => [],
        };
    }

    private IEnumerable<ISymbol> Of(ExpressionSyntax left, int position)
    {
        var symbol = model.GetSymbolInfo(left).Symbol;
        var type = Type(left);
        if (symbol is null && left is NameSyntax or MemberAccessExpressionSyntax && type is null or IErrorTypeSymbol)
        {
            // "x." on a line of its own is read as the beginning of a type's name.
            var value = SyntaxFactory.ParseExpression(left.ToString());
            symbol = model.GetSpeculativeSymbolInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Symbol;
            type = model.GetSpeculativeTypeInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type;
        }
        return symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
            ITypeSymbol named => model.LookupStaticMembers(position, named),
            not null when type is not null && type.Name == symbol.Name => OfValue(type, position).Concat(model.LookupStaticMembers(position, type)),
            _ => OfValue(type, position),
        };
    }

    private IEnumerable<ISymbol> OfValue(ITypeSymbol? type, int position) => type is null or IErrorTypeSymbol || type.SpecialType == SpecialType.System_Void
        ? []
        : model.LookupSymbols(position, type is IPointerTypeSymbol pointer ? pointer.PointedAtType : type, includeReducedExtensionMethods: true)
            .Where(symbol => !symbol.IsStatic && symbol is not ITypeSymbol);

    private ITypeSymbol? Type(ExpressionSyntax expression)
    {
        var info = model.GetTypeInfo(expression);
        return info.Type ?? info.ConvertedType;
    }

    // a?.b sees the value inside a nullable.
    private static ITypeSymbol? Bare(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ConditionalAccessExpressionSyntax? Conditional(SyntaxNode binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span));
}
