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
            if (SessionReferences.Find(Path.GetFileNameWithoutExtension(path)) is { } own && own.Display == path)
                return [own];
            found(path);
            return [MetadataReference.CreateFromFile(path, properties)];
        }
        var name = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference[..^4] : reference;
        return SessionReferences.Find(name) is { } known ? [known] : [];
    }

    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        SessionReferences.Find(referenceIdentity.Name);

    public override bool Equals(object? other) => other is ReferenceDirectives directives && directives.baseFolder == baseFolder;

    public override int GetHashCode() => baseFolder.GetHashCode(StringComparison.Ordinal);
}
