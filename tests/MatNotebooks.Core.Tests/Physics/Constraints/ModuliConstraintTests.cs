using MatNotebooks.Physics;
using MatNotebooks.Physics.Constraints;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Physics.Constraints;

public sealed class ModuliConstraintTests
{
    [Fact]
    public void A_modulus_keeps_between_Reuss_and_Voigt()
    {
        var bounds = new ReussVoigtBounds(reuss: 2, modulus: 0, voigt: 1);
        using var scope = NewDisposeScope();
        Assert.Equal(0, bounds.Worst(tensor(new[,] { { 100.0, 110, 90 } })));
        Assert.Equal([0, 0.2, 0.3, 0], bounds.Violation(tensor(new[,] { { 130.0, 110, 90 }, { 60, 110, 90 } })).data<double>().ToArray(), Near);
        NumericGradient.Check(bounds.Penalty, new[,] { { 130.0, 110, 90 }, { 60, 110, 90 }, { 100, 110, 90 } });
        Assert.Contains("Column 2 is asked for", Assert.Throws<ArgumentException>(() => bounds.Violation(zeros(3, 2))).Message);
        Assert.Contains("must be a table", Assert.Throws<ArgumentException>(() => bounds.Violation(zeros(3))).Message);
    }

    [Fact]
    public void Moduli_keep_within_the_bounds_of_the_tensor_beside_them()
    {
        var within = new ModuliWithinTensor(StiffnessForm.Hexagonal, bulk: 5, shear: 6);
        double[] zinc = [165, 31, 50, 62, 39]; // far from isotropic
        var tensorOfZinc = StiffnessForm.Hexagonal.Stiffness(zinc);
        using var scope = NewDisposeScope();
        Assert.Equal(0, within.Worst(Row(tensorOfZinc.BulkModulus, tensorOfZinc.ShearModulus)));
        Assert.Equal([(tensorOfZinc.ReussBulkModulus - 10) / 100, 0, 0, (90 - tensorOfZinc.VoigtShearModulus) / 100],
            within.Violation(Row(10, 90)).data<double>().ToArray(), Near);
        double[,] table = { { 165, 31, 50, 62, 39, 10, 90 }, { 165, 31, 50, 62, 39, 120, 10 }, { 165, 31, 50, -62, 39, 10, 10 } }; // the last is not stable
        NumericGradient.Check(within.Penalty, table);
        Assert.Equal(0, within.Violation(tensor(table))[2, 0].item<double>());

        Tensor Row(double bulk, double shear) => tensor([.. zinc, bulk, shear]).view(1, -1);
    }

    [Fact]
    public void Youngs_modulus_and_Poissons_ratio_fit_bulk_and_shear()
    {
        var moduli = new IsotropicModuli(bulk: 0, shear: 1, young: 2, poisson: 3);
        double[] steel = [160, 80, 9.0 * 160 * 80 / ((3 * 160) + 80), ((3.0 * 160) - (2 * 80)) / (2 * ((3 * 160) + 80))];
        using var scope = NewDisposeScope();
        Assert.Equal(0, moduli.Worst(tensor(steel).view(1, -1)), 1e-12);
        Assert.Equal(2 * 0.1 * 5.6, moduli.Worst(tensor([.. steel[..3], steel[3] + 0.1]).view(1, -1)), 1e-12);
        NumericGradient.Check(moduli.Penalty, new[,] { { 160.0, 80, 190, 0.2 }, { 10, 0, -3, 0.6 } });
        Assert.Equal(1, new IsotropicModuli(0, 1, null, 2).Violation(zeros(4, 3)).shape[1]);
        Assert.Contains("Neither", Assert.Throws<ArgumentException>(() => new IsotropicModuli(0, 1, null, null)).Message);
    }

    [Fact]
    public void The_physics_loss_is_the_weighted_sum()
    {
        var (bounds, moduli) = (new ReussVoigtBounds(0, 1, 2), new IsotropicModuli(1, 0, 2, null));
        using var scope = NewDisposeScope();
        var point = tensor(new[,] { { 50.0, 30, 20 } });
        var sum = bounds.Penalty(point).item<double>() + moduli.Penalty(point).item<double>();
        Assert.Equal(0.3 * sum, new PhysicsPenalty(0.3, bounds, moduli).Of(point).item<double>(), 1e-12);
        Assert.Equal(0, new PhysicsPenalty(0.3).Of(point).item<double>());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhysicsPenalty(-1));
        NumericGradient.Check(new PhysicsPenalty(0.3, bounds, moduli).Of, new[,] { { 50.0, 30, 20 } });
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-12;
}
