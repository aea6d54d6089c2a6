using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>A symbol's declaration on one line.</summary>
internal static class SymbolSignature
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType);

    private static readonly SymbolDisplayFormat OfCell = Format.WithMemberOptions(
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef);

    /// <summary>As "int string.IndexOf(char value)", with types named as briefly as the place allows.</summary>
    public static string Of(ISymbol symbol, SemanticModel model, int position) =>
        symbol.ToMinimalDisplayString(model, position, symbol.ContainingType?.IsScriptClass == true ? OfCell : Format);
}
