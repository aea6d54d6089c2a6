namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>A_i = γ ∫ R(e) de − δ U_q: what the representation tells of the property, less its uncertainty.</summary>
/// <param name="Gamma">γ, weight of the probe power | gain per unit of R².</param>
/// <param name="Delta">δ, weight of the uncertainty | gain per deviation of disagreement.</param>
public sealed record AbstractionIntegrity(double Gamma, double Delta)
{
    /// <summary>The integrity | share of the error.</summary>
    public double Of(TransferMeasurement measured) => (Gamma * measured.ProbePower) - (Delta * measured.Uncertainty);
}
