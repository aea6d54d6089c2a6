namespace MatNotebooks.Cluster;

/// <summary>Programs of this machine.</summary>
public static class Executable
{
    /// <summary>The path of a program.</summary>
    /// <param name="names">What it may be called, the best first.</param>
    /// <returns>The first of these names that a folder of PATH holds; null where none does.</returns>
    public static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         where folder.Length > 0
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
