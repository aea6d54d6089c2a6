using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session;

/// <summary>The code of a cell is not C#.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors, Compilation compilation)
    : Exception(errors[0].GetMessage())
{
    public IReadOnlyList<Diagnostic> Errors => errors;

    /// <summary>What was being compiled, for hints about names.</summary>
    public Compilation Compilation => compilation;
}
