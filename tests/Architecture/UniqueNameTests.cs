using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

/// <summary>
/// A cell imports every namespace at once, but for TorchSharp.Modules: two public types of one name could not be told apart there.
/// </summary>
public sealed class UniqueNameTests
{
    [Fact]
    public void No_two_public_types_share_a_name()
    {
        var types = from file in SourceTree.Files
                    from type in file.Tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                    where file.Project != "MatNotebooks.Torch" || file.Folder != "Modules"
                    where type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword)
                    let arity = (type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0
                    select (Name: $"{type.Identifier.Text}`{arity}", Space: ((BaseNamespaceDeclarationSyntax)type.Parent!).Name.ToString());
        Offenders.AreNone(types.Distinct().GroupBy(type => type.Name).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} is public in {string.Join(" and ", same.Select(type => type.Space))}"));
    }
}
