namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>How a forecaster is trained and calibrated.</summary>
public sealed record ForecastOptions
{
    /// <summary>GEM-PPM networks of an ensemble, at least 2. The default is 3.</summary>
    public int Members { get; init => field = AtLeast(2, value, nameof(Members)); } = 3;

    /// <summary>Passes over the calculations, at least 1. The default is 30.</summary>
    public int Epochs { get; init => field = AtLeast(1, value, nameof(Epochs)); } = 30;

    /// <summary>Parts the elements are divided into; the compounds of each are left out in their turn to calibrate, at least 2. The default is 8.</summary>
    public int Folds { get; init => field = AtLeast(2, value, nameof(Folds)); } = 8;

    /// <summary>Share of compounds with an element never seen whose values must lie in their intervals, between 0 and 1. The default is 0.9.</summary>
    public double Coverage
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Coverage), $"Coverage is {value}; it must be between 0 and 1.");
    } = 0.9;

    /// <summary>Seed of the division and of the networks. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
