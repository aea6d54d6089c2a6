using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Architecture;

public sealed class BannedSymbolTests
{
    private static readonly Dictionary<string, string> InCore = new()
    {
        ["DateTime.Now"] = "take a TimeProvider",
        ["DateTime.UtcNow"] = "take a TimeProvider",
        ["DateTimeOffset.Now"] = "take a TimeProvider",
        ["DateTimeOffset.UtcNow"] = "take a TimeProvider",
        ["Random.Shared"] = "take a seeded generator",
        ["Console.Write"] = "report through IProgress<T>",
        ["Console.WriteLine"] = "report through IProgress<T>",
        ["Console.Out"] = "report through IProgress<T>",
        ["Console.Error"] = "report through IProgress<T>",
        ["Thread.Sleep"] = "wait on a handle or a token",
    };

    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["DateTime.Now"] = "take a TimeProvider",
        ["Random.Shared"] = "take a seeded generator",
    };

    [Fact]
    public void Core_uses_no_clock_chance_console_or_sleep_of_its_own() =>
        Offenders.AreNone(SourceTree.Files.Where(file => file.Project == "MatNotebooks.Core").SelectMany(file => Banned(file, InCore)));

    [Fact]
    public void No_source_uses_local_time_or_unseeded_chance() =>
        Offenders.AreNone(SourceTree.Files.SelectMany(file => Banned(file, Everywhere)));

    [Fact]
    public void Every_random_generator_has_a_seed()
    {
        var offenders = from file in SourceTree.Files
                        from made in file.Tree.GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
                        where made.Type.ToString() is "Random" or "System.Random"
                        where made.ArgumentList is null or { Arguments.Count: 0 }
                        select At(file, made);
        Offenders.AreNone(offenders);
    }

    [Fact]
    public void Nothing_is_left_unimplemented()
    {
        var offenders = from file in SourceTree.Files
                        from token in file.Tree.GetRoot().DescendantTokens()
                        where token.Text == "NotImplementedException"
                        select At(file, token.Parent!);
        Offenders.AreNone(offenders);
    }

    private static IEnumerable<string> Banned(SourceFile file, Dictionary<string, string> banned) =>
        from access in file.Tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        let name = access.ToString().Replace("System.Threading.", "").Replace("System.", "")
        where banned.ContainsKey(name)
        select $"{At(file, access)}: {name}: {banned[name]}";

    private static string At(SourceFile file, SyntaxNode node) =>
        $"{file}:{file.Tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}";
}
