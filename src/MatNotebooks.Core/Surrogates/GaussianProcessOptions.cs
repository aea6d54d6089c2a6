namespace MatNotebooks.Surrogates;

/// <summary>How a <see cref="GaussianProcess"/> is fitted.</summary>
public sealed record GaussianProcessOptions
{
    /// <summary>How likeness falls with distance. The default is <see cref="Matern52"/>.</summary>
    public Covariance Covariance { get; init; } = new Matern52();

    /// <summary>Whether each dimension has a length scale of its own. The default is that it has.</summary>
    public Relevance Relevance { get; init; }

    /// <summary>Shortest length scale that is tried, in standard deviations of the points along the dimension, greater than 0. The default is 0.05.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Shortest { get; init => field = Positive(value, nameof(Shortest)); } = 0.05;

    /// <summary>Longest length scale that is tried, in the same, greater than 0. The default is 100, where a dimension hardly matters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Longest { get; init => field = Positive(value, nameof(Longest)); } = 100;

    /// <summary>Least noise that is tried, as a share of the standard deviation of the values, greater than 0. The default is 0.001; it also keeps equal points solvable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double LeastNoise { get; init => field = Positive(value, nameof(LeastNoise)); } = 1e-3;

    /// <summary>From how many places the likelihood is climbed, at least 1; the first is in the middle, the others are random. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Starts
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Starts), $"Starts is {value}; it must be at least 1.");
    } = 4;

    /// <summary>Seed of the random places. The default is 0.</summary>
    public int Seed { get; init; }

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be finite and greater than 0.");
}
