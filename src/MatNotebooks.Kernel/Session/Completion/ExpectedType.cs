using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>The type that a value at the cursor should have.</summary>
internal static class ExpectedType
{
    /// <summary>Null where nothing is known of it.</summary>
    public static ITypeSymbol? At(CursorPlace place, SemanticModel model)
    {
        var type = place.Before.Parent switch
        {
            AssignmentExpressionSyntax set => model.GetTypeInfo(set.Left).Type,
            BinaryExpressionSyntax compare when compare.OperatorToken == place.Before && IsComparison(compare) => model.GetTypeInfo(compare.Left).Type,
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } => model.GetTypeInfo(declaration.Type).Type,
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
            SwitchExpressionSyntax choice => model.GetTypeInfo(choice.GoverningExpression).Type,
            IsPatternExpressionSyntax pattern => model.GetTypeInfo(pattern.Expression).Type,
            BaseArgumentListSyntax arguments => OfArgument(arguments, null, place, model),
            NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax arguments } } named => OfArgument(arguments, named.Name.Identifier.Text, place, model),
            ReturnStatementSyntax returned => OfReturn(returned, model),
            _ => null,
        };
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    /// <summary>The functions that the argument list may belong to.</summary>
    public static IEnumerable<IMethodSymbol> Callees(BaseArgumentListSyntax arguments, SemanticModel model) => arguments.Parent switch
    {
        InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression).Concat(Symbols(model.GetSymbolInfo(call))).OfType<IMethodSymbol>().Distinct(SymbolEqualityComparer.Default).Cast<IMethodSymbol>(),
        ObjectCreationExpressionSyntax made => (model.GetSymbolInfo(made.Type).Symbol as INamedTypeSymbol)?.InstanceConstructors.Where(Accessible) ?? [],
        ImplicitObjectCreationExpressionSyntax made => (model.GetTypeInfo(made).ConvertedType as INamedTypeSymbol)?.InstanceConstructors.Where(Accessible) ?? [],
        _ => [],
    };

    private static bool Accessible(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public;

    private static IEnumerable<ISymbol> Symbols(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;

    private static bool IsComparison(BinaryExpressionSyntax node) => node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.CoalesceExpression;

    private static ITypeSymbol? OfArgument(BaseArgumentListSyntax arguments, string? name, CursorPlace place, SemanticModel model)
    {
        var index = arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart < place.Start);
        var fitting = Callees(arguments, model).Select(method => name is null
            ? method.Parameters.ElementAtOrDefault(index)
            : method.Parameters.FirstOrDefault(parameter => parameter.Name == name)).OfType<IParameterSymbol>().Select(parameter => parameter.Type).ToArray();
        return fitting.FirstOrDefault(type => type.TypeKind == TypeKind.Enum) ?? fitting.FirstOrDefault();
    }

    private static ITypeSymbol? OfReturn(ReturnStatementSyntax returned, SemanticModel model)
    {
        var function = returned.Ancestors().FirstOrDefault(node => node is LocalFunctionStatementSyntax or MethodDeclarationSyntax);
        return function is null ? null : (model.GetDeclaredSymbol(function) as IMethodSymbol)?.ReturnType;
    }
}
