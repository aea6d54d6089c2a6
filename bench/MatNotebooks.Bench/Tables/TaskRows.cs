using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Bench.Tables;

/// <summary>The rows of a task and how they are divided.</summary>
/// <param name="Samples">The crystals; a target that a row does not have is NaN.</param>
/// <param name="Splits">One split, or one for each fold.</param>
internal sealed record TaskRows(IReadOnlyList<Sample> Samples, IReadOnlyList<DataSplit> Splits)
{
    /// <summary>Crystals without a known value that every trained learner is asked for; the default is none. Their targets are not read.</summary>
    public IReadOnlyList<Sample> Asked { get; init; } = [];

    /// <summary>The first folds, each with at most so many rows to train on.</summary>
    /// <param name="folds">How many folds stay; null for all.</param>
    /// <param name="trainingRows">How many rows train at most, taken by chance; null for all.</param>
    public TaskRows Limited(int? folds, int? trainingRows) => this with
    {
        Splits = [.. Splits.Take(folds ?? Splits.Count).Select(split => trainingRows is { } most && most < split.Train.Length ? Drawn(split, most) : split)],
    };

    /// <summary>The training rows of the first fold alone, a fifth of them, taken by chance, to judge by.</summary>
    public TaskRows InsideTraining()
    {
        int[] rows = [.. Splits[0].Train];
        new Random(0).Shuffle(rows);
        return this with { Splits = [new(rows.Skip(rows.Length / 5), [], rows.Take(rows.Length / 5))] };
    }

    /// <summary>Predicted and known values of a fold's test rows; rows of which the target is not known are left out.</summary>
    public (double[] Predicted, double[] Actual) Pairs(FoldPrediction prediction, int target)
    {
        var test = Splits[prediction.Fold].Test;
        var known = Enumerable.Range(0, test.Length).Where(row => !double.IsNaN(Samples[test[row]].Targets[target])).ToArray();
        return ([.. known.Select(row => prediction.Test[row, target])], [.. known.Select(row => Samples[test[row]].Targets[target])]);
    }

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
        foreach (var sample in Samples.Concat(Asked))
        {
            var numbers = sample.Targets.Concat(sample.Conditions).Append(sample.Crystal.Volume).Append(sample.Crystal.Sites.Length);
            text.Append(sample.Id).AppendJoin(' ', numbers.Select(value => value.ToString(CultureInfo.InvariantCulture))).Append('\n');
        }
        text.AppendJoin(' ', Splits[0].Train).Append('|').AppendJoin(' ', Splits[0].Test);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }
}
