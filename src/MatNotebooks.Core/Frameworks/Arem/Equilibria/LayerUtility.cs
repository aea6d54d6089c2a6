namespace MatNotebooks.Frameworks.Arem.Equilibria;

/// <summary>What a layer gives for the cores it has: a concave function, so that one more core is worth less the more there are.</summary>
public abstract record LayerUtility
{
    private protected LayerUtility()
    {
    }

    /// <summary>The most that the layer can use | cores, 0 (no work) or more. The default is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or not a number.</exception>
    public double Capacity
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Capacity), $"Capacity is {value}; it must be at least 0.");
    } = double.PositiveInfinity;

    /// <summary>The utility | discoveries/s.</summary>
    /// <param name="cores">What the layer has | cores, at least 0.</param>
    public abstract double Of(double cores);

    /// <summary>What one more core is worth, ∂u/∂r | discoveries per core-second.</summary>
    /// <param name="cores">What the layer has | cores, at least 0.</param>
    public abstract double Marginal(double cores);

    /// <summary>How that falls, ∂²u/∂r², at most 0 | discoveries per core-second and core.</summary>
    /// <param name="cores">What the layer has | cores, at least 0.</param>
    public abstract double Curvature(double cores);

    /// <summary>The most cores of which each is worth at least a price | cores, 0 to infinity.</summary>
    /// <param name="price">The price | discoveries per core-second, greater than 0.</param>
    internal abstract double CoresAt(double price);

    private protected static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be finite and at least 0.");

    private protected static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be finite and greater than 0.");
}

/// <summary>Every core is worth the same: simulations that do not wait for each other.</summary>
public sealed record LinearUtility : LayerUtility
{
    /// <summary>Describes the layer.</summary>
    /// <param name="slope">What a core is worth | discoveries per core-second, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or not finite.</exception>
    public LinearUtility(double slope) => Slope = NotNegative(slope, nameof(slope));

    /// <summary>What a core is worth | discoveries per core-second.</summary>
    public double Slope { get; }

    /// <inheritdoc/>
    public override double Of(double cores) => Slope * cores;

    /// <inheritdoc/>
    public override double Marginal(double cores) => Slope;

    /// <inheritdoc/>
    public override double Curvature(double cores) => 0;

    internal override double CoresAt(double price) => Slope >= price ? double.PositiveInfinity : 0;
}

/// <summary>w ln(1 + r/s): each doubling beyond the scale gives the same.</summary>
public sealed record LogarithmicUtility : LayerUtility
{
    /// <summary>Describes the layer.</summary>
    /// <param name="weight">w | discoveries/s, at least 0.</param>
    /// <param name="scale">s | cores, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public LogarithmicUtility(double weight, double scale) => (Weight, Scale) = (NotNegative(weight, nameof(weight)), Positive(scale, nameof(scale)));

    /// <summary>w | discoveries/s.</summary>
    public double Weight { get; }

    /// <summary>s | cores.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Of(double cores) => Weight * Math.Log(1 + (cores / Scale));

    /// <inheritdoc/>
    public override double Marginal(double cores) => Weight / (Scale + cores);

    /// <inheritdoc/>
    public override double Curvature(double cores) => -Weight / ((Scale + cores) * (Scale + cores));

    internal override double CoresAt(double price) => Math.Max(0, (Weight / price) - Scale);
}

/// <summary>c (1 − exp(−r/s)): beyond a few scales there is nothing left to gain.</summary>
public sealed record SaturatingUtility : LayerUtility
{
    /// <summary>Describes the layer.</summary>
    /// <param name="ceiling">c | discoveries/s, at least 0.</param>
    /// <param name="scale">s | cores, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public SaturatingUtility(double ceiling, double scale) => (Ceiling, Scale) = (NotNegative(ceiling, nameof(ceiling)), Positive(scale, nameof(scale)));

    /// <summary>c | discoveries/s.</summary>
    public double Ceiling { get; }

    /// <summary>s | cores.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Of(double cores) => Ceiling * (1 - Math.Exp(-cores / Scale));

    /// <inheritdoc/>
    public override double Marginal(double cores) => Ceiling / Scale * Math.Exp(-cores / Scale);

    /// <inheritdoc/>
    public override double Curvature(double cores) => -Ceiling / (Scale * Scale) * Math.Exp(-cores / Scale);

    internal override double CoresAt(double price) => Ceiling == 0 ? 0 : Math.Max(0, Scale * Math.Log(Ceiling / (Scale * price)));
}

/// <summary>−w/r: what is lost because a model trained with r cores is ready late, and candidates are chosen by an old one meanwhile.</summary>
public sealed record StalenessUtility : LayerUtility
{
    /// <summary>Describes the layer.</summary>
    /// <param name="weight">w | discoveries/s · cores, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or not finite.</exception>
    public StalenessUtility(double weight) => Weight = NotNegative(weight, nameof(weight));

    /// <summary>w | discoveries/s · cores.</summary>
    public double Weight { get; }

    /// <inheritdoc/>
    public override double Of(double cores) => Weight == 0 ? 0 : -Weight / cores;

    /// <inheritdoc/>
    public override double Marginal(double cores) => Weight == 0 ? 0 : Weight / (cores * cores);

    /// <inheritdoc/>
    public override double Curvature(double cores) => Weight == 0 ? 0 : -2 * Weight / (cores * cores * cores);

    internal override double CoresAt(double price) => Math.Sqrt(Weight / price);
}
