using Microsoft.CodeAnalysis;

namespace MatNotebooks.Architecture;

/// <summary>One source: its path from the repository root, its project and the project's folder it lies in.</summary>
internal sealed record SourceFile(string Path, string Project, string Folder, SyntaxTree Tree)
{
    public override string ToString() => Path;
}
