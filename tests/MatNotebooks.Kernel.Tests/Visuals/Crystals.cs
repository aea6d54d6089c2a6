using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>A few well-known crystals (lattice constants and positions of textbooks).</summary>
internal static class Crystals
{
    internal static Crystal RockSalt { get; } = new(
        Lattice.Cubic(5.64),
        [.. Face.Select(at => At("Na", at.A, at.B, at.C)), .. Face.Select(at => At("Cl", at.A + 0.5, at.B, at.C))], "rock salt");

    internal static Crystal Perovskite { get; } = new(
        Lattice.Cubic(3.905), [At("Sr", 0, 0, 0), At("Ti", 0.5, 0.5, 0.5), At("O", 0.5, 0.5, 0), At("O", 0.5, 0, 0.5), At("O", 0, 0.5, 0.5)]);

    internal static Crystal Quartz { get; } = new(
        Lattice.FromParameters(4.913, 4.913, 5.405, 90, 90, 120),
        [
            At("Si", 0.4697, 0, 0.3333), At("Si", 0, 0.4697, 0.6667), At("Si", 0.5303, 0.5303, 0),
            At("O", 0.4133, 0.2672, 0.2145), At("O", 0.7328, 0.1461, 0.5478), At("O", 0.8539, 0.5867, 0.8812),
            At("O", 0.2672, 0.4133, 0.7855), At("O", 0.1461, 0.7328, 0.4522), At("O", 0.5867, 0.8539, 0.1188),
        ],
        "quartz");

    private static Fractional[] Face => [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];

    private static Site At(string symbol, double a, double b, double c) => new(PeriodicTable.Find(symbol), new(a, b, c));
}
