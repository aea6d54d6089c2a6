namespace MatNotebooks.Uncertainty;

/// <summary>What a calibrated model says of a crystal.</summary>
/// <param name="Id">The crystal's name.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Predicted">The prediction | unit of the target.</param>
/// <param name="Lower">Lower end of the interval | same unit.</param>
/// <param name="Upper">Upper end of the interval | same unit.</param>
/// <param name="Deviation">Standard deviation over the ensemble; 0 for a single network | same unit.</param>
/// <param name="Outside">Why the crystal is outside what the model was trained on, where the interval is twice as wide but promises nothing; null where it is inside.</param>
/// <param name="Actual">The known value; null where there is none | same unit.</param>
public sealed record CalibratedPrediction(string Id, string Formula, double Predicted, double Lower, double Upper, double Deviation, string? Outside, double? Actual)
{
    /// <summary>Whether the crystal is like those the model was trained on.</summary>
    public bool InsideDomain => Outside is null;

    /// <summary>Whether the known value falls within the interval; null where there is none.</summary>
    public bool? Covered => Actual is { } value ? value >= Lower && value <= Upper : null;
}
