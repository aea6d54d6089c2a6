using FSharp.Compiler.Symbols;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>The functions that F# cells defined: they are no values to the F# session, so they are read from what it compiled.</summary>
internal static class FSharpFunctions
{
    /// <summary>Every function of the top level, in the order of their definitions; of those with one name the last.</summary>
    /// <param name="signature">What the session compiled so far.</param>
    public static IEnumerable<FSharpFunction> In(FSharpAssemblySignature signature)
    {
        var context = FSharpDisplayContext.Empty.WithShortTypeNames(true);
        return signature.Entities
            .Where(entity => entity.IsFSharpModule)
            // Each cell is a module with a number: FSI_0002.
            .OrderByDescending(cell => cell.CompiledName.Length).ThenByDescending(cell => cell.CompiledName, StringComparer.Ordinal)
            .SelectMany(cell => cell.MembersFunctionsAndValues.OrderByDescending(member => member.DeclarationLocation.StartLine))
            .Where(member => member.IsModuleValueOrMember && !member.IsCompilerGenerated)
            .DistinctBy(member => member.DisplayName)
            // A name bound anew to a value is no function any more.
            .Where(member => member.CurriedParameterGroups.Count > 0)
            .Select(member => new FSharpFunction(member.DisplayName, member.FullType.Format(context)))
            .Reverse();
    }
}
