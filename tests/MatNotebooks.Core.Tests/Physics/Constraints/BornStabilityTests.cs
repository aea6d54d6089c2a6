using MatNotebooks.Physics.Constraints;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Physics.Constraints;

public sealed class BornStabilityTests
{
    /// <summary>The inequalities that Mouhat and Coudert list for each crystal system, beside the eigenvalues, at random constants.</summary>
    [Fact]
    public void In_every_crystal_system_the_eigenvalues_say_what_the_known_inequalities_say()
    {
        var known = new Dictionary<StiffnessForm, Func<double[], bool>>
        {
            [StiffnessForm.Cubic] = c => c[0] > Math.Abs(c[1]) && c[0] + (2 * c[1]) > 0 && c[2] > 0,
            [StiffnessForm.Hexagonal] = c => c[0] > Math.Abs(c[1]) && 2 * c[2] * c[2] < c[3] * (c[0] + c[1]) && c[4] > 0,
            [StiffnessForm.TetragonalHigh] = c => c[0] > Math.Abs(c[1]) && 2 * c[2] * c[2] < c[3] * (c[0] + c[1]) && c[4] > 0 && c[5] > 0,
            [StiffnessForm.TetragonalLow] = c => c[0] > Math.Abs(c[1]) && 2 * c[2] * c[2] < c[4] * (c[0] + c[1]) && c[5] > 0
                && 2 * c[3] * c[3] < c[6] * (c[0] - c[1]),
            [StiffnessForm.TrigonalHigh] = c => c[0] > Math.Abs(c[1]) && c[5] > 0 && 2 * c[2] * c[2] < c[4] * (c[0] + c[1])
                && 2 * c[3] * c[3] < c[5] * (c[0] - c[1]),
            [StiffnessForm.TrigonalLow] = c => c[0] > Math.Abs(c[1]) && c[6] > 0 && 2 * c[2] * c[2] < c[5] * (c[0] + c[1])
                && 2 * ((c[3] * c[3]) + (c[4] * c[4])) < c[6] * (c[0] - c[1]),
            [StiffnessForm.Orthorhombic] = c => c[0] > 0 && c[0] * c[3] > c[1] * c[1] && c[6] > 0 && c[7] > 0 && c[8] > 0
                && (c[0] * c[3] * c[5]) + (2 * c[1] * c[2] * c[4]) - (c[0] * c[4] * c[4]) - (c[3] * c[2] * c[2]) - (c[5] * c[1] * c[1]) > 0,
        };
        foreach (var (form, rule) in known)
        {
            var random = new Random(7);
            var stable = 0;
            for (var i = 0; i < 400; i++)
            {
                // Mostly stiff on the diagonal, so that either answer is frequent.
                double[] constants = [.. form.Constants.Select(name => ((name[1] == name[2] ? 0.8 : 0) + random.NextDouble() - 0.5) * 200)];
                Assert.Equal(rule(constants), form.Stiffness(constants).IsStable);
                using var scope = NewDisposeScope();
                Assert.Equal(rule(constants), new BornStability(form).Worst(tensor(constants).view(1, -1)) == 0);
                stable += rule(constants) ? 1 : 0;
            }
            Assert.InRange(stable, 20, 390);
        }
    }

    [Fact]
    public void Forms_put_each_constant_where_it_stands()
    {
        Assert.Equal([2, 3, 5, 6, 6, 7, 7, 9, 13, 21], StiffnessForm.All.Select(form => form.Constants.Count));
        var trigonal = StiffnessForm.TrigonalLow.Stiffness(100, 40, 30, 7, 3, 90, 35);
        Assert.Equal((30.0, 7.0, -7.0, 7.0, -3.0, -3.0), (trigonal[6, 6], trigonal[1, 4], trigonal[2, 4], trigonal[5, 6], trigonal[2, 5], trigonal[4, 6]));
        Assert.Equal(-9, StiffnessForm.TetragonalLow.Stiffness(100, 40, 30, 9, 90, 35, 20)[2, 6]);
        Assert.Equal(20, StiffnessForm.Isotropic.Stiffness(100, 60)[5, 5]);
        var all = StiffnessForm.Triclinic.Stiffness([.. Enumerable.Range(1, 21).Select(i => (double)i)]);
        Assert.Equal((6.0, 7.0, 21.0, 20.0), (all[1, 6], all[2, 2], all[6, 6], all[6, 5]));
        foreach (var form in StiffnessForm.All)
        {
            using var scope = NewDisposeScope();
            double[] constants = [.. form.Constants.Select((_, i) => 10.0 + i)];
            Assert.Equal(form.Stiffness(constants).ToArray().Cast<double>(), form.Matrices(tensor(constants).view(1, -1)).data<double>().ToArray());
        }
    }

    [Fact]
    public void The_penalty_has_the_gradient_of_its_differences_and_leads_to_a_stable_tensor()
    {
        double[,] constants = { { 100, 130, 40 }, { 90, 20, -15 }, { 100, 50, 40 } };
        var born = new BornStability(StiffnessForm.Cubic, margin: 5);
        NumericGradient.Check(born.Penalty, constants);
        using var scope = NewDisposeScope();
        var point = tensor(constants);
        Assert.Equal(0, born.Violation(point)[2].sum().item<double>());
        Assert.Equal(0.35, born.Worst(point), 1e-12); // C11 − C12 = −30, and 5 are asked for
        for (var i = 0; i < 200; i++)
        {
            var here = point.detach().requires_grad_(true);
            born.Penalty(here).backward();
            point = here.detach() - (here.grad! * 2000);
        }
        Assert.InRange(born.Worst(point), 0, 0.01);
    }

    [Fact]
    public void Too_few_constants_are_refused()
    {
        var few = Assert.Throws<ArgumentException>(() => new BornStability(StiffnessForm.Cubic).Violation(zeros(4, 2)));
        Assert.Contains("(4, 2); a cubic crystal needs (samples, 3): C11, C12, C44", few.Message);
        Assert.Contains("There are 2 constants", Assert.Throws<ArgumentException>(() => StiffnessForm.Cubic.Stiffness(1, 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BornStability(StiffnessForm.Cubic, margin: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BornStability(StiffnessForm.Cubic, scale: 0));
    }
}
