using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>Whether a probe still knows how sure it may be: how little the miscalibration area of its intervals grows by compression.</summary>
public static class CalibrationRetained
{
    private const double GreatestArea = 0.5;

    /// <summary>1 where intervals are as honest as before, or more; 0 where they say nothing | no unit, 0 to 1.</summary>
    /// <param name="whole">Calibration of the probe of the embeddings.</param>
    /// <param name="compressed">Calibration of the probe of the decoded embeddings, on the same crystals.</param>
    /// <exception cref="ArgumentException">They are of different numbers of crystals.</exception>
    public static double Of(IntervalCalibration whole, IntervalCalibration compressed) => whole.Count == compressed.Count
        ? 1 - (Math.Max(0, compressed.MiscalibrationArea - whole.MiscalibrationArea) / GreatestArea)
        : throw new ArgumentException($"The calibrations are of {whole.Count} and {compressed.Count} crystals; they must be of the same.");
}
