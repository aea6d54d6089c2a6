using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var offenders = SourceTree.Files
            .Select(file => (file, lines: file.Tree.GetText().Lines.Count))
            .Where(item => item.lines > LongestFile)
            .Select(item => $"{item.file}: {item.lines} lines");
        Offenders.AreNone(offenders);
    }

    [Fact]
    public void No_method_is_longer_than_60_lines()
    {
        var offenders = from file in SourceTree.Files
                        from node in file.Tree.GetRoot().DescendantNodes()
                        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                        let span = file.Tree.GetLineSpan(node.Span)
                        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                        where lines > LongestMethod
                        select $"{file}:{span.StartLinePosition.Line + 1}: {lines} lines";
        Offenders.AreNone(offenders);
    }
}
