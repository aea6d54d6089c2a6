using MatNotebooks.Frameworks.Arem.Running.Pools;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>What a running campaign knows of each candidate.</summary>
internal sealed class CandidateTable
{
    private readonly double[]?[] coarse, fine;
    private readonly bool[] taken;
    private readonly byte[] attempts;
    private readonly List<int> labelled = [];

    /// <param name="pool">The candidates.</param>
    /// <param name="seed">Seed of the order in which they are taken while nothing is known.</param>
    public CandidateTable(ICandidatePool pool, int seed)
    {
        Pool = pool;
        (coarse, fine, taken, attempts) = (new double[pool.Count][], new double[pool.Count][], new bool[pool.Count], new byte[pool.Count]);
        Scores = [.. Enumerable.Repeat(double.NaN, pool.Count)];
        Blind = [.. Enumerable.Range(0, pool.Count)];
        new Random(seed).Shuffle(Blind);
        for (var candidate = 0; candidate < pool.Count; candidate++)
            if (!Places.TryAdd(pool.NameOf(candidate), candidate))
                throw new ArgumentException($"Two candidates of the pool are called {pool.NameOf(candidate)}; names must differ.");
    }

    public ICandidatePool Pool { get; }

    /// <summary>Numbers of the candidates by name.</summary>
    public Dictionary<string, int> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The order in which nobody knows better.</summary>
    public int[] Blind { get; }

    /// <summary>Margin of each candidate; NaN while it has no label.</summary>
    public double[] Scores { get; }

    /// <summary>Who has a label, the first first.</summary>
    public IReadOnlyList<int> Labelled => labelled;

    public int CoarseCount { get; private set; }

    public int FineCount { get; private set; }

    public double[]? Coarse(int candidate) => coarse[candidate];

    public double[]? Fine(int candidate) => fine[candidate];

    public void Describe(int candidate, double[] point, bool finely)
    {
        var table = finely ? fine : coarse;
        if (table[candidate] is null)
        {
            if (finely) FineCount++;
            else CoarseCount++;
        }
        table[candidate] = point;
    }

    /// <summary>Whether somebody simulates it, or did.</summary>
    public bool IsTaken(int candidate) => taken[candidate];

    public int Attempts(int candidate) => attempts[candidate];

    /// <summary>Begins an attempt.</summary>
    public void Take(int candidate)
    {
        taken[candidate] = true;
        if (attempts[candidate] < byte.MaxValue) attempts[candidate]++;
    }

    /// <summary>Puts a candidate back; an attempt that did not come to its end does not count.</summary>
    public void Release(int candidate, bool counts)
    {
        taken[candidate] = false;
        if (!counts && attempts[candidate] > 0) attempts[candidate]--;
    }

    /// <summary>Counts what an earlier process tried.</summary>
    public void Recall(int candidate, int tried, bool isOver) => (attempts[candidate], taken[candidate]) = ((byte)Math.Min(tried, byte.MaxValue), isOver);

    public void Label(int candidate, double score)
    {
        if (double.IsNaN(Scores[candidate])) labelled.Add(candidate);
        Scores[candidate] = score;
    }
}
