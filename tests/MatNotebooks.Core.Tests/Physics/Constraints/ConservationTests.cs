using MatNotebooks.Core.Tests.Physics.Elasticity;
using MatNotebooks.Physics;
using MatNotebooks.Physics.Constraints;
using MatNotebooks.Physics.Elasticity;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Physics.Constraints;

public sealed class ConservationTests
{
    [Fact]
    public void Energies_are_extensive()
    {
        var extensive = new ExtensiveEnergy([2, 4, 16, 3], [0, 0, 0, 1]);
        using var scope = NewDisposeScope();
        Assert.Equal(0, extensive.Worst(tensor(new[] { -3.0, -6, -24, -7 })), 1e-12);
        Assert.Equal((2.0 / 3) / 0.1, extensive.Worst(tensor(new[] { -1.0, -6, -24, -7 })), 1e-12); // the means of −0.5, −1.5, −1.5 eV
        NumericGradient.Check(extensive.Penalty, new[,] { { -1.0 }, { -6.5 }, { -23 }, { -7 } });
        Assert.Contains("4 cells were named", Assert.Throws<ArgumentException>(() => extensive.Violation(zeros(3))).Message);
        Assert.Contains("1 or more", Assert.Throws<ArgumentException>(() => new ExtensiveEnergy([0], [0])).Message);
        Assert.Throws<ArgumentException>(() => new ExtensiveEnergy([1, 2], [0]));
    }

    [Fact]
    public void Forces_sum_to_zero_in_each_crystal()
    {
        var balanced = new BalancedForces([0, 0, 2]);
        double[,] forces = { { 0.1, 0, -0.2 }, { -0.1, 0, 0.3 }, { 0.4, 0, 0 } };
        using var scope = NewDisposeScope();
        Assert.Equal([0, 0, 1, 0, 0, 0, 4, 0, 0], balanced.Violation(tensor(forces)).data<double>().ToArray(), (one, other) => Math.Abs(one - other) < 1e-12);
        NumericGradient.Check(balanced.Penalty, forces);
        Assert.Contains("must be (3, 3)", Assert.Throws<ArgumentException>(() => balanced.Violation(zeros(2, 3))).Message);
        Assert.Throws<ArgumentException>(() => new BalancedForces([]));
    }

    [Fact]
    public void A_predicted_stiffness_stores_the_energy_the_solver_found()
    {
        var body = Materials.Random(6, 1, 1, ElasticTensor.Isotropic(70, 26), ElasticTensor.Isotropic(300, 100));
        var effective = PeriodicElasticity.Homogenize(body, Materials.Exact).Tensor;
        VoigtVector[] strains = [new(0.01, 0, 0, 0, 0, 0), new(0.01, -0.01, 0, 0, 0, 0.02), new(0, 0, 0.01, 0.01, 0, 0)];
        var agreement = new StrainEnergyAgreement(
            StiffnessForm.Triclinic, [.. strains.Select(strain => SolvedEnergy.Of(0, PeriodicElasticity.Solve(body, MeanLoad.OfStrain(strain), Materials.Exact)))]);
        double[] constants = [.. from row in Enumerable.Range(1, 6) from column in Enumerable.Range(row, 7 - row) select effective[row, column]];
        using var scope = NewDisposeScope();
        Assert.InRange(agreement.Worst(tensor(constants).view(1, -1)), 0, 1e-8);
        Assert.Equal(0.1, agreement.Worst(tensor(constants).view(1, -1) * 1.1), 1e-8);
        NumericGradient.Check(table => agreement.Penalty(table), Table(constants));
        Assert.Contains("GPa of sample 0", Assert.Throws<ArgumentException>(() => new StrainEnergyAgreement(StiffnessForm.Cubic, new SolvedEnergy(0, strains[0], 0))).Message);
        var far = new StrainEnergyAgreement(StiffnessForm.Cubic, new SolvedEnergy(3, strains[0], 1));
        Assert.Contains("names sample 3", Assert.Throws<ArgumentException>(() => far.Violation(zeros(2, 3))).Message);
    }

    private static double[,] Table(double[] row)
    {
        var table = new double[1, row.Length];
        for (var i = 0; i < row.Length; i++) table[0, i] = row[i] + (i % 3);
        return table;
    }
}
