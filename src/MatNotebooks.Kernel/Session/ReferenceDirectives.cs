using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session;

/// <summary>Finds what <c>#r "path.dll"</c> names: beside the notebook, or by full path, or a framework assembly by name.</summary>
internal sealed class ReferenceDirectives(string baseFolder, Action<string> found) : MetadataReferenceResolver
{
    private readonly string baseFolder = baseFolder;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(Path.Combine(baseFolder, reference));
        if (File.Exists(path))
        {
            found(path);
            return [MetadataReference.CreateFromFile(path, properties)];
        }
        var name = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference : reference + ".dll";
        return SessionReferences.Default
            .OfType<PortableExecutableReference>()
            .Where(known => string.Equals(Path.GetFileName(known.FilePath), name, StringComparison.OrdinalIgnoreCase))
            .ToImmutableArray();
    }

    public override bool Equals(object? other) => other is ReferenceDirectives directives && directives.baseFolder == baseFolder;

    public override int GetHashCode() => baseFolder.GetHashCode(StringComparison.Ordinal);
}
