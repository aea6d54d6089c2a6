using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Tests.Visuals.Viewer;

public sealed class SceneTests
{
    [Fact]
    public void Atoms_on_faces_edges_and_corners_are_repeated() => // 8 corners and 6 faces of Na; 12 edges and the middle of Cl
        Assert.Equal(27, SceneBuilder.Build(new(Crystals.RockSalt)).Atoms.Length);

    [Fact]
    public void Without_repeats_a_cell_has_its_own_atoms() =>
        Assert.Equal(8 * 6, SceneBuilder.Build(new(Crystals.RockSalt) { RepeatOnFaces = false, Supercell = (2, 3, 1) }).Atoms.Length);

    [Fact]
    public void Rock_salt_is_joined_along_its_edges_alone()
    {
        var sticks = SceneBuilder.Build(new(Crystals.RockSalt)).Sticks;
        Assert.Equal(2 * 54, sticks.Length); // a 3×3×3 grid has 54 nearest pairs, each of two halves
        Assert.All(sticks, stick => Assert.Equal(5.64 / 4, (stick.To - stick.From).Length, 9));
    }

    [Fact]
    public void In_perovskite_titanium_holds_its_six_oxygens_and_strontium_none() =>
        Assert.Equal(2 * 6, SceneBuilder.Build(new(Crystals.Perovskite)).Sticks.Length);

    [Fact]
    public void Caesium_chloride_joins_no_caesium_to_caesium()
    {
        var crystal = new Crystal(Lattice.Cubic(4.12), [new(PeriodicTable.Find("Cs"), new(0, 0, 0)), new(PeriodicTable.Find("Cl"), new(0.5, 0.5, 0.5))]);
        Assert.Equal(2 * 8, SceneBuilder.Build(new(crystal)).Sticks.Length);
    }

    [Fact]
    public void A_salt_keeps_the_bonds_inside_its_anions()
    {
        // Two ions of a peroxide, O–O 1.49 Å, beside barium
        var crystal = new Crystal(Lattice.Cubic(6), [new(PeriodicTable.Find("Ba"), new(0.05, 0.5, 0.5)), new(PeriodicTable.Find("O"), new(0.5, 0.5, 0.376)), new(PeriodicTable.Find("O"), new(0.5, 0.5, 0.624))]);
        Assert.Contains(SceneBuilder.Build(new(crystal)).Sticks, stick => Math.Abs((stick.To - stick.From).Length - 0.744) < 1e-3);
    }

    [Fact]
    public void Each_weight_is_drawn_inside_the_cell_or_at_its_site()
    {
        var weights = new BondWeight[] { new(1, new(1.9525, 0, 0), 1), new(0, new(-3.905, 0, 0), 0.5) };
        var sticks = SceneBuilder.Build(new CrystalView(Crystals.Perovskite).WithBondWeights("attention", weights)).Sticks;
        Assert.Equal(1 + 4, sticks.Length); // titanium once; strontium on the four corners whose neighbour at −a is in the cell
        Assert.True(sticks[0].Radius > sticks[1].Radius);
    }

    [Fact]
    public void The_scene_keeps_distances_and_hands()
    {
        var lattice = Lattice.FromParameters(4.1, 5.2, 6.3, 80, 95, 110);
        var frame = new SceneFrame(lattice, (1, 1, 1));
        var (a, b, c) = (frame.Turn(lattice.A), frame.Turn(lattice.B), frame.Turn(lattice.C));
        Assert.Equal(4.1, a.Length, 9);
        Assert.Equal(lattice.A.Dot(lattice.B), a.Dot(b), 9);
        Assert.Equal(lattice.A.Dot(lattice.B.Cross(lattice.C)), a.Dot(b.Cross(c)), 6);
        Assert.Equal((0.0, 6.3), (Math.Round(c.X, 9), Math.Round(c.Y, 9)));
    }

    [Fact]
    public void The_whole_crystal_stays_on_its_stage()
    {
        var view = new CrystalView(Crystals.Quartz) { Supercell = (1, 1, 3) };
        var scene = SceneBuilder.Build(view);
        var stage = Stage.Of(ViewCard.Of(view, ""), [scene]);
        foreach (var atom in scene.Atoms)
        {
            var seen = stage.Seen(atom.Position);
            var ((x, y), radius) = (stage.OnPaper(seen), atom.Radius * stage.PixelsPerAngstrom(seen));
            Assert.InRange(x, stage.Area.Left + radius, stage.Area.Right - radius);
            Assert.InRange(y, stage.Area.Top + radius, stage.Area.Bottom - radius);
        }
    }
}
