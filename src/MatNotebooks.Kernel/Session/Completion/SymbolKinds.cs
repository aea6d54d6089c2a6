using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What kind of thing a symbol is, in the words of <c>_jupyter_types_experimental</c>.</summary>
internal static class SymbolKinds
{
    public static string Of(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "namespace",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol => "class",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol or IEventSymbol => "field",
        _ => "variable",
    };

    /// <summary>What is nearer to the user comes first: locals and variables of the notebook, members, types, namespaces.</summary>
    public static int Distance(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        _ when symbol.ContainingType?.IsScriptClass == true => 1,
        IMethodSymbol { IsExtensionMethod: true } => 4,
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType?.SpecialType == SpecialType.System_Object ? 5 : 2,
        INamespaceSymbol => 6,
        _ => 3,
    };
}
