using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Quality;
using MatNotebooks.Frameworks.PgGos.Reinforcement;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Reinforcement;

public sealed class DesignRewardTests
{
    private static readonly Crystal Salt = Prototypes.Rocksalt("Na", "Cl", 5.64);

    [Fact]
    public void Misses_doubt_and_residuals_are_added_up()
    {
        var reward = new DesignReward(new Told(new(2.5, 0.2)), [new("gap", 2, 0.5)]) { Caution = 0.5, Residuals = [(3, _ => 0.1)] };
        Assert.Equal(-(1 + (0.5 * 0.2 / 0.5) + 0.3), reward.Of([Salt])[0], 12);
        Assert.Equal(-10, new DesignReward(new Told(null), [new("gap", 2, 0.5)]).Of([Salt])[0]);
        Assert.Equal(-10, new DesignReward(new Told(new(1e9, 0)), [new("gap", 2, 0.5)]).Of([Salt])[0]);
    }

    [Fact]
    public void Bad_wishes_are_one_clear_error()
    {
        Assert.Contains("The tolerance of gap is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new WantedValue("gap", 2, 0)).Message);
        Assert.Contains("1 properties and 2 are wanted", Assert.Throws<ArgumentException>(
            () => new DesignReward(new Told(new(1, 0)), [new("gap", 2, 1), new("strain", 0, 1)]).Of([Salt])).Message);
    }

    [Fact]
    public void Residuals_are_zero_where_the_law_holds()
    {
        Assert.Equal(0, PhysicalResiduals.Overlap(Salt));
        Assert.Equal(0.5, PhysicalResiduals.Overlap(Prototypes.Rocksalt("Na", "Cl", 5.64).WithVolume(8 * Math.Pow(0.75 * (1.66 + 1.02) / 2, 3))), 1e-3);
        Assert.Equal((0.0, 1.0), (PhysicalResiduals.Imbalance(Salt), PhysicalResiduals.Imbalance(Prototypes.Rocksalt("Na", "He", 5))));
    }

    private sealed class Told(PropertyEstimate? answer) : IPropertyEstimator
    {
        public IReadOnlyList<PropertyEstimate[]?> Estimate(IReadOnlyList<Crystal> crystals) => [.. crystals.Select(_ => answer is { } one ? new[] { one } : null)];
    }
}
