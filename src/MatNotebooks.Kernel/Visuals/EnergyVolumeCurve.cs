namespace MatNotebooks.Kernel.Visuals;

/// <summary>Energies of one compound in one phase over its volume, and what was fitted to or predicted for them.</summary>
public sealed record EnergyVolumeCurve
{
    /// <summary>Builds a curve from computed or measured energies.</summary>
    /// <param name="name">Name in the legend, such as "rocksalt".</param>
    /// <param name="volumes">Volumes.</param>
    /// <param name="energies">Their energies, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public EnergyVolumeCurve(string name, IReadOnlyList<double> volumes, IReadOnlyList<double> energies)
    {
        Same.NotEmpty(volumes.Count, $"volumes of '{name}'");
        Same.Count(volumes.Count, "volumes", energies.Count, $"energies of '{name}'");
        (Name, Volumes, Energies) = (name, volumes, energies);
    }

    /// <summary>Name in the legend.</summary>
    public string Name { get; }

    /// <summary>Volumes.</summary>
    public IReadOnlyList<double> Volumes { get; }

    /// <summary>Their energies.</summary>
    public IReadOnlyList<double> Energies { get; }

    /// <summary>An equation of state fitted to the energies: energy of a volume. Null, the default: a line joins the points.</summary>
    public Func<double, double>? Fit { get; init; }

    /// <summary>Predicted energies at the same volumes; null, the default, for none.</summary>
    public IReadOnlyList<double>? Predicted { get; init; }

    /// <summary>
    /// A predicted equation of state: energy of a volume, drawn dashed. Null, the default: a dashed line joins
    /// <see cref="Predicted"/>, where there is any.
    /// </summary>
    public Func<double, double>? PredictedFit { get; init; }

    internal bool IsPredicted => Predicted is not null || PredictedFit is not null;
}
