namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>How zones are studied.</summary>
public sealed record ZoneOptions
{
    /// <summary>Rows that train each model at most, at least 40. The default is 1,200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 40.</exception>
    public int MostTraining { get; init => field = AtLeast(40, value, nameof(MostTraining)); } = 1200;

    /// <summary>Rows that judge inside, and as many outside, of each zone at most, at least 10. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 10.</exception>
    public int MostJudging { get; init => field = AtLeast(10, value, nameof(MostJudging)); } = 100;

    /// <summary>Trees of the forest, at least 2. The default is 60.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Trees { get; init => field = AtLeast(2, value, nameof(Trees)); } = 60;

    /// <summary>Seed of all drawing. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
