using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Filters;
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
    public void A_filter_costs_nothing_where_it_passes_and_at_most_one()
    {
        var filter = new DistanceFilter();
        var (near, nearer) = (FilterExcess.Of(filter, Salt.WithVolume(0.08 * Salt.Volume)), FilterExcess.Of(filter, Salt.WithVolume(0.04 * Salt.Volume)));
        Assert.Equal(0, FilterExcess.Of(filter, Salt));
        Assert.True(near > 0 && nearer >= near && nearer <= 1, $"{near} {nearer}");
        Assert.InRange(FilterExcess.Of(new NeutralityFilter(), Prototypes.Rocksalt("Na", "Xe", 5)), 0, 1);
    }

    private sealed class Told(PropertyEstimate? answer) : IPropertyEstimator
    {
        public IReadOnlyList<PropertyEstimate[]?> Estimate(IReadOnlyList<Crystal> crystals) => [.. crystals.Select(_ => answer is { } one ? new[] { one } : null)];
    }
}
