using MatNotebooks.Surrogates;

namespace MatNotebooks.Training.Search;

/// <summary>How settings are searched.</summary>
public sealed record TuningOptions
{
    /// <summary>How many choices of settings are tried, at least 1. The default is 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Trials { get; init => field = AtLeast(1, value, nameof(Trials)); } = 30;

    /// <summary>Choices spread over the whole space before anything is learned, at least 1. The default is 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Spread { get; init => field = AtLeast(1, value, nameof(Spread)); } = 6;

    /// <summary>Budget of a whole trial, such as epochs, at least 1. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Budget { get; init => field = AtLeast(1, value, nameof(Budget)); } = 100;

    /// <summary>Of how many trials at one budget the best goes on to the next, which is as many times the budget; 1 gives every trial the whole. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Halving { get; init => field = AtLeast(1, value, nameof(Halving)); } = 3;

    /// <summary>Budgets below the whole one, at least 0. The default is 2: trials begin with a ninth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Rungs { get; init => field = AtLeast(0, value, nameof(Rungs)); } = 2;

    /// <summary>Choices made together and tried at the same time, at least 1. The default is 2. The course depends on it, and not on how fast each is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Workers { get; init => field = AtLeast(1, value, nameof(Workers)); } = 2;

    /// <summary>How the next choice is made. The default is by expected improvement; null chooses at random.</summary>
    public Acquisition? Acquisition { get; init; } = new ExpectedImprovement();

    /// <summary>Seed of everything random. The default is 0.</summary>
    public int Seed { get; init; }

    /// <summary>The budgets, the whole one last.</summary>
    internal int[] Budgets => Halving == 1
        ? [Budget]
        : [.. Enumerable.Range(0, Rungs + 1).Select(rung => Math.Max(1, (int)Math.Round(Budget / Math.Pow(Halving, Rungs - rung)))).Distinct()];

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
