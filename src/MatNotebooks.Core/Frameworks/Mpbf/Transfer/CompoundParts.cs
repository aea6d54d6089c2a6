namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>
/// Who pretrains, who is fine-tuned on, and who judges: decided by the reduced formula alone, for all tasks alike, so that no compound on which a
/// property is judged or fine-tuned was seen in pretraining, with any property.
/// </summary>
/// <remarks>
/// Formulas fall into ten parts by their hash. Two judge, the next four give the labels of fine-tuning, the last four pretrain. Labels are kept
/// out of pretraining too: where a network has seen the very compounds, it looks better on them than on new ones, and leaving one label out no
/// longer tells how good it is.
/// </remarks>
public static class CompoundParts
{
    private const int Tenths = 10, Judging = 2, Labelled = 4;

    /// <summary>How many seeds divide differently: each formula judges under exactly one of them.</summary>
    public const int Seeds = Tenths / Judging;

    /// <summary>The part of a formula.</summary>
    /// <param name="formula">Reduced formula.</param>
    /// <param name="seed">Seed, at least 0; after <see cref="Seeds"/> the divisions come again.</param>
    public static CompoundPart Of(string formula, int seed)
    {
        var place = (int)((Hash(formula) + Tenths - ((uint)(seed % Seeds) * Judging)) % Tenths);
        return place < Judging ? CompoundPart.Judging : place < Judging + Labelled ? CompoundPart.Labels : CompoundPart.Pretraining;
    }

    /// <summary>Compounds of one part of a task in an order of the seed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="part">Which part.</param>
    /// <param name="seed">Seed, at least 0.</param>
    /// <param name="most">How many at most.</param>
    public static int[] Draw(TransferTask task, CompoundPart part, int seed, int most)
    {
        int[] rows = [.. Enumerable.Range(0, task.Count).Where(row => Of(task.Formulas[row], seed) == part)];
        new Random(seed).Shuffle(rows);
        return rows[..Math.Min(most, rows.Length)];
    }

    // FNV-1a: the same on every machine and in every run, which string.GetHashCode is not.
    private static uint Hash(string formula)
    {
        var hash = 2166136261;
        foreach (var letter in formula) hash = (hash ^ letter) * 16777619;
        return (hash >> 4) % Tenths; // the lowest bits are the poorest
    }
}
