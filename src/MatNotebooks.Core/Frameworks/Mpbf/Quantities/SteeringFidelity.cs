namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>S_f = ε (O_m ∘ C_d) + ζ T_r: what the network's output is worth once corrected, and how far the trade between general and pretrained representation is resolved.</summary>
/// <param name="Epsilon">ε, weight of the corrected output | gain per unit of R².</param>
/// <param name="Zeta">ζ, weight of the resolution | gain per unit of R².</param>
public sealed record SteeringFidelity(double Epsilon, double Zeta)
{
    /// <summary>The fidelity of steering | share of the error.</summary>
    public double Of(TransferMeasurement measured) => (Epsilon * measured.CorrectedOutput) + (Zeta * measured.Resolution);
}
