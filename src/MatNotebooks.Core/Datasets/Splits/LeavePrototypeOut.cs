using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Splits;

/// <summary>Leaves a structure type out: every crystal of it judges a model that has never seen the type. See <see cref="PrototypeLabel"/>.</summary>
public static class LeavePrototypeOut
{
    /// <summary>Divides crystals, once per structure type that has enough of them; <see cref="DataSplit.Name"/> is its label.</summary>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <param name="seed">Seed that takes the validation types out of those that train; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the types that train that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="fewest">Types with fewer crystals train, and do not judge | at least 1. The default is 1.</param>
    /// <exception cref="ArgumentException">There is one type only, or none has enough crystals.</exception>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry of a crystal.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<Crystal> crystals, int seed, double validation = 0.1, int fewest = 1) =>
        LeaveGroupOut.Of(PrototypeLabel.OfMany(crystals), seed, validation, fewest);

    /// <summary>Divides crystals once: whole structure types judge until they have a share of the types.</summary>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <param name="seed">Seed of the shuffle of the types; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the types that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the types that judge | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">The shares leave a part without types.</exception>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry of a crystal.</exception>
    public static DataSplit Once(IReadOnlyList<Crystal> crystals, int seed, double validation = 0.1, double test = 0.1) =>
        GroupSplit.Of(PrototypeLabel.OfMany(crystals), seed, validation, test);
}
