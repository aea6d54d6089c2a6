using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Graphs;

/// <summary>Triclinic cells of any shape with atoms anywhere, also outside the cell, by seed.</summary>
internal static class RandomCrystals
{
    public static Crystal OfSeed(int seed, int mostAtoms = 12)
    {
        var random = new Random(seed);
        while (true)
        {
            try
            {
                var lattice = new Lattice(Vector(random), Vector(random), Vector(random));
                if (lattice.Volume < 4) continue;
                var sites = Enumerable.Range(0, random.Next(1, mostAtoms + 1)).Select(_ => new Site(PeriodicTable.OfNumber(random.Next(1, 104)), Place(random)));
                return new(lattice, [.. sites], $"seed {seed}");
            }
            catch (ArgumentException)
            {
                // The vectors span no volume: draw again.
            }
        }
    }

    private static Cartesian Vector(Random random) => new(Within(random, 7), Within(random, 7), Within(random, 7));

    private static Fractional Place(Random random) => new(Within(random, 3), Within(random, 3), Within(random, 3));

    private static double Within(Random random, double limit) => ((2 * random.NextDouble()) - 1) * limit;
}
