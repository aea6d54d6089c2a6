namespace MatNotebooks.Models.Baselines;

/// <summary>How a <see cref="RandomForest"/> is grown.</summary>
public sealed record RandomForestOptions
{
    /// <summary>How many trees, at least 1. The default is 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Trees { get; init => field = AtLeastOne(value, nameof(Trees)); } = 200;

    /// <summary>Share of the features tried at a split, rounded to at least one, in (0, 1]. The default is a third, Breiman's for regression.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1].</exception>
    public double FeatureShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(FeatureShare), $"FeatureShare is {value}; it must be in (0, 1].");
    } = 1.0 / 3;

    /// <summary>Rows a leaf has at least, at least 1. The default is 1: trees grow until every leaf is pure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int LeafRows { get; init => field = AtLeastOne(value, nameof(LeafRows)); } = 1;

    /// <summary>Seed of the bootstrap and of the features tried. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least 1.");
}
