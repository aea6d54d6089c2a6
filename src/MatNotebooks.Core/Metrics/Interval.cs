namespace MatNotebooks.Metrics;

/// <summary>An estimate and the bounds it lies in with the confidence asked for.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public readonly record struct Interval(double Value, double Lower, double Upper)
{
    /// <summary>Half the distance between the bounds.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>The estimate and its bounds, such as "57.8 [55.1, 60.4]".</summary>
    public override string ToString() => $"{Value:g4} [{Lower:g4}, {Upper:g4}]";
}
