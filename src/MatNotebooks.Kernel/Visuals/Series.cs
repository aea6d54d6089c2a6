namespace MatNotebooks.Kernel.Visuals;

/// <summary>Points that belong together, under one name.</summary>
public sealed record Series
{
    /// <summary>Builds a series.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="x">Where the points are along x.</param>
    /// <param name="y">Their values, as many as <paramref name="x"/>; one that is not finite is left out.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public Series(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        Same.Count(x.Count, "x", y.Count, $"y of series '{name}'");
        (Name, X, Y) = (name, x, y);
    }

    /// <summary>Name in the legend.</summary>
    public string Name { get; }

    /// <summary>Where the points are along x.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Their values.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>What each point is called when the pointer is over it (an id, a formula); null, the default, for nothing.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Half length of each point's error bar, in the unit of y, 0 or more; null, the default, for none.</summary>
    public IReadOnlyList<double>? Errors { get; init; }

    /// <summary>Whether its line is dashed. The default is false.</summary>
    public bool Dashed { get; init; }
}
