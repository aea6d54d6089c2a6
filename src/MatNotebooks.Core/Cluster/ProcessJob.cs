namespace MatNotebooks.Cluster;

/// <summary>A program to run on this machine.</summary>
/// <param name="Program">Path, or a name that is looked for in PATH.</param>
/// <param name="Arguments">Arguments, passed on as they are.</param>
/// <param name="Input">Text for standard input.</param>
/// <param name="Limit">Longest time it may take; then it is killed with everything it started.</param>
public sealed record ProcessJob(string Program, IReadOnlyList<string> Arguments, string Input, TimeSpan Limit)
{
    /// <summary>Environment variables added to this process's own. The default is none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
