namespace MatNotebooks.Kernel.Visuals;

/// <summary>A powder pattern as it was measured.</summary>
public sealed record DiffractionCurve
{
    /// <summary>Builds a curve.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="twoTheta">Scattering angles 2θ | degrees, rising.</param>
    /// <param name="intensities">Intensity at each angle | any unit; shown with the greatest as 100.</param>
    /// <exception cref="ArgumentException">The lists differ in length, hold fewer than two points or a value that is not finite, or angles do not rise.</exception>
    public DiffractionCurve(string name, IReadOnlyList<double> twoTheta, IReadOnlyList<double> intensities)
    {
        Same.Count(twoTheta.Count, "twoTheta", intensities.Count, "intensities");
        if (twoTheta.Count < 2) throw new ArgumentException($"'{name}' has {twoTheta.Count} points; a curve needs at least 2.");
        for (var i = 0; i < twoTheta.Count; i++)
            if (!double.IsFinite(twoTheta[i] + intensities[i]) || (i > 0 && twoTheta[i] <= twoTheta[i - 1]))
                throw new ArgumentException($"Point {i} of '{name}' is at {twoTheta[i]}° with intensity {intensities[i]}; angles must rise and all values be finite.");
        (Name, TwoTheta, Intensities) = (name, twoTheta, intensities);
    }

    /// <summary>Name in the legend.</summary>
    public string Name { get; }

    /// <summary>Scattering angles 2θ | degrees, rising.</summary>
    public IReadOnlyList<double> TwoTheta { get; }

    /// <summary>Intensity at each angle.</summary>
    public IReadOnlyList<double> Intensities { get; }

    /// <summary>Intensities with the greatest as 100.</summary>
    internal double[] Percent()
    {
        var greatest = Intensities.Max();
        return [.. Intensities.Select(value => greatest > 0 ? 100 * value / greatest : 0)];
    }
}
