namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>What a queue told its operator.</summary>
internal sealed class Notices : IProgress<string>
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (all) return [.. all];
        }
    }

    public void Report(string value)
    {
        lock (all) all.Add(value);
    }
}
