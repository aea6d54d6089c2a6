using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

/// <summary>What a notebook cell can type, as reviewed text: PublicApi/PROJECT.txt. MATNB_ACCEPT=1 writes it anew.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("MatNotebooks.Torch")]
    [InlineData("MatNotebooks.Core")]
    [InlineData("MatNotebooks.Kernel")]
    public void The_public_api_is_the_one_reviewed(string project)
    {
        var actual = string.Join('\n', PublicMembers(project)) + "\n";
        var path = Path.Combine(SourceTree.Root, "tests", "Architecture", "PublicApi", project + ".txt");
        if (Environment.GetEnvironmentVariable("MATNB_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the tests once with MATNB_ACCEPT=1 and review what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static IEnumerable<string> PublicMembers(string project) =>
        SourceTree.Files.Where(file => file.Project == project)
            .SelectMany(file => file.Tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
            .Where(IsPublic)
            .SelectMany(Describe)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member is not BaseNamespaceDeclarationSyntax
        && (member.Modifiers.Any(SyntaxKind.PublicKeyword) || member.Parent is InterfaceDeclarationSyntax || member is EnumMemberDeclarationSyntax)
        && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static IEnumerable<string> Describe(MemberDeclarationSyntax member)
    {
        var owner = string.Join('.', member.Ancestors()
            .Select(node => node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                _ => null,
            }).OfType<string>().Reverse());
        return Signatures(member).Select(signature => $"{owner}: {signature}");
    }

    private static IEnumerable<string> Signatures(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type => [Flat($"{type.Keyword.Text} {type.Identifier.Text}{type.TypeParameterList}{type.ParameterList}{type.BaseList}")],
        EnumDeclarationSyntax type => [$"enum {type.Identifier.Text}"],
        EnumMemberDeclarationSyntax value => [value.Identifier.Text],
        DelegateDeclarationSyntax callback => [Flat($"delegate {callback.ReturnType} {callback.Identifier.Text}{callback.ParameterList}")],
        MethodDeclarationSyntax method => [Flat($"{method.ReturnType} {method.Identifier.Text}{method.TypeParameterList}{method.ParameterList}")],
        ConstructorDeclarationSyntax constructor => [Flat($"{constructor.Identifier.Text}{constructor.ParameterList}")],
        PropertyDeclarationSyntax property => [Flat($"{property.Type} {property.Identifier.Text}")],
        IndexerDeclarationSyntax indexer => [Flat($"{indexer.Type} this{indexer.ParameterList}")],
        OperatorDeclarationSyntax symbol => [Flat($"{symbol.ReturnType} operator {symbol.OperatorToken.Text}{symbol.ParameterList}")],
        ConversionOperatorDeclarationSyntax conversion => [Flat($"{conversion.ImplicitOrExplicitKeyword.Text} operator {conversion.Type}{conversion.ParameterList}")],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => Flat($"{field.Declaration.Type} {variable.Identifier.Text}")),
        EventFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => Flat($"event {field.Declaration.Type} {variable.Identifier.Text}")),
        _ => [],
    };

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
