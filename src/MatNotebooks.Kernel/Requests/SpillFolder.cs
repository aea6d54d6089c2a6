namespace MatNotebooks.Kernel.Requests;

/// <summary>Where the output of cells that print too much goes: a folder of this kernel's own, which only its user can read.</summary>
internal sealed class SpillFolder
{
    private readonly Lazy<string> path = new(() => Directory.CreateTempSubdirectory("matnb-output-").FullName);
    private int files;

    /// <summary>A new file.</summary>
    public SpillFile Create() => new(Path.Combine(path.Value, $"output-{Interlocked.Increment(ref files)}.txt"));
}
