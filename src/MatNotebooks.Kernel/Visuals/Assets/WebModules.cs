namespace MatNotebooks.Kernel.Visuals.Assets;

/// <summary>Where the files that <c>npm ci</c> fetched lie.</summary>
internal static class WebModules
{
    private const string Mend = "run `npm ci --prefix environment/web` (environment/setup.sh does) and build again";

    /// <summary>
    /// The path of a library: beside the program, where the build copies it, else in <c>environment/web/node_modules</c> of the
    /// repository that the program was built in.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is in neither place; the message says how to fetch it.</exception>
    internal static string Find(string module) =>
        Places(module).FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"{module} is not installed: {Mend}. Until then figures show as static pictures.");

    private static IEnumerable<string> Places(string module)
    {
        yield return Path.Combine(AppContext.BaseDirectory, "web", Path.GetFileName(module));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "environment", "web", "node_modules", module);
    }
}
