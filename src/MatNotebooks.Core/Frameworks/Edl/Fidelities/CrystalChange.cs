using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>Another description of the same crystal.</summary>
/// <param name="Name">Its name in tables.</param>
public abstract record CrystalChange(string Name)
{
    /// <summary>A turn, other order of sites, and a cell twice as large.</summary>
    public static IReadOnlyList<CrystalChange> All { get; } = [new Turned(), new Reordered(), new Doubled()];

    /// <summary>The crystal in another description.</summary>
    public abstract Crystal Apply(Crystal crystal);

    private sealed record Turned() : CrystalChange("rotation")
    {
        public override Crystal Apply(Crystal crystal)
        {
            var (sin, cos) = Math.SinCos(0.7);
            Cartesian Turn(Cartesian v) => new((cos * v.X) - (sin * v.Y), (sin * v.X) + (cos * v.Y), v.Z);
            Cartesian Tilt(Cartesian v) => new(v.X, (cos * v.Y) - (sin * v.Z), (sin * v.Y) + (cos * v.Z));
            var lattice = crystal.Lattice;
            return crystal.WithLattice(new(Tilt(Turn(lattice.A)), Tilt(Turn(lattice.B)), Tilt(Turn(lattice.C))));
        }
    }

    private sealed record Reordered() : CrystalChange("permutation")
    {
        public override Crystal Apply(Crystal crystal) => crystal.WithSites([.. crystal.Sites.Reverse()]);
    }

    private sealed record Doubled() : CrystalChange("supercell")
    {
        public override Crystal Apply(Crystal crystal) => crystal.Supercell(2, 1, 1);
    }
}
