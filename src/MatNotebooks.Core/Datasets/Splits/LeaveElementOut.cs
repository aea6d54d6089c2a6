using MatNotebooks.Chemistry;

namespace MatNotebooks.Datasets.Splits;

/// <summary>Leaves an element out: every row that holds it judges, so that a model meets an element it has never seen.</summary>
public static class LeaveElementOut
{
    /// <summary>Divides rows by one element.</summary>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <param name="element">The element; a cell may write "Fe".</param>
    /// <param name="seed">Seed that takes the validation rows out of those that train.</param>
    /// <param name="validation">Share of what trains that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">No row holds the element, or every one does.</exception>
    public static DataSplit Of(IReadOnlyList<Composition> compositions, Element element, int seed, double validation = 0.1)
    {
        var holds = Enumerable.Range(0, compositions.Count).ToLookup(row => compositions[row][element] > 0);
        if (!holds[true].Any() || !holds[false].Any())
            throw new ArgumentException(
                $"{holds[true].Count()} of {compositions.Count} rows hold {element.Symbol}; leaving it out needs rows with it to judge by and rows without it to train on.");
        var (train, stop) = new Shuffle(seed).TakeOut(holds[false], validation);
        return new(train, stop, holds[true]) { Name = element.Symbol };
    }

    /// <summary>Divides rows once per element, in the order of atomic numbers; a row judges once for each of its elements.</summary>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <param name="seed">Seed that takes the validation rows out of those that train.</param>
    /// <param name="validation">Share of what trains that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="fewest">Elements that fewer rows hold are passed over, as are those that every row holds | at least 1. The default is 1.</param>
    /// <exception cref="ArgumentException">No element is in enough rows.</exception>
    public static IReadOnlyList<DataSplit> Each(IReadOnlyList<Composition> compositions, int seed, double validation = 0.1, int fewest = 1)
    {
        var rows = compositions.SelectMany(composition => composition.Elements).CountBy(element => element);
        Element[] left = [.. rows.Where(one => one.Value >= fewest && one.Value < compositions.Count).Select(one => one.Key).Order()];
        return left.Length > 0
            ? [.. left.Select(element => Of(compositions, element, seed, validation))]
            : throw new ArgumentException($"No element is in at least {fewest} of the {compositions.Count} rows and not in all of them; ask for fewer or give other rows.");
    }
}
