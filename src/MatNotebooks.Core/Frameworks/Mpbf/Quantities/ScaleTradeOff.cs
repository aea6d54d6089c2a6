namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>T_s = η S_p / I_d − θ E_r: scale over invariance, less the risk beyond what was seen.</summary>
/// <param name="Eta">η, weight of the scale | gain per decade of compounds.</param>
/// <param name="Theta">θ, weight of the risk | gain per deviation of error.</param>
public sealed record ScaleTradeOff(double Eta, double Theta)
{
    /// <summary>The trade-off | share of the error.</summary>
    public double Of(TransferMeasurement measured) => (Eta * measured.ScalePerInvariance) - (Theta * measured.Risk);
}
