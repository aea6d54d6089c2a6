using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

public sealed class EquilibriumTests
{
    [Fact]
    public void Logarithmic_layers_are_filled_like_vessels()
    {
        // w/(s + r) = μ with Σr = 10: μ = (1 + 3)/(10 + 2 + 4), by hand.
        var rest = Equilibrium.Of([new LogarithmicUtility(1, 2), new LogarithmicUtility(3, 4)], 10);
        Assert.Equal(0.25, rest.Price, 12);
        Assert.Equal([2, 8], rest.Cores.Select(cores => Math.Round(cores, 9)));
        Assert.True(rest.Residual < 1e-9, $"KKT residual {rest.Residual}");
    }

    [Fact]
    public void A_layer_whose_first_core_is_not_worth_the_price_gets_none()
    {
        var rest = Equilibrium.Of([new LogarithmicUtility(1, 100), new LogarithmicUtility(10, 1), new LinearUtility(0.5)], 12);
        Assert.Equal(0, rest.Cores[0]);
        Assert.Equal(12, rest.Cores.Sum());
        Assert.Equal(10.0 / 13, rest.Price, 9); // 10/(1 + 12): above the linear slope, so the second layer has all
    }

    [Fact]
    public void Capacities_are_kept_and_what_nobody_can_use_is_said()
    {
        var full = Equilibrium.Of([new LinearUtility(1) { Capacity = 3 }, new LogarithmicUtility(1, 1)], 10);
        Assert.Equal([3, 7], full.Cores.Select(cores => Math.Round(cores, 9)));
        var spare = Equilibrium.Of([new LinearUtility(1) { Capacity = 3 }, new LinearUtility(2) { Capacity = 0 }], 10);
        Assert.Equal(7, spare.Unusable);
        Assert.Equal(10, spare.Cores.Sum());
    }

    [Fact]
    public void No_other_division_is_worth_more()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            LayerUtility[] layers =
            [
                new LogarithmicUtility(random.NextDouble(), 0.1 + random.NextDouble()), new SaturatingUtility(random.NextDouble(), 0.1 + random.NextDouble()),
                new StalenessUtility(0.01 + random.NextDouble()), new LinearUtility(random.NextDouble() * 0.2) { Capacity = random.NextDouble() * 5 },
            ];
            var budget = 0.5 + (8 * random.NextDouble());
            var rest = Equilibrium.Of(layers, budget);
            Assert.Equal(budget, rest.Cores.Sum(), 12);
            Assert.True(rest.Residual < 1e-6, $"KKT residual {rest.Residual} in trial {trial}: {rest} {string.Join(", ", rest.Cores)} of {string.Join<LayerUtility>("; ", layers)}");
            double Worth(IReadOnlyList<double> cores) => layers.Select((layer, place) => layer.Of(cores[place])).Sum();
            for (var other = 0; other < 20; other++)
            {
                double[] moved = [.. rest.Cores];
                var (from, to) = (random.Next(4), random.Next(4));
                var amount = moved[from] * random.NextDouble() * 0.5;
                if (moved[to] + amount > layers[to].Capacity) continue;
                (moved[from], moved[to]) = (moved[from] - amount, from == to ? moved[to] : moved[to] + amount);
                Assert.True(Worth(moved) <= Worth(rest.Cores) + 1e-9, $"trial {trial}: {string.Join(", ", moved)} is worth more than {string.Join(", ", rest.Cores)}");
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_budget_that_is_none_is_refused(double budget) =>
        Assert.Contains("budget is", Assert.Throws<ArgumentOutOfRangeException>(() => Equilibrium.Of([new LinearUtility(1)], budget)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_utility_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearUtility(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StalenessUtility(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogarithmicUtility(1, 0));
    }

    [Fact]
    public void Cores_are_rounded_to_the_budget()
    {
        var whole = new int[3];
        BudgetSum.Round([1.4, 1.4, 1.2], 4, whole);
        Assert.Equal(4, whole.Sum());
        BudgetSum.Round([0, 0, 0], 16, whole);
        Assert.Equal([6, 5, 5], whole);
    }
}
