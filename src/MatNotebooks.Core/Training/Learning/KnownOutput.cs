using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Learning;

/// <summary>What learners of one number at a time learn: the crystals of which it is known, and what they learn for them.</summary>
/// <param name="Rows">Places of the crystals in the training data.</param>
/// <param name="Values">What is learned | no unit.</param>
internal sealed record KnownOutput(int[] Rows, double[] Values)
{
    /// <summary>All that is to be learned of training data, one for each target or class.</summary>
    public static IEnumerable<KnownOutput> All(TrainingData train, TargetMap map)
    {
        var wanted = train.Samples.Select(map.ToModel).ToArray();
        return Enumerable.Range(0, train.Outputs).Select(output =>
        {
            int[] rows = [.. Enumerable.Range(0, wanted.Length).Where(row => !double.IsNaN(wanted[row][output]))];
            return new KnownOutput(rows, [.. rows.Select(row => wanted[row][output])]);
        });
    }
}
