using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>
/// A predicted stiffness that stores the strain energy which the elastic solver found, ½ ε : Ĉ : ε = Π(u) (Eq. 23 as a constraint of Eq. 19).
/// </summary>
/// <remarks>Reads a table whose first columns are the constants of a form | GPa.</remarks>
public sealed record StrainEnergyAgreement : PhysicalConstraint
{
    private readonly long[] samples;
    private readonly double[,] strains;
    private readonly double[] energies;

    /// <summary>Takes what the solver found.</summary>
    /// <param name="form">Which constants the first columns are.</param>
    /// <param name="solved">Energies, as many for each sample as there are.</param>
    /// <exception cref="ArgumentException">There is none, a sample is negative, or an energy is not greater than 0.</exception>
    public StrainEnergyAgreement(StiffnessForm form, params IReadOnlyList<SolvedEnergy> solved)
    {
        if (solved.Count == 0) throw new ArgumentException("There is no solved energy; give one at least.");
        if (solved.FirstOrDefault(one => one.Sample < 0 || !(one.EnergyDensity > 0 && double.IsFinite(one.EnergyDensity))) is { } wrong)
            throw new ArgumentException($"A solved energy is {wrong.EnergyDensity:g4} GPa of sample {wrong.Sample}; energies are greater than 0, and samples 0 or more.");
        Form = form;
        samples = [.. solved.Select(one => (long)one.Sample)];
        energies = [.. solved.Select(one => one.EnergyDensity)];
        strains = new double[solved.Count, 6];
        foreach (var (row, one) in solved.Index())
            foreach (var (column, value) in one.Strain.ToArray().Index())
                strains[row, column] = value;
    }

    /// <summary>Which constants the first columns are.</summary>
    public StiffnessForm Form { get; }

    /// <summary>½ ε : Ĉ : ε over the solved energy, less 1, (energies, 1) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa.</param>
    /// <exception cref="ArgumentException">There are too few samples or columns.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        var matrices = Form.Matrices(predicted);
        if (samples.Max() >= predicted.shape[0])
            throw new ArgumentException($"A solved energy names sample {samples.Max()}; the prediction's samples are 0 to {predicted.shape[0] - 1}.");
        var strain = tensor(strains).to(predicted);
        var solved = tensor(energies).to(predicted);
        var chosen = matrices.index_select(0, tensor(samples).to(predicted.device));
        var stored = (chosen.matmul(strain.unsqueeze(2)).squeeze(2) * strain).sum(1) / 2;
        return ((stored / solved) - 1).unsqueeze(1);
    }
}
