using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl;

/// <summary>What one code keeps of an embedding, on crystals that it was not learned from.</summary>
/// <param name="Operator">What compressed; "steered" for bits allotted along the field, "allotted" for distances alone.</param>
/// <param name="Asked">Bytes per crystal asked for.</param>
/// <param name="Bytes">Bytes per crystal it takes.</param>
/// <param name="Trustworthiness">No unit, 0 to 1.</param>
/// <param name="Continuity">No unit, 0 to 1.</param>
/// <param name="Recall">Share of the nearest neighbours found | no unit, 0 to 1.</param>
/// <param name="ProbeKept">Share of R² of a linear probe, by property, with bootstrap intervals; a property never steers the code that it judges.</param>
/// <param name="CalibrationKept">How honest the probe's intervals stay, by property | no unit, 0 to 1.</param>
public sealed record EdlRow(
    string Operator, int Asked, int Bytes, double Trustworthiness, double Continuity, double Recall,
    IReadOnlyDictionary<string, Interval> ProbeKept, IReadOnlyDictionary<string, double> CalibrationKept)
{
    /// <summary>The row as a line of a table: the mean over properties stands for them.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Operator}, {Bytes} bytes: trustworthiness {Trustworthiness:f3}, continuity {Continuity:f3}, recall {Recall:f3}, R² kept {ProbeKept.Values.Average(kept => kept.Value):f3}");
}
