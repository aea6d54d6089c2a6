using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Crystals;

public class PrototypesTests
{
    public static TheoryData<Crystal, string, int, double> Known => new()
    {
        { Prototypes.SimpleCubic("Po", 3.359), "Po", 221, 3.359 },
        { Prototypes.Bcc("Fe", 2.8665), "Fe2", 229, 2.48246 },
        { Prototypes.Fcc("Cu", 3.6149), "Cu4", 225, 2.55612 },
        { Prototypes.Hcp("Mg", 3.2094, 5.2108), "Mg2", 194, 3.19711 },
        { Prototypes.Hcp("Mg", 3.2), "Mg2", 194, 3.2 },
        { Prototypes.Diamond("Si", 5.431), "Si8", 227, 2.35169 },
        { Prototypes.Rocksalt("Na", "Cl", 5.6402), "Na4Cl4", 225, 2.8201 },
        { Prototypes.CaesiumChloride("Cs", "Cl", 4.123), "CsCl", 221, 3.57062 },
        { Prototypes.Zincblende("Zn", "S", 5.4093), "Zn4S4", 216, 2.34230 },
        { Prototypes.Wurtzite("Zn", "O", 3.2495, 5.2069, 0.3819), "Zn2O2", 186, 1.97431 },
        { Prototypes.Wurtzite("Ga", "N", 3.19), "Ga2N2", 186, 1.95347 },
        { Prototypes.Fluorite("Ca", "F", 5.463), "Ca4F8", 225, 2.36555 },
        { Prototypes.Perovskite("Sr", "Ti", "O", 3.905), "SrTiO3", 221, 1.9525 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Have_their_composition_space_group_and_bond(Crystal crystal, string composition, int spaceGroup, double bond)
    {
        Assert.Equal(composition, crystal.Composition.ToString());
        Assert.Equal(bond, crystal.ShortestDistance(), 1e-5);
        if (SymmetryFinder.IsAvailable) Assert.Equal(spaceGroup, SymmetryFinder.Find(crystal).Number);
    }
}
