namespace MatNotebooks.Kernel.Visuals;

/// <summary>Means with an interval at each point, under one name.</summary>
public sealed record IntervalSeries
{
    /// <summary>Builds a series.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public IntervalSeries(string name, IReadOnlyList<double> x, IReadOnlyList<double> mean, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        Same.Count(x.Count, "x", mean.Count, $"mean of '{name}'");
        Same.Count(x.Count, "x", lower.Count, $"lower of '{name}'");
        Same.Count(x.Count, "x", upper.Count, $"upper of '{name}'");
        (Name, X, Mean, Lower, Upper) = (name, x, mean, lower, upper);
    }

    /// <summary>Name in the legend.</summary>
    public string Name { get; }

    /// <summary>Where the points are.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Mean at each point.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Lower end of the interval at each point.</summary>
    public IReadOnlyList<double> Lower { get; }

    /// <summary>Upper end of the interval at each point.</summary>
    public IReadOnlyList<double> Upper { get; }
}
