namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>
/// The assemblies F# is compiled against. They must be the reference assemblies of the SDK: against those that run, F# takes
/// System.Private.CoreLib's IEnumerable and FSharp.Core's seq for two types.
/// </summary>
internal static class FrameworkReferences
{
    /// <exception cref="FileNotFoundException">There is only a runtime, no SDK.</exception>
    public static IEnumerable<string> Find()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var pack = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        var folder = !Directory.Exists(pack) ? null : Directory.EnumerateDirectories(pack)
            .Select(version => Path.Combine(version, "ref", framework))
            .Where(Directory.Exists)
            .Max(StringComparer.Ordinal);
        return folder is not null ? Directory.EnumerateFiles(folder, "*.dll") : throw new FileNotFoundException(
            $"F# cells need the reference assemblies of the .NET SDK, and {pack} has none for {framework}. Install the SDK of this runtime.");
    }
}
