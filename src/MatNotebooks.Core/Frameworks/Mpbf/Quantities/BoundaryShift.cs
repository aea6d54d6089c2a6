namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>ΔB = α V_d − β F_p: how volume against fidelity of the pretraining data moves the boundary within which pretraining serves.</summary>
/// <param name="Alpha">α, weight of the volume | gain per unit of ln(compounds nearby).</param>
/// <param name="Beta">β, weight of the fidelity | gain per unit of fidelity. The paper takes it to be positive; it is whatever the data say.</param>
public sealed record BoundaryShift(double Alpha, double Beta)
{
    /// <summary>The shift | share of the error.</summary>
    public double Of(TransferMeasurement measured) => (Alpha * measured.Volume) - (Beta * measured.Fidelity);
}
