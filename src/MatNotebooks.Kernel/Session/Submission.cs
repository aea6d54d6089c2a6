using MatNotebooks.Kernel.Session.Rewriting;
using Microsoft.CodeAnalysis.CSharp;

namespace MatNotebooks.Kernel.Session;

/// <summary>A cell's code, compiled and ready to run once.</summary>
/// <param name="Compilation">The compilation later cells build on, once this one has run.</param>
/// <param name="Image">The assembly; empty when there is nothing to run (usings or comments alone).</param>
/// <param name="Symbols">Its line numbers, as a portable PDB.</param>
/// <param name="Shows">Whether what it gave is to be shown: the code ends in an expression, and one that has a value.</param>
internal sealed record Submission(CSharpCompilation Compilation, byte[] Image, byte[] Symbols, Func<object?, bool> Shows)
{
    /// <summary>The code that was compiled, where it is not what was written.</summary>
    public RewrittenCode? Rewritten { get; init; }

    /// <summary>The same of the files it loaded, by their full paths.</summary>
    public IReadOnlyDictionary<string, RewrittenCode> Loaded { get; init; } = new Dictionary<string, RewrittenCode>();
}
