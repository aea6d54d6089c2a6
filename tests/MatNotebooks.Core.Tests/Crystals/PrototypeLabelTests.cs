using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Core.Tests.Crystals;

public sealed class PrototypeLabelTests
{
    private static readonly Crystal Salt = Prototypes.Rocksalt("Na", "Cl", 5.64);

    [SpglibFact]
    public void The_label_says_the_structure_type_and_not_the_elements()
    {
        Assert.Equal("AB Fm-3m (225): 4 4", PrototypeLabel.Of(Salt));
        Assert.Equal("AB Fm-3m (225): 4 4", PrototypeLabel.Of(Prototypes.Rocksalt("Mg", "O", 4.21)));
        Assert.Equal("AB F-43m (216): 4 4", PrototypeLabel.Of(Prototypes.Zincblende("Zn", "S", 5.41)));
        Assert.Equal("A Fd-3m (227): 8", PrototypeLabel.Of(Prototypes.Diamond("Si", 5.43)));
        Assert.Equal("ABC3 Pm-3m (221): 1 1 3", PrototypeLabel.Of(Prototypes.Perovskite("Sr", "Ti", "O", 3.9)));
    }

    [SpglibFact]
    public void Cell_origin_order_and_names_of_sites_do_not_matter()
    {
        var label = PrototypeLabel.Of(Salt);
        Assert.Equal(label, PrototypeLabel.Of(SymmetryFinder.PrimitiveCell(Salt)));
        Assert.Equal(label, PrototypeLabel.Of(Salt.Supercell(2, 1, 1)));
        Assert.Equal(label, PrototypeLabel.Of(Salt.Supercell(1, 2, 3).Translated(new(0.13, 0.7, 0.01))));
        Assert.Equal(label, PrototypeLabel.Of(Salt.WithSites([.. Salt.Sites.Reverse()])));
        // The A and the B site of a perovskite trade places when the origin moves.
        Assert.Equal(
            PrototypeLabel.Of(Prototypes.Perovskite("Sr", "Ti", "O", 3.9)),
            PrototypeLabel.Of(Prototypes.Perovskite("Sr", "Ti", "O", 3.9).Translated(new(0.5, 0.5, 0.5))));
    }

    [SpglibFact]
    public void A_structure_type_is_left_out_whole()
    {
        Crystal[] crystals =
        [
            Salt, Prototypes.Rocksalt("Mg", "O", 4.21), Prototypes.Zincblende("Zn", "S", 5.41), Prototypes.Bcc("Fe", 2.87), Salt.Supercell(2, 2, 1),
        ];
        var splits = LeavePrototypeOut.Of(crystals, 1, validation: 0, fewest: 2);
        Assert.Equal("AB Fm-3m (225): 4 4: 2 rows train, 0 decide when to stop, 3 judge", Assert.Single(splits).ToString());
        var once = LeavePrototypeOut.Once(crystals, 1, validation: 0, test: 0.3);
        Assert.Empty(once.LeakedGroups(PrototypeLabel.OfMany(crystals)));
    }
}
