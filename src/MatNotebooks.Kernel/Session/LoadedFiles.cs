using System.Collections.Concurrent;
using System.Text;
using MatNotebooks.Kernel.Session.Rewriting;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session;

/// <summary>The files that cells bring by <c>#load</c>, with the checks in them that stop a cell.</summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class LoadedFiles(string folder) : SourceFileResolver([], folder)
{
    private readonly ConcurrentDictionary<string, RewrittenCode> files = new(StringComparer.Ordinal);

    /// <summary>Those that were read, as they were last, by their full paths.</summary>
    public IReadOnlyDictionary<string, RewrittenCode> Rewritten => files;

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath)
    {
        var written = File.ReadAllText(resolvedPath);
        var code = files[resolvedPath] = new RewrittenCode(written, StopChecks.Of(SubmissionCompiler.Parse(written, resolvedPath)));
        return new MemoryStream(Encoding.UTF8.GetBytes(code.Text));
    }
}
