using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Tests.Session;

public sealed class SessionUsingsTests
{
    private static readonly string[] Ordinary = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Two types of one name, both imported, could be named in no cell without their namespace.</summary>
    [Fact]
    public void No_two_types_that_cells_import_share_a_name()
    {
        var imported = SessionUsings.Default.ToHashSet();
        var ours = new[] { "MatNotebooks.Torch", "MatNotebooks.Core", "matnb" }.SelectMany(name => System.Reflection.Assembly.Load(name).GetExportedTypes());
        var systems = new[] { typeof(object).Assembly, typeof(HashSet<>).Assembly, typeof(Enumerable).Assembly, typeof(System.Collections.Concurrent.ConcurrentBag<>).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes());
        var clashes = ours.Concat(systems)
            .Where(type => type.DeclaringType is null ? imported.Contains(type.Namespace ?? "") : type.DeclaringType.FullName == "TorchSharp.torch")
            .Distinct()
            .GroupBy(type => type.Name)
            .Where(group => group.Count() > 1 && group.Any(type => type.FullName!.StartsWith("MatNotebooks", StringComparison.Ordinal)))
            .Select(group => string.Join(" and ", group));
        Assert.Empty(clashes);
    }

    [Fact]
    public void The_usual_namespaces_are_there() => Assert.Subset(SessionUsings.Default.ToHashSet(), Ordinary.ToHashSet());
}
