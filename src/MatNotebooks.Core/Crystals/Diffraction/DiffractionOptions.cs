using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>How a powder pattern is taken.</summary>
public sealed record DiffractionOptions
{
    /// <summary>What is scattered. The default is copper's Kα line.</summary>
    public Radiation Radiation { get; init; } = Radiation.CopperKAlpha;

    /// <summary>Least scattering angle 2θ | degrees, 0 or more. The default is 0.</summary>
    public double MinTwoTheta { get; init; }

    /// <summary>Greatest scattering angle 2θ | degrees, above the least, at most 179. The default is 90.</summary>
    public double MaxTwoTheta { get; init; } = 90;

    /// <summary>
    /// Temperature factors B of elements | Å², 0 or more: a wave scattered by one is weaker by exp(−B (sin θ / λ)²). An element that is
    /// not named stands still, as all do by default.
    /// </summary>
    public IReadOnlyDictionary<Element, double> TemperatureFactors { get; init; } = new Dictionary<Element, double>();

    internal void Check()
    {
        if (!(Radiation.Wavelength > 0 && double.IsFinite(Radiation.Wavelength)))
            throw new ArgumentException($"The wavelength of {Radiation.Name} is {Radiation.Wavelength} Å; it must be greater than 0, such as 1.54184 of Cu Kα.");
        if (!(MinTwoTheta >= 0 && MaxTwoTheta > MinTwoTheta && MaxTwoTheta <= 179))
            throw new ArgumentException($"2θ runs from {MinTwoTheta}° to {MaxTwoTheta}°; it must begin at 0° or above and end above its begin, at 179° at most.");
        foreach (var (element, factor) in TemperatureFactors)
            if (!(factor >= 0 && double.IsFinite(factor)))
                throw new ArgumentException($"The temperature factor of {element.Symbol} is {factor} Å²; it must be 0 or more, such as 0.5.");
    }
}
