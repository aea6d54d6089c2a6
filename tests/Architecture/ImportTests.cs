using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

public sealed class ImportTests
{
    [Fact]
    public void Core_folders_import_only_what_stands_below_them() => Check(ImportTable.Core);

    [Fact]
    public void Kernel_folders_import_only_what_stands_below_them() => Check(ImportTable.Kernel);

    [Fact]
    public void Core_knows_no_notebook()
    {
        var offenders = Of(ImportTable.Core).SelectMany(file => Imports(file)
            .Where(name => name.StartsWith("MatNotebooks.Kernel", StringComparison.Ordinal) || name.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal))
            .Select(name => $"{file} imports {name}"));
        Offenders.AreNone(offenders);
    }

    [Fact]
    public void The_binding_of_libtorch_knows_no_science()
    {
        var offenders = SourceTree.Files.Where(file => file.Project == "MatNotebooks.Torch")
            .SelectMany(file => Imports(file).Where(name => name.StartsWith("MatNotebooks", StringComparison.Ordinal)).Select(name => $"{file} imports {name}"));
        Offenders.AreNone(offenders);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var offenders = from table in new[] { ImportTable.Core, ImportTable.Kernel }
                        from file in Of(table)
                        where file.Folder != "Program"
                        from declared in file.Tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                        let expected = $"{table.Namespace}.{file.Folder}"
                        where declared.Name.ToString() != "Microsoft.DotNet.Interactive" // DisplayedValue, whose own assembly is on no feed
                        where declared.Name.ToString() != expected && !declared.Name.ToString().StartsWith(expected + ".", StringComparison.Ordinal)
                        select $"{file} declares {declared.Name}; its folder says {expected}";
        Offenders.AreNone(offenders);
    }

    /// <summary>The rule itself must be able to fail.</summary>
    [Fact]
    public void A_forbidden_import_is_found()
    {
        var tree = CSharpSyntaxTree.ParseText("using MatNotebooks.Training; namespace MatNotebooks.Chemistry; class X { MatNotebooks.Models.Y y; }");
        var file = new SourceFile("src/MatNotebooks.Core/Chemistry/X.cs", "MatNotebooks.Core", "Chemistry", tree);
        Assert.Equal(2, ForbiddenImports(ImportTable.Core, file).Count());
    }

    private static void Check(ImportTable table)
    {
        var unknown = Of(table).Where(file => !table.Allowed.ContainsKey(file.Folder)).Select(file => $"{file}: folder {file.Folder} is in no import table");
        Offenders.AreNone(unknown);
        Offenders.AreNone(Of(table).SelectMany(file => ForbiddenImports(table, file)));
    }

    private static IEnumerable<SourceFile> Of(ImportTable table) => SourceTree.Files.Where(file => file.Project == table.Project);

    private static IEnumerable<string> ForbiddenImports(ImportTable table, SourceFile file) =>
        from name in Imports(file)
        let folder = FolderOf(table, name)
        where folder is not null && folder != file.Folder && !table.Allowed[file.Folder].Contains(folder)
        select $"{file} ({file.Folder}) imports {name} ({folder})";

    private static string? FolderOf(ImportTable table, string name)
    {
        if (name == "TorchSharp" || name.StartsWith("TorchSharp.", StringComparison.Ordinal)) return table == ImportTable.Core ? "Torch" : null;
        if (!name.StartsWith(table.Namespace + ".", StringComparison.Ordinal)) return null;
        var parts = name[(table.Namespace.Length + 1)..].Split('.');
        // The longest that the table knows: a folder may hold one that stands lower.
        return new[] { string.Join('.', parts.Take(2)), parts[0] }.FirstOrDefault(table.Allowed.ContainsKey);
    }

    /// <summary>Every namespace or type the file names: usings, and names written in full.</summary>
    private static IEnumerable<string> Imports(SourceFile file) =>
        file.Tree.GetRoot().DescendantNodes()
            .Where(node => node is NameSyntax or MemberAccessExpressionSyntax && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax))
            .Select(node => node.ToString())
            .Where(name => name.StartsWith("MatNotebooks", StringComparison.Ordinal) || name.StartsWith("TorchSharp", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal))
            .Distinct();
}
