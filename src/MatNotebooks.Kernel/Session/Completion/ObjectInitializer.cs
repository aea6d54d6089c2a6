using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What may be set between the braces of <c>new T { ... }</c> and <c>x with { ... }</c>.</summary>
internal static class ObjectInitializer
{
    /// <summary>The members not set yet; null where the cursor is at no such place.</summary>
    public static IEnumerable<ISymbol>? Members(CursorPlace place, SemanticModel model)
    {
        if (!(place.Before.IsKind(SyntaxKind.OpenBraceToken) || place.Before.IsKind(SyntaxKind.CommaToken)) || place.Before.Parent is not InitializerExpressionSyntax braces)
            return null;
        var type = braces.Parent switch
        {
            BaseObjectCreationExpressionSyntax made => model.GetTypeInfo(made).Type ?? model.GetTypeInfo(made).ConvertedType,
            WithExpressionSyntax copy => model.GetTypeInfo(copy.Expression).Type,
            AssignmentExpressionSyntax inner => model.GetTypeInfo(inner.Left).Type,
            _ => null,
        };
        if (type is null or IErrorTypeSymbol || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable))
            return null;
        var set = braces.Expressions.OfType<AssignmentExpressionSyntax>().Where(one => one.Span.End < place.Start).Select(one => one.Left.ToString()).ToHashSet();
        return model.LookupSymbols(place.Start, type).Where(symbol => !symbol.IsStatic && !set.Contains(symbol.Name) && symbol is
            IPropertySymbol { IsIndexer: false, SetMethod: not null } or IFieldSymbol { IsReadOnly: false });
    }
}
