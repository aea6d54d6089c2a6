namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>What is measured of a pretrained representation and a task's labels before anything is fine-tuned.</summary>
/// <param name="Volume">V_d: mean over the labels of ln(1 + pretraining compounds nearby in the representation). Nearby is the median distance to the tenth neighbour among the pretraining compounds themselves.</param>
/// <param name="Fidelity">F_p: one minus the normalised error of the pretraining labels against experiment | no unit, 0 to 1.</param>
/// <param name="ProbePower">∫ R(e) de: leave-one-out R² of a linear probe of the frozen representation, over the share e of the labels it is given | no unit, 0 to 1.</param>
/// <param name="Uncertainty">U_q: disagreement of the members on the labelled compounds, in deviations of what they say | no unit, at least 0.</param>
/// <param name="CorrectedOutput">O_m ∘ C_d: R² that is left of the network's own prediction after a straight-line correction on the labels | no unit, 0 to 1.</param>
/// <param name="Resolution">T_r: probe power of the representation less that of plain element statistics | no unit, −1 to 1.</param>
/// <param name="ScalePerInvariance">S_p / I_d: log10 of the pretraining compounds, over the measured invariance | no unit.</param>
/// <param name="Risk">E_r: error expected on the labelled compounds from what left-out elements did to the source's probe: that error where an element is hardly known to it, else the usual one, in deviations | no unit.</param>
public sealed record TransferMeasurement(
    double Volume, double Fidelity, double ProbePower, double Uncertainty, double CorrectedOutput, double Resolution, double ScalePerInvariance, double Risk)
{
    /// <summary>The eight numbers, in the order of the parameters.</summary>
    internal double[] Numbers => [Volume, Fidelity, ProbePower, Uncertainty, CorrectedOutput, Resolution, ScalePerInvariance, Risk];

    /// <summary>The mean of measurements, such as those of several seeds.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TransferMeasurement Mean(IReadOnlyCollection<TransferMeasurement> measurements)
    {
        if (measurements.Count == 0) throw new ArgumentException("There is no measurement; a mean needs at least one.");
        double[] mean = [.. Enumerable.Range(0, 8).Select(place => measurements.Average(each => each.Numbers[place]))];
        return new(mean[0], mean[1], mean[2], mean[3], mean[4], mean[5], mean[6], mean[7]);
    }
}
