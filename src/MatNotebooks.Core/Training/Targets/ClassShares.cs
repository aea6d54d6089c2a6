namespace MatNotebooks.Training.Targets;

/// <summary>Classes as regressions answer for them: what is above 0, as a share of the sum, is the probability of each.</summary>
/// <param name="Classes">Names of the classes.</param>
public sealed record ClassShares(IReadOnlyList<string> Classes) : ClassMap(Classes)
{
    /// <inheritdoc/>
    public override void FromModel(Sample sample, Span<double> answers)
    {
        var sum = 0.0;
        foreach (ref var answer in answers) sum += answer = Math.Max(0, answer);
        foreach (ref var answer in answers) answer = sum > 0 ? answer / sum : 1.0 / answers.Length;
    }
}
