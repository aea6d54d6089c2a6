using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Training.Studies;

/// <summary>How the records of a set are divided into those that train, those that decide when to stop and those that judge.</summary>
public static class PropertySplit
{
    /// <summary>The words by which <see cref="Of"/> knows the ways: whole formulas are left out, any rows are, or as the set prescribes.</summary>
    public static IReadOnlyList<string> Words { get; } = ["whole-compounds", "random", "official"];

    private static readonly string[] SplitKeys = ["split", "part", "cdvae_split", "split_Tc", "split_ael", "split_agl", "megnet_split"];
    private static readonly string[] FoldKeys = ["fold", "mb_fold"];

    /// <summary>Divides records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="word">One of <see cref="Words"/>.</param>
    /// <param name="seed">Seed of the division.</param>
    /// <exception cref="ArgumentException">Another word, or "official" for records that name no part.</exception>
    public static DataSplit Of(IReadOnlyList<StructureRecord> records, string word, int seed) => word switch
    {
        "whole-compounds" => GroupSplit.Of([.. records.Select(record => record.Formula)], seed),
        "random" => RandomSplit.Of(records.Count, seed),
        "official" => Official(records, seed),
        _ => throw new ArgumentException($"There is no split '{word}'; there are {string.Join(", ", Words)}."),
    };

    private static DataSplit Official(IReadOnlyList<StructureRecord> records, int seed)
    {
        if (Array.Find(SplitKeys, key => records.All(record => record.Text(key) is not null)) is { } split)
            return OfficialSplit.Of([.. records.Select(record => record.RequiredText(split))]);
        if (Array.Find(FoldKeys, key => records.All(record => record.Text(key) is not null)) is { } fold)
            return OfficialFolds.Of([.. records.Select(record => record.RequiredText(fold))], seed)[0];
        throw new ArgumentException(
            $"These records prescribe no split: not all of them name their part under {string.Join(", ", SplitKeys)} or their fold under {string.Join(", ", FoldKeys)}. Use whole-compounds or random.");
    }
}
