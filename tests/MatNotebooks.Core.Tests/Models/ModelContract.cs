using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models;

/// <summary>What every model that reads crystals owes: the symmetries of a crystal, batches that do not mix, gradients that are right.</summary>
public abstract class ModelContract
{
    private const double Same = 2e-5; // single precision, sums in another order

    private static readonly GraphOptions Neighbors = new() { Cutoff = 6, MaxNeighbors = null };

    /// <summary>The model under test with fresh weights.</summary>
    protected abstract PropertyModel Build(int seed = 0);

    /// <summary>What the prediction is multiplied with in a doubled cell: 1, or 2 for targets of the cell.</summary>
    protected virtual double FactorOfDoubledCell => 1;

    [Fact]
    public void The_order_of_the_sites_does_not_matter()
    {
        var crystal = Triclinic(1);
        var other = crystal.WithSites([.. crystal.Sites.Reverse()]);
        AssertSame(crystal, other);
    }

    [Fact]
    public void A_turned_crystal_is_the_same_crystal()
    {
        var crystal = Triclinic(2);
        var (sin, cos) = Math.SinCos(0.7);
        Cartesian Turn(Cartesian v) => new((cos * v.X) - (sin * v.Y), (sin * v.X) + (cos * v.Y), v.Z);
        Cartesian Tilt(Cartesian v) => new(v.X, (cos * v.Y) - (sin * v.Z), (sin * v.Y) + (cos * v.Z));
        var lattice = crystal.Lattice;
        AssertSame(crystal, crystal.WithLattice(new(Tilt(Turn(lattice.A)), Tilt(Turn(lattice.B)), Tilt(Turn(lattice.C)))));
    }

    [Fact]
    public void A_moved_crystal_is_the_same_crystal() => AssertSame(Triclinic(3), Triclinic(3).Translated(new(0.31, 0.47, 0.83)));

    [Fact]
    public void A_doubled_cell_is_the_same_crystal()
    {
        using var model = Build();
        var crystal = Triclinic(4);
        var (one, two) = (Predict(model, crystal), Predict(model, crystal.Supercell(2, 1, 1)));
        for (var target = 0; target < one.Length; target++)
            Assert.Equal(one[target] * FactorOfDoubledCell, two[target], Same * Math.Max(1, Math.Abs(two[target])));
    }

    [Fact]
    public void A_batch_says_of_each_crystal_what_it_says_of_it_alone()
    {
        using var model = Build();
        Crystal[] crystals = [Triclinic(5), IsolatedAtom(), Triclinic(6), SingleAtomCell()];
        var together = Predict(model, crystals);
        double[] alone = [.. crystals.SelectMany(crystal => Predict(model, crystal))];
        Assert.All(together.Zip(alone), pair => Assert.Equal(pair.Second, pair.First, Same));
    }

    [Fact]
    public void Isolated_atoms_and_single_atom_cells_are_predicted()
    {
        using var model = Build();
        Assert.All(Predict(model, IsolatedAtom(), SingleAtomCell()), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        using var model = Build();
        model.to(ScalarType.Float64);
        model.eval();
        var batch = BatchOf([Triclinic(7), Triclinic(8), SingleAtomCell()]);
        using var scope = NewDisposeScope();
        Loss(model, batch).backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (parameter.grad is not { } gradient) continue;
            var place = Enumerable.Range(0, (int)parameter.numel()).MaxBy(i => Math.Abs(gradient.contiguous().data<double>()[i]));
            var expected = FiniteDifference(model, batch, parameter, place);
            var actual = gradient.contiguous().data<double>()[place];
            Assert.True(Math.Abs(actual - expected) <= 1e-6 * Math.Max(1, Math.Abs(expected)), $"{name}[{place}]: gradient {actual}, difference {expected}");
        }
    }

    [Fact]
    public void A_saved_model_says_the_same_when_loaded()
    {
        using var first = Build(seed: 1);
        using var second = Build(seed: 2);
        var file = Path.Combine(Path.GetTempPath(), $"matnb-{Guid.NewGuid():n}.dat");
        try
        {
            first.save(file);
            Assert.NotEqual(Predict(first, Triclinic(9)), Predict(second, Triclinic(9)));
            second.load(file);
            Assert.Equal(Predict(first, Triclinic(9)), Predict(second, Triclinic(9)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_same_seed_builds_the_same_model()
    {
        using var first = Build(seed: 3);
        using var second = Build(seed: 3);
        Assert.Equal(Predict(first, Triclinic(10)), Predict(second, Triclinic(10)));
    }

    /// <summary>A batch with the conditions the model reads.</summary>
    protected static GraphBatch BatchOf(Crystal[] crystals, int conditions) => GraphBatch.Of(
        CrystalGraph.OfMany(crystals, Neighbors),
        conditions == 0 ? null : [.. Enumerable.Range(0, crystals.Length * conditions).Select(place => 0.3f * (place % conditions))]);

    /// <summary>What the model says | (crystals × targets).</summary>
    protected static double[] Predict(PropertyModel model, params Crystal[] crystals)
    {
        model.eval();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return model.call(BatchOf(crystals, model.Conditions)).to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>Five atoms of four elements in a crooked cell.</summary>
    protected static Crystal Triclinic(int seed)
    {
        var random = new Random(seed);
        string[] symbols = ["Li", "O", "Ti", "O", "Yb"];
        ImmutableArray<Site> sites = [.. symbols.Select((symbol, place) => new Site(
            PeriodicTable.Find(symbol), new((place + (0.3 * random.NextDouble())) / 5, random.NextDouble(), random.NextDouble())))];
        return new(Lattice.FromParameters(8.1, 4.4, 5.2, 82, 97, 105), sites);
    }

    private static Crystal IsolatedAtom() => new(Lattice.Cubic(40), [new(PeriodicTable.Find("Ar"), default(Fractional))]);

    private static Crystal SingleAtomCell() => new(Lattice.Cubic(3), [new(PeriodicTable.Find("Po"), default(Fractional))]);

    private void AssertSame(Crystal first, Crystal second)
    {
        using var model = Build();
        var (one, two) = (Predict(model, first), Predict(model, second));
        Assert.All(one.Zip(two), pair => Assert.Equal(pair.First, pair.Second, Same * Math.Max(1, Math.Abs(pair.First))));
    }

    private GraphBatch BatchOf(Crystal[] crystals)
    {
        using var model = Build();
        return BatchOf(crystals, model.Conditions);
    }

    private static Tensor Loss(PropertyModel model, GraphBatch batch)
    {
        var (prediction, penalty) = model.ForwardWithPenalty(batch);
        var loss = (prediction * prediction).sum();
        return penalty is null ? loss : loss + penalty;
    }

    private static double FiniteDifference(PropertyModel model, GraphBatch batch, Tensor parameter, int place)
    {
        const double step = 1e-5;
        using var still = no_grad();
        var values = parameter.view(-1);
        double LossAt(double shift)
        {
            values.narrow(0, place, 1).add_(shift);
            var loss = Loss(model, batch).ToDouble();
            values.narrow(0, place, 1).sub_(shift);
            return loss;
        }
        return (LossAt(step) - LossAt(-step)) / (2 * step);
    }
}
