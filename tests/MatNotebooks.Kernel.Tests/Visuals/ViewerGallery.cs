using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>The gallery's crystals, molecules and trajectories.</summary>
internal static class ViewerGallery
{
    internal static Molecule Ethanol { get; } = new(
        [
            new("C", new(1.168, -0.392, 0)), new("C", new(0, 0.559, 0)), new("O", new(-1.191, -0.215, 0)),
            new("H", new(2.115, 0.154, 0)), new("H", new(1.130, -1.032, 0.885)), new("H", new(1.130, -1.032, -0.885)),
            new("H", new(0.033, 1.201, 0.887)), new("H", new(0.033, 1.201, -0.887)), new("H", new(-1.934, 0.391, 0)),
        ],
        "ethanol");

    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("CrystalViewPolyhedra", new CrystalView(Crystals.Perovskite).WithPolyhedra("Ti") with { Supercell = (2, 2, 2) }),
        ("CrystalViewQuartzPolyhedra", new CrystalView(Crystals.Quartz).WithPolyhedra() with { Supercell = (2, 2, 1), Style = AtomStyle.Sticks }),
        ("CrystalViewSpaceFilling", new CrystalView(Crystals.RockSalt) { Style = AtomStyle.SpaceFilling, Direction = ViewDirection.AlongC, Height = 420 }),
        ("CrystalViewVectors", new CrystalView(Crystals.Perovskite) { Labels = AtomLabels.Site }.WithVectors("force (eV/Å)", [new(0, 0, 0.1), new(0.3, 0.2, 0.6), new(0, 0, -0.5), new(0, -0.2, 0), new(-0.3, 0, 0)])),
        ("CrystalTrajectory", Trajectory()),
        ("MoleculeView", new MoleculeView(Ethanol)),
        ("MoleculeViewValues", new MoleculeView(Ethanol) { Labels = AtomLabels.Value, Style = AtomStyle.BallAndStick, Height = 360 }.WithAtomValues("charge (e)", [-0.23, 0.05, -0.58, 0.06, 0.06, 0.06, 0.08, 0.09, 0.41])),
    ];

    private static CrystalTrajectory Trajectory()
    {
        Crystal Frame(int step)
        {
            var off = 0.06 * Math.Exp(-step / 3.0);
            return new(Lattice.FromParameters(3.905, 3.905, 4.1 - (0.015 * step), 90, 90, 90),
                [.. Crystals.Perovskite.Sites.Select((site, index) => site.MovedTo(site.Position + new Fractional(0, 0, index == 0 ? -off / 4 : index == 1 ? off : -off)))], "SrTiO3, relaxed");
        }
        return new CrystalTrajectory([.. Enumerable.Range(0, 12).Select(Frame)]) { Show = view => view with { Height = 420 } }
            .WithValues("energy (eV)", [.. Enumerable.Range(0, 12).Select(step => -39.8 - (0.35 * (1 - Math.Exp(-step / 3.0))))]);
    }
}
