namespace MatNotebooks.Datasets.Splits;

/// <summary>The division that a data set prescribes, row by row, in words.</summary>
public static class OfficialSplit
{
    /// <summary>Divides rows.</summary>
    /// <param name="parts">Part of each row: "train", "val" (or "valid", "validation") or "test", (rows).</param>
    /// <exception cref="ArgumentException">A row has another word, or a part has no row.</exception>
    public static DataSplit Of(IReadOnlyList<string> parts)
    {
        var rows = Enumerable.Range(0, parts.Count).ToLookup(row => Part(parts[row], row));
        return new(rows["train"], rows["validation"], rows["test"]);
    }

    private static string Part(string word, int row) => word switch
    {
        "train" or "test" => word,
        "val" or "valid" or "validation" => "validation",
        _ => throw new ArgumentException($"Row {row} says \"{word}\"; it must be train, val or test."),
    };
}
