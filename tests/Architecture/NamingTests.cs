using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

public sealed partial class NamingTests
{
    /// <summary>Names the binding has to keep.</summary>
    private static readonly string[] TorchSharpNames = ["OptimizerHelper"];

    [Fact]
    public void Type_names_say_what_the_type_is()
    {
        var offenders = from file in SourceTree.Files
                        from type in file.Tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                        where EmptyWord().IsMatch(type.Identifier.Text) && !TorchSharpNames.Contains(type.Identifier.Text)
                        select $"{file}: {type.Identifier.Text}";
        Offenders.AreNone(offenders);
    }

    [Fact]
    public void Folder_names_say_what_lives_there() =>
        Assert.DoesNotContain(SourceTree.Files, file => file.Path.Split('/').SkipLast(1).Any(EmptyWord().IsMatch));

    [Fact]
    public void A_file_is_named_after_a_type_it_declares()
    {
        // The binding keeps TorchSharp's one-line modules together by kind.
        var offenders = from file in SourceTree.Files
                        where file.Project != "MatNotebooks.Torch"
                        let name = Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]
                        let types = file.Tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
                            .Select(member => member switch
                            {
                                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                                DelegateDeclarationSyntax callback => callback.Identifier.Text,
                                _ => "",
                            }).Where(type => type.Length > 0).ToArray()
                        where types.Length > 0 && name != "Program" && !types.Contains(name)
                        select $"{file} declares {string.Join(", ", types)}";
        Offenders.AreNone(offenders);
    }

    [Theory]
    [InlineData("StringUtils", true)]
    [InlineData("BaseModel", true)]
    [InlineData("CrystalManager", true)]
    [InlineData("ReaderImpl", true)]
    [InlineData("Basis", false)]
    [InlineData("Lattice", false)]
    public void Empty_words_are_recognised(string name, bool empty) => Assert.Equal(empty, EmptyWord().IsMatch(name));

    [GeneratedRegex("(Utils?|Helpers?|Manager|Common|Impl|Misc)$|^Base[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyWord();
}
