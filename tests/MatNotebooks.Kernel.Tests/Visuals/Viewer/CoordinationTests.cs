using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Tests.Visuals.Viewer;

public sealed class CoordinationTests
{
    [Fact]
    public void Quartz_is_a_framework_of_tetrahedra()
    {
        var coordination = Coordination.Of(Crystals.Quartz);
        Assert.All(Enumerable.Range(0, 3), silicon => Assert.Equal(4, coordination.Neighbors[silicon].Length));
        Assert.All(Enumerable.Range(3, 6), oxygen => Assert.Equal(2, coordination.Neighbors[oxygen].Length));
        Assert.All(coordination.Neighbors.SelectMany(own => own), neighbor => Assert.InRange(neighbor.Distance, 1.60, 1.62)); // Å, quartz at room temperature
    }

    [Theory]
    [InlineData("Cu", 3.61, 12)]
    [InlineData("Al", 4.05, 12)]
    public void Close_packed_metals_have_twelve_neighbours(string element, double a, int expected)
    {
        var crystal = new Crystal(Lattice.Cubic(a), [.. new Fractional[] { new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0) }.Select(at => new Site(element, at))]);
        Assert.All(Coordination.Of(crystal).Neighbors, own => Assert.Equal(expected, own.Length));
    }

    [Fact]
    public void Diamond_has_four() => Assert.All(
        Coordination.Of(new Crystal(Lattice.FromParameters(2.522, 2.522, 2.522, 60, 60, 60), [new("C", new(0, 0, 0)), new("C", new(0.25, 0.25, 0.25))])).Neighbors,
        own => Assert.Equal(4, own.Length));

    [Fact]
    public void Hydrogen_does_not_hide_the_bonds_between_heavier_atoms()
    {
        var neighbors = Coordination.Of(ViewerGallery.Ethanol).Neighbors;
        Assert.Equal([4, 4, 2, 1, 1, 1, 1, 1, 1], neighbors.Select(own => own.Length));
    }

    [Fact]
    public void A_neighbour_is_where_its_displacement_says()
    {
        var crystal = Crystals.Quartz;
        foreach (var (site, own) in Coordination.Of(crystal).Neighbors.Index())
            foreach (var neighbor in own)
            {
                var to = crystal.Sites[neighbor.Site].Position + new Fractional(neighbor.Shift.A, neighbor.Shift.B, neighbor.Shift.C);
                Assert.Equal(0, (crystal.Lattice.ToCartesian(to - crystal.Sites[site].Position) - neighbor.Displacement).Length, 9);
            }
    }

    [Fact]
    public void Polyhedra_are_whole_and_know_their_volume()
    {
        var view = new CrystalView(Crystals.Perovskite).WithPolyhedra("Ti") with { RepeatOnFaces = false };
        var solid = Assert.Single(SceneBuilder.Build(view).Solids);
        Assert.Equal(8, solid.Faces.Length);
        Assert.All(solid.Faces, face => Assert.Equal(3, face.Length));
        Assert.Contains("Polyhedra: 1 TiO₆ of 9.92 Å³", view.ToMimeBundle().PlainText, StringComparison.Ordinal); // 4/3 (3.905 / 2)³
    }

    [Fact]
    public void Corners_in_one_plane_make_one_face()
    {
        Cartesian[] cube = [.. from x in new[] { -1, 1 } from y in new[] { -1, 1 } from z in new[] { -1, 1 } select new Cartesian(x, y, z)];
        var faces = ConvexHull.Faces(cube);
        Assert.Equal(6, faces.Length);
        Assert.All(faces, face => Assert.Equal(4, face.Length));
        Assert.Equal(8, ConvexHull.Volume(cube), 9);
        Assert.Empty(ConvexHull.Faces(cube[..4]));
        Assert.Empty(ConvexHull.Faces([]));
    }

    [Fact]
    public void A_trajectory_draws_the_same_atoms_in_every_frame()
    {
        Crystal Frame(double z) => new(Lattice.Cubic(4), [new("Cs", new(0, 0, z)), new("Cl", new(0.5, 0.5, 0.5))]);
        var frames = new[] { Frame(-0.05), Frame(0.98), Frame(0) };
        var counts = frames.Select(frame => SceneBuilder.Build(new(frame), Coordination.Of(frame), frames[^1]).Atoms);
        Assert.All(counts, atoms => Assert.Equal(9, atoms.Length));
        Assert.Contains("Cs (site 0) moves farthest, 0.2 Å", new CrystalTrajectory(frames).ToMimeBundle().PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_must_hold_the_same_sites() => Assert.Contains(
        "Frame 1 holds", Assert.Throws<ArgumentException>(() => new CrystalTrajectory([Crystals.RockSalt, Crystals.Quartz])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_look_and_its_quaternion_turn_alike()
    {
        var lattice = Lattice.FromParameters(4.1, 5.2, 6.3, 80, 95, 110);
        foreach (var look in ViewCard.Of(new CrystalView(new(lattice, [new("Na", new(0, 0, 0))])), "").Looks.Values.Append(Look.Slanted).Append(Look.Turned(180)))
        {
            var (x, y, z, w) = look.Quaternion() is [var i, var j, var k, var r] ? (i, j, k, r) : default;
            Cartesian axis = new(x, y, z), place = new(0.3, -1.2, 2.1);
            var turned = place + (2 * axis.Cross(axis.Cross(place) + (w * place)));
            Assert.Equal(0, (turned - look.Seen(place)).Length, 9);
        }
    }

    [Fact]
    public void Values_as_labels_need_values() => Assert.Contains(
        "no values colour the atoms", Assert.Throws<ArgumentException>(() => new CrystalView(Crystals.RockSalt) { Labels = AtomLabels.Value }.ToMimeBundle()).Message, StringComparison.Ordinal);

    [Fact]
    public void Vectors_are_one_per_site() => Assert.Contains(
        "Vectors has 1 values", Assert.Throws<ArgumentException>(() => new CrystalView(Crystals.RockSalt).WithVectors("force", [new(0, 0, 1)]).ToMimeBundle()).Message, StringComparison.Ordinal);
}
