using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Simulation;

public sealed class LatticeScanTests
{
    [Fact]
    public void A_walk_from_any_guess_ends_with_two_points_on_either_side_of_the_lowest() =>
        Prop.ForAll(
            (from guess in Gen.Choose(3000, 8000) from best in Gen.Choose(-15, 15) select (guess / 1000.0, guess / 1000.0 * (1 + (best / 100.0)))).ToArbitrary(),
            pair =>
            {
                var (guess, best) = pair;
                var points = Walk([], guess, best);
                var sorted = points.OrderBy(point => point.LatticeConstant).ToList();
                var lowest = sorted.IndexOf(sorted.MinBy(point => point.Energy));
                Assert.InRange(lowest, 2, sorted.Count - 3);
                Assert.Contains(points, point => point.LatticeConstant == guess);
                foreach (var (left, right) in sorted.Zip(sorted.Skip(1)))
                    Assert.Equal(0.03 * guess, right.LatticeConstant - left.LatticeConstant, 2.1e-4);
                Assert.Equal(0, LatticeScan.LeastMissing(points));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_good_guess_costs_five_points() => Assert.Equal(5, Walk([], 5, 5.01).Count);

    [Fact]
    public void A_curve_that_was_begun_goes_on_in_its_own_steps()
    {
        var points = Walk([At(4, 4.3), At(4.1, 4.3), At(4.2, 4.3)], 9, 4.3);
        Assert.Equal([4, 4.1, 4.2, 4.3, 4.4, 4.5], points.Select(point => point.LatticeConstant).Order());
    }

    [Fact]
    public void What_is_missing_at_least_is_counted()
    {
        Assert.Equal(5, LatticeScan.LeastMissing([]));
        Assert.Equal(4, LatticeScan.LeastMissing([At(4, 4)]));
        Assert.Equal(3, LatticeScan.LeastMissing([At(4, 4), At(4.1, 4)]));
        Assert.Equal(1, LatticeScan.LeastMissing([At(4, 4), At(4.1, 4), At(4.2, 4), At(3.9, 4)]));
    }

    private static List<CurvePoint> Walk(IEnumerable<CurvePoint> start, double guess, double best)
    {
        var points = start.ToList();
        while (LatticeScan.Next(points, guess) is { } next)
        {
            points.Add(At(next, best));
            Assert.True(points.Count <= 20, "the walk does not end");
        }
        return points;
    }

    private static CurvePoint At(double latticeConstant, double best) => new(latticeConstant, (latticeConstant - best) * (latticeConstant - best));
}
