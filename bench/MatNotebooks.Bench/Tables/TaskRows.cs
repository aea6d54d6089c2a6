using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;

namespace MatNotebooks.Bench.Tables;

/// <summary>The rows of a task and how they are divided.</summary>
/// <param name="Samples">The crystals; a target that a row does not have is NaN.</param>
/// <param name="Splits">One split, or one for each fold.</param>
internal sealed record TaskRows(IReadOnlyList<Sample> Samples, IReadOnlyList<DataSplit> Splits)
{
    /// <summary>The first folds, each with at most so many rows to train on.</summary>
    /// <param name="folds">How many folds stay; null for all.</param>
    /// <param name="trainingRows">How many rows train at most, taken by chance; null for all.</param>
    public TaskRows Limited(int? folds, int? trainingRows) => this with
    {
        Splits = [.. Splits.Take(folds ?? Splits.Count).Select(split => trainingRows is { } most && most < split.Train.Length ? Drawn(split, most) : split)],
    };

    private static DataSplit Drawn(DataSplit split, int most)
    {
        int[] train = [.. split.Train];
        new Random(0).Shuffle(train);
        return new(train.Take(most), split.Validation, split.Test);
    }

    /// <summary>Tells rows and training rows apart from others: twelve hexadecimal digits.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var sample in Samples)
            text.Append(sample.Id).AppendJoin(' ', sample.Targets.Concat(sample.Conditions).Select(value => value.ToString(CultureInfo.InvariantCulture))).Append('\n');
        text.AppendJoin(' ', Splits[0].Train).Append('|').AppendJoin(' ', Splits[0].Test);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }
}
