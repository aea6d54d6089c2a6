using MatNotebooks.Chemistry;

namespace MatNotebooks.Datasets.Splits;

/// <summary>Divisions by chance in which no reduced formula stands on both sides: Fe2O3 and Fe4O6 stay together.</summary>
public static class CompositionSplit
{
    /// <summary>Divides rows once.</summary>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <param name="seed">Seed of the shuffle of the formulas; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the formulas that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the formulas that judge | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">The shares leave a part without formulas.</exception>
    public static DataSplit Of(IReadOnlyList<Composition> compositions, int seed, double validation = 0.1, double test = 0.1) =>
        GroupSplit.Of(Formulas(compositions), seed, validation, test);

    /// <summary>Divides rows once per fold.</summary>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <param name="folds">How many folds, 2 to the number of formulas.</param>
    /// <param name="seed">Seed of the shuffle of the formulas; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the formulas that train that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Too few formulas for the folds.</exception>
    public static IReadOnlyList<DataSplit> Folds(IReadOnlyList<Composition> compositions, int folds, int seed, double validation = 0.1) =>
        GroupFolds.Of(Formulas(compositions), folds, seed, validation);

    private static string[] Formulas(IReadOnlyList<Composition> compositions) => [.. compositions.Select(composition => composition.ReducedFormula)];
}
