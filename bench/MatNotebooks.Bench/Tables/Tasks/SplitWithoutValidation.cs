using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>What a recipe that ends at rest makes of a split: nothing decides when to stop.</summary>
internal static class SplitWithoutValidation
{
    /// <summary>The same split, its validation rows put aside: nobody learns from them.</summary>
    public static DataSplit WithoutValidation(this DataSplit split) => new(split.Train, [], split.Test) { Name = split.Name };
}
