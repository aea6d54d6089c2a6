namespace MatNotebooks.Kernel.Session;

/// <summary>The names a cell may use without a using line.</summary>
internal static class SessionUsings
{
    private static readonly string[] Always =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading",
        "System.Threading.Tasks", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting",
        "MatNotebooks.Kernel.Display.CellFunctions", "MatNotebooks.Kernel.Visuals.Explanations",
    ];

    /// <summary>The namespaces (and static classes) imported into every cell: .NET's, and every public one of MatNotebooks and TorchSharp.</summary>
    public static IReadOnlyList<string> Default { get; } = [.. Always, .. Ours()];

    private static IEnumerable<string> Ours()
    {
        var assemblies = new[] { "MatNotebooks.Torch", "MatNotebooks.Core", "matnb" };
        var types = assemblies.SelectMany(name => System.Reflection.Assembly.Load(name).GetExportedTypes()).ToArray();
        var namespaces = types.Select(type => type.Namespace)
            .OfType<string>()
            .Where(name => name.StartsWith("MatNotebooks", StringComparison.Ordinal) || name == "TorchSharp")
            .Distinct()
            .Order(StringComparer.Ordinal);
        return types.Any(type => type.FullName == "TorchSharp.torch") ? namespaces.Append("TorchSharp.torch") : namespaces;
    }
}
