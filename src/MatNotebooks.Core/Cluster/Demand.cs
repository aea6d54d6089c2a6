using System.Globalization;

namespace MatNotebooks.Cluster;

/// <summary>What a program of a piece of work needs of a machine, and may take at most.</summary>
/// <param name="Cores">Cores | at least 1.</param>
/// <param name="Memory">Memory | bytes; 0 where the program's own limit is the only one.</param>
public readonly record struct Demand(int Cores, long Memory)
{
    // Libraries for linear algebra take every core they see unless one of these says otherwise.
    private static readonly string[] ThreadVariables =
        ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "RAYON_NUM_THREADS"];

    /// <summary>A job held to this demand: the smaller of the two limits of memory, and as many threads as cores unless the job says otherwise.</summary>
    internal ProcessJob Limit(ProcessJob job)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ThreadVariables) environment[name] = Cores.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in job.Environment) environment[name] = value;
        return job with { Environment = environment, Memory = Memory == 0 ? job.Memory : Math.Min(Memory, job.Memory ?? long.MaxValue) };
    }
}
