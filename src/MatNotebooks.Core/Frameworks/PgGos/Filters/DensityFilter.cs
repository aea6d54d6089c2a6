namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>A density that solids have. Residual: how far it is outside | g/cm³.</summary>
public sealed record DensityFilter : ICandidateFilter
{
    /// <summary>Sets the ends.</summary>
    /// <param name="lowest">Least density | g/cm³, greater than 0. The default is 0.4, below lithium's.</param>
    /// <param name="highest">Greatest density | g/cm³. The default is 25, above osmium's.</param>
    /// <exception cref="ArgumentException">Not 0 &lt; lowest &lt; highest.</exception>
    public DensityFilter(double lowest = 0.4, double highest = 25)
    {
        if (!(lowest > 0 && highest > lowest)) throw new ArgumentException($"The densities go from {lowest} to {highest} g/cm³; they must rise and be greater than 0.");
        (Lowest, Highest) = (lowest, highest);
    }

    /// <summary>Least density | g/cm³.</summary>
    public double Lowest { get; }

    /// <summary>Greatest density | g/cm³.</summary>
    public double Highest { get; }

    /// <inheritdoc/>
    public string Name => "density";

    /// <inheritdoc/>
    public string Unit => "g/cm3";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        var mass = 0.0;
        foreach (var site in subject.Crystal.Sites) mass += site.Element.Mass;
        var density = mass / subject.Crystal.Volume / Quantities.Units.GramPerCubicCentimeter;
        return FilterVerdict.By(Name, Math.Max(0, Math.Max(Lowest - density, density - Highest)), Limit, () =>
            $"The density of {subject.Crystal.Composition.ReducedFormula} is {density:F2} g/cm³; solids have {Lowest} to {Highest}.");
    }
}
